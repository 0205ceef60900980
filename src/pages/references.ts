import { bodyId } from "../markdown/headings.ts";
import { type ArticleId, articleId, type PlainPage, type Reference, type Slot } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { encodePath, folderOf, percentDecoded } from "../model/path.ts";
import { remember } from "../model/remember.ts";
import { hrefOf, type Route, toRoute } from "../model/route.ts";
import type { Site } from "../model/site.ts";
import { nameFinder } from "../model/suggest.ts";
import type { Library } from "../ranking/library.ts";
import { type PublishedFiles, shownBodies } from "./edition.ts";
import { filePath, resolvePath } from "./files.ts";
import { pictureFile } from "./pictures.ts";
import { deadLink, hiddenLink, missingPicture } from "./problems.ts";
import { type Routes, sectionRoute } from "./routes.ts";
import type { SectionTree } from "./sections.ts";
import { belowBase, isIgnored } from "./siteLinks.ts";

/** What references are resolved against. */
export interface Targets {
  readonly site: Site;
  readonly library: Library;
  readonly sections: SectionTree;
  readonly plainPages: readonly PlainPage[];
  readonly routes: Routes;
  readonly files: PublishedFiles;
  /** Every file below content/, for suggestions. */
  readonly available: readonly string[];
}

/** Resolves every reference of every shown body: what its slots hold, by the path of its source; a dead one is undefined and a warning. */
export function resolveReferences(targets: Targets): {
  readonly slots: ReadonlyMap<string, readonly (Slot | undefined)[]>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const finders = { article: articleFinder(targets.routes), file: fileFinder(targets.available) };
  const slots = new Map<string, readonly (Slot | undefined)[]>();
  // Under a cover, no picture of the text is the page's first.
  const covered = new Set(
    targets.library.visible.flatMap(({ path, cover }) => (cover === undefined ? [] : [path])),
  );
  for (const { path, body } of shownBodies(targets.library, targets.sections, targets.plainPages)) {
    let isFirstPicture = !covered.has(path);
    const resolved = body.references.map((reference) => {
      const slot = resolveReference(reference, path, isFirstPicture, targets);
      if (reference.kind === "picture") isFirstPicture = false;
      if (slot === undefined && !isUnfit(reference, path, targets))
        diagnostics.push(explain(reference, path, targets, finders));
      return slot;
    });
    slots.set(path, resolved);
  }
  return { slots, diagnostics };
}

/** The same slots with absolute addresses, for feeds. */
export function absoluteSlots(slots: readonly (Slot | undefined)[], { origin }: Site): (Slot | undefined)[] {
  return slots.map((slot) => {
    if (slot === undefined) return undefined;
    if (slot.kind === "link") return { ...slot, href: origin + slot.href };
    if (slot.kind === "file") return { ...slot, src: origin + slot.src };
    // Readers of feeds make little of several widths.
    return {
      kind: "picture",
      src: origin + slot.src,
      width: slot.width,
      height: slot.height,
      lazy: slot.lazy,
    };
  });
}

function resolveReference(
  reference: Reference,
  from: string,
  isLead: boolean,
  targets: Targets,
): Slot | undefined {
  const { site, files } = targets;
  if (reference.kind === "link") {
    const href = linkHref(reference.target, from, targets);
    return href === undefined ? undefined : { kind: "link", href };
  }
  const path = filePath(reference.target, from);
  const file = path === undefined ? undefined : files.get(path);
  if (file === undefined || file.isUnfit === true) return undefined;
  const picture = pictureFile(file, "text", site);
  if (reference.kind === "file") return { kind: "file", src: picture.src };
  return { kind: "picture", ...picture, lazy: !isLead };
}

/** A picture that cannot be shown is told once, where it lies. */
function isUnfit({ target }: Reference, from: string, { files }: Targets): boolean {
  const path = filePath(target, from);
  return path !== undefined && files.get(path)?.isUnfit === true;
}

function linkHref(target: string, from: string, targets: Targets): string | undefined {
  const { site, files } = targets;
  const [written, rest] = splitTarget(target);
  const path = belowBase(written, site);
  if (isIgnored(path, site)) return site.basePath + encodePath(path) + encodeRest(rest);
  const attachment = filePath(path, from);
  const file = attachment === undefined ? undefined : files.get(attachment);
  if (file !== undefined && file.isUnfit !== true)
    return hrefOf(site.basePath, file.route) + encodeRest(rest);
  const route = path.startsWith("/") ? knownRoute(path, targets) : sourceRoute(path, from, targets);
  return route === undefined ? undefined : hrefOf(site.basePath, route) + encodeRest(bodyAnchor(rest));
}

/** Whether a link of site.yaml leads anywhere: to another site, or to a page or file of this one. */
export function leadsSomewhere(url: string, { site, routes }: Pick<Targets, "site" | "routes">): boolean {
  if (!url.startsWith("/")) return true;
  const path = belowBase(percentDecoded(url.replace(/[?#].*$/s, "")), site);
  return path === "/" || isIgnored(path, site) || knownRoute(path, { routes }) !== undefined;
}

/** A heading of another text, under the id that the Markdown pipeline gave it. */
function bodyAnchor(rest: string): string {
  return rest.replace(/#(.+)$/s, (_, fragment: string) => `#${bodyId(fragment)}`);
}

/** A path of the site, with or without `index.html`; an old one is where it leads now. */
function knownRoute(path: string, { routes }: Pick<Targets, "routes">): Route | undefined {
  const trimmed = path.normalize("NFC").replace(/\/+$/, "");
  const candidates = [trimmed, `${trimmed}/index.html`];
  const found = candidates.find((candidate) => routes.pages.has(candidate));
  if (found !== undefined) return toRoute(found);
  return candidates.map((candidate) => routes.moved.get(candidate)).find((route) => route !== undefined);
}

/** The page made of another source file: `../economy/2026-02-09-a.md`. */
function sourceRoute(path: string, from: string, targets: Targets): Route | undefined {
  const source = sourcePath(path, from);
  if (source === undefined) return undefined;
  const section = /^(.+)\/_index\.md$/.exec(source)?.[1];
  if (section !== undefined) return targets.sections.has(section) ? sectionRoute(section) : undefined;
  return targets.routes.plain.get(source) ?? targets.routes.articles.get(articleId(source));
}

function sourcePath(path: string, from: string): string | undefined {
  return path.endsWith(".md") ? resolvePath(folderOf(from), path.normalize("NFC")) : undefined;
}

/** Who knows what was probably meant. */
interface Finders {
  readonly article: FindArticle;
  readonly file: FindFile;
}

function explain(reference: Reference, from: string, targets: Targets, finders: Finders): Diagnostic {
  const { kind, target, place } = reference;
  if (kind !== "link") return missingPicture(place, target, finders.file(target, from));
  const source = sourcePath(target.replace(/[?#].*$/s, ""), from);
  const status = source === undefined ? undefined : targets.library.status.get(articleId(source));
  return status !== undefined
    ? hiddenLink(place, target, status === "expired")
    : deadLink(place, target, meantLink(target, from, targets, finders.article));
}

/** The link that was probably meant: with its ending, or to the one article of that file's name, in whatever folder and case. */
function meantLink(
  target: string,
  from: string,
  targets: Targets,
  articleNamed: FindArticle,
): string | undefined {
  const [path, rest] = splitTarget(target);
  const ending = [".md", ".html"].find((end) => linkHref(path + end, from, targets) !== undefined);
  if (ending !== undefined) return path + ending + rest;
  const id = articleNamed(lastName(path).replace(/\.(?:md|html?)$/i, ""));
  if (id === undefined) return undefined;
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  const isBeside = id.startsWith(folder);
  return `${isBeside ? id.slice(folder.length) : "../".repeat(folder.split("/").length - 1) + id}.md${rest}`;
}

/** Finds the file beside a text that an address was probably meant for. */
type FindFile = (target: string, from: string) => string | undefined;

function fileFinder(available: readonly string[]): FindFile {
  const finderIn = remember((folder: string) =>
    nameFinder(
      available.flatMap((path) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [])),
    ),
  );
  return (target, from) => {
    const name = finderIn(folderOf(from))(target);
    // Bare, the sign would end the address.
    return name?.replaceAll("#", "%23");
  };
}

/** Finds the one article whose file has a name, in whatever folder and case; undefined where there is none, or several. */
type FindArticle = (name: string) => ArticleId | undefined;

/** The articles are gone through at the first question: most editions have no dead link, and an imported one thousands. */
function articleFinder({ articles }: Routes): FindArticle {
  let byName: Map<string, ArticleId | undefined> | undefined;
  const gather = () => {
    const found = new Map<string, ArticleId | undefined>();
    for (const id of articles.keys()) {
      const name = lastName(id).toLowerCase();
      found.set(name, found.has(name) ? undefined : id);
    }
    return found;
  };
  return (name) => {
    byName ??= gather();
    return byName.get(name.toLowerCase());
  };
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A link's path, and what follows it: a query, a fragment. */
function splitTarget(target: string): readonly [path: string, rest: string] {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(target) ?? [];
  return [path, rest];
}

/** A fragment comes decoded; what a query means only its site knows, so what is encoded in it stays. */
function encodeRest(rest: string): string {
  const [, query = "", fragment = ""] = /^([^#]*)(.*)$/s.exec(rest) ?? [];
  return encodeURI(query).replace(/%25(?=[0-9a-f]{2})/gi, "%") + encodeURI(fragment);
}
