import type { Article, ArticleId } from "../model/article.ts";
import { compareText, type Diagnostic, type Place } from "../model/diagnostic.ts";
import { remember } from "../model/remember.ts";
import type { Route } from "../model/route.ts";
import type { Listing } from "./listings.ts";
import { idClash, reservedSection, routeClash, twinSection } from "./problems.ts";
import { withAncestors } from "./sections.ts";

/** Names below the root that the site itself uses, or that content/ keeps for something else: no section's. */
export const RESERVED: ReadonlySet<string> = new Set([
  "tags",
  "latest",
  "hot",
  "archive",
  "authors",
  "corrections",
  "search",
  "page",
  "fragments",
  "assets",
]);

/** A file that wants a route. */
export interface Claim {
  readonly route: Route;
  readonly place: Place;
  /** An old address, which may simply go. */
  readonly isOld?: boolean;
}

/** Who has a route: a file, or the site itself. */
type Claimant = Partial<Place>;

/** Two files with one id, which `a.md` and `a/index.md` have. */
export function idClashes(articles: readonly Article[]): Diagnostic[] {
  const owners = new Map<ArticleId, string>();
  return articles.flatMap(({ id, path }) => {
    const owner = owners.get(id);
    owners.set(id, owner ?? path);
    return owner === undefined
      ? []
      : [idClash({ file: `content/${path}`, line: 1, column: 1 }, id, `content/${owner}`)];
  });
}

/** Sections whose folders have a name that the site itself uses, or one that differs from another's in case alone. */
export function sectionClashes(articles: readonly Article[], listings: readonly Listing[]): Diagnostic[] {
  const sections = new Set([
    ...articles.map(({ section }) => section),
    ...listings.flatMap(({ kind, base }) => (kind === "section" ? [base] : [])),
  ]);
  const folders = [...new Set([...sections].flatMap(withAncestors))].sort(compareText);
  return [...reservedNames(folders), ...twins(folders)];
}

function reservedNames(folders: readonly string[]): Diagnostic[] {
  return folders
    .filter((path) => {
      const [top = "", ...below] = path.split("/");
      return below.length === 0 ? RESERVED.has(top.toLowerCase()) : below.at(-1) === "page";
    })
    .map((path) => reservedSection({ file: `content/${path}` }, path.slice(path.lastIndexOf("/") + 1)));
}

function twins(folders: readonly string[]): Diagnostic[] {
  const byFold = new Map<string, string>();
  return folders.flatMap((path) => {
    const other = byFold.get(fold(path));
    byFold.set(fold(path), other ?? path);
    return other === undefined ? [] : [twinSection({ file: `content/${path}` }, path, other)];
  });
}

/**
 * Compared without case and in one Unicode form, because some disks hold only one of two such names. A file that stands
 * where another needs a folder clashes with it too: `/news` with `/news/index.html`.
 */
export function routeClashes(own: readonly Route[], claims: readonly Claim[]): Diagnostic[] {
  const files = new Map<string, Claimant>();
  const folders = new Map<string, Claimant>();
  const foldersAbove = remember(withFoldersAbove);
  const claim = (route: string, claimant: Claimant): Claimant | undefined => {
    const above = foldersAbove(route.slice(0, route.lastIndexOf("/")));
    const owner =
      files.get(route) ?? folders.get(route) ?? above.map((folder) => files.get(folder)).find((file) => file);
    if (owner !== undefined) return owner;
    files.set(route, claimant);
    for (const folder of above) folders.set(folder, folders.get(folder) ?? claimant);
    return undefined;
  };
  for (const route of own) claim(fold(route), {});
  return claims.flatMap(({ route, place, isOld }) => {
    const owner = claim(fold(route), place);
    return owner === undefined ? [] : [routeClash(place, route, owner.file, isOld)];
  });
}

/** `/a/b` → `/a`, `/a/b`. */
function withFoldersAbove(folder: string): string[] {
  const names = folder.split("/").slice(1);
  return names.map((_, depth) => `/${names.slice(0, depth + 1).join("/")}`);
}

function fold(route: string): string {
  return route.normalize("NFC").toLowerCase();
}
