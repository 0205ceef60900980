import type { Link } from "../model/page.ts";
import { remember } from "../model/remember.ts";
import { hrefOf } from "../model/route.ts";
import type { TagKey } from "../model/taxonomy.ts";
import { tagLabel } from "../ranking/library.ts";
import type { Edition } from "./edition.ts";
import { sectionRoute } from "./routes.ts";
import { withAncestors } from "./sections.ts";

/** Links that many pages of an edition share; each is made once. */
interface Links {
  readonly section: (path: string) => Link | undefined;
  readonly trail: (path: string) => readonly Link[];
  readonly tag: (key: TagKey) => Link | undefined;
  readonly author: (name: string) => Link | undefined;
  readonly outlet: (name: string) => { readonly name: string; readonly home: string | undefined };
}

const made = new WeakMap<Edition, Links>();

/** A section's link; undefined for a path that is no section. */
export function sectionLink(path: string, edition: Edition): Link | undefined {
  return linksOf(edition).section(path);
}

/** The links from the topmost section down to the one at `path`. */
export function sectionTrail(path: string, edition: Edition): readonly Link[] {
  return linksOf(edition).trail(path);
}

/** A tag's link; undefined for a tag without a page. */
export function tagLink(key: TagKey, edition: Edition): Link | undefined {
  return linksOf(edition).tag(key);
}

/** An author's link; undefined for a name without a page. */
export function authorLink(name: string, edition: Edition): Link | undefined {
  return linksOf(edition).author(name);
}

/** An outlet by any of its names in sources.yaml, or as it is called where it does not stand there. */
export function outletNamed(name: string, edition: Edition): ReturnType<Links["outlet"]> {
  return linksOf(edition).outlet(name);
}

function linksOf(edition: Edition): Links {
  const known = made.get(edition) ?? makeLinks(edition);
  made.set(edition, known);
  return known;
}

function makeLinks({ site, sections, routes, library, outlets }: Edition): Links {
  const href = (route: Parameters<typeof hrefOf>[1]) => hrefOf(site.basePath, route);
  const section = remember((path: string): Link | undefined => {
    const title = sections.get(path)?.title;
    return title === undefined ? undefined : { title, url: href(sectionRoute(path)) };
  });
  return {
    section,
    trail: remember((path: string) => withAncestors(path).flatMap((ancestor) => section(ancestor) ?? [])),
    tag: remember((key: TagKey) => {
      const route = routes.tags.get(key);
      return route === undefined ? undefined : { title: tagLabel(library, key), url: href(route) };
    }),
    outlet: remember((named: string) => {
      const outlet = outlets.find(({ name, aliases }) => name === named || aliases.includes(named));
      return { name: outlet?.name ?? named, home: outlet?.url };
    }),
    author: remember((name: string) => {
      const route = routes.authors.get(name);
      return route === undefined ? undefined : { title: name, url: href(route) };
    }),
  };
}
