import type { Article, ArticleId } from "../model/article.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { remember } from "../model/remember.ts";
import type { Route } from "../model/route.ts";
import type { Listing } from "./listings.ts";
import { idClash, reservedSection, routeClash } from "./problems.ts";

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

/** Sections whose folders have a name that the site itself uses. */
export function reservedNames(articles: readonly Article[], listings: readonly Listing[]): Diagnostic[] {
  const sections = new Set([
    ...articles.map(({ section }) => section),
    ...listings.flatMap(({ kind, base }) => (kind === "section" ? [base] : [])),
  ]);
  const folders = new Set(
    [...sections].flatMap((path) => {
      const names = path.split("/");
      const taken = names.findIndex((name, depth) =>
        depth === 0 ? RESERVED.has(name.toLowerCase()) : name === "page",
      );
      return taken < 0 ? [] : [names.slice(0, taken + 1).join("/")];
    }),
  );
  return [...folders].map((path) =>
    reservedSection({ file: `content/${path}` }, path.split("/").at(-1) ?? path),
  );
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
