import type { Article } from "../model/article.ts";
import type { ValueOf } from "../model/page.ts";
import { hrefOf } from "../model/route.ts";
import type { Site } from "../model/site.ts";
import type { Edition } from "./edition.ts";
import { ENGINE, fixedRoutes, searchRoute } from "./routes.ts";
import { type SectionNode, type SectionTree, topSections } from "./sections.ts";

type SearchValue = ValueOf<"search">;

/** How many years are searched unless a reader asks for all: each costs the reader some downloads. */
const RECENT_YEARS = 3;

/** The year to whose index an article belongs, by the site's clock. */
export function yearOf({ date }: Article): string {
  return date.local.slice(0, 4);
}

/** The years that have articles, newest first. `visible` is newest first. */
export function searchedYears(visible: readonly Article[]): string[] {
  return [...new Set(visible.map(yearOf))];
}

/** What the search page's script needs to know; undefined where the site has no search of its own, or no article. */
export function searchIndex({ site, library, sections }: Edition): SearchValue["index"] {
  const years = searchedYears(library.visible);
  if (!site.search.index || years.length === 0) return undefined;
  const shown = topSections(sections).flatMap((top) => withDescendants(top, sections));
  return {
    engine: hrefOf(site.basePath, searchRoute(ENGINE, "pagefind.js")),
    folder: hrefOf(site.basePath, fixedRoutes.search),
    years,
    recent: years.length > RECENT_YEARS ? years.slice(0, RECENT_YEARS).join(" ") : undefined,
    all: years.join(" "),
    sections: shown
      .filter(({ articles }) => articles.length > 0)
      .map(({ path, title }) => ({
        title: "\u3000".repeat(path.split("/").length - 1) + title,
        value: encodeURIComponent(path),
      })),
  };
}

/** A form that does what appending the words to an address does: the last parameter becomes the field. Undefined where no engine is configured. */
export function searchEngine(site: Site): SearchValue["engine"] {
  if (site.search.fallback === undefined) return undefined;
  const url = new URL(site.search.fallback);
  const parameters = [...url.searchParams].map(([name, value]) => ({ name, value }));
  const field = parameters.at(-1)?.name ?? "q";
  const { host } = new URL(site.origin);
  const isRestricted = parameters.slice(0, -1).some(({ value }) => value.includes(host));
  return {
    action: url.origin + url.pathname,
    field,
    hidden: parameters.slice(0, -1),
    restriction: isRestricted ? undefined : `site:${host}${site.basePath} `,
  };
}

function withDescendants(section: SectionNode, tree: SectionTree): SectionNode[] {
  const children = section.children.flatMap((path) => tree.get(path) ?? []);
  return [section, ...children.flatMap((child) => withDescendants(child, tree))];
}
