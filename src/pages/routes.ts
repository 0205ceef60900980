import type { Article, ArticleId, PlainPage } from "../model/article.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { type Route, toRoute } from "../model/route.ts";
import type { Site } from "../model/site.ts";
import type { TagKey } from "../model/taxonomy.ts";
import type { Listing } from "./listings.ts";
import { listingRoute, olderPages } from "./paginate.ts";
import { idClash, reservedSection, routeClash } from "./problems.ts";

/** Names below the root that the site itself uses, or that content/ keeps for something else. */
const RESERVED = new Set([
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

/** The pages that every site has, whatever its articles. */
export const fixedRoutes = {
  front: toRoute("index.html"),
  latest: toRoute("latest/index.html"),
  hot: toRoute("hot/index.html"),
  tags: toRoute("tags/index.html"),
  archive: toRoute("archive/index.html"),
  corrections: toRoute("corrections/index.html"),
  search: toRoute("search/index.html"),
  notFound: toRoute("404.html"),
  hotFragment: toRoute("fragments/hot.html"),
  latestFragment: toRoute("fragments/latest.html"),
  rss: toRoute("feed.xml"),
  atom: toRoute("atom.xml"),
  jsonFeed: toRoute("feed.json"),
  sitemap: toRoute("sitemap.xml"),
  newsSitemap: toRoute("news-sitemap.xml"),
  robots: toRoute("robots.txt"),
  redirects: toRoute("_redirects"),
  headers: toRoute("_headers"),
  openSearch: toRoute("opensearch.xml"),
} as const;

/** Where everything stands. */
export interface Routes {
  readonly articles: ReadonlyMap<ArticleId, Route>;
  readonly plain: ReadonlyMap<string, Route>;
  readonly tags: ReadonlyMap<TagKey, Route>;
  readonly authors: ReadonlyMap<string, Route>;
  readonly months: ReadonlyMap<string, Route>;
  /** Old addresses → where they lead now. */
  readonly moved: ReadonlyMap<string, Route>;
  /** What an address inside the site may lead to. */
  readonly pages: ReadonlySet<string>;
}

/** The route of an article by the site's permalink pattern. Days are the site's. */
export function articleRoute(article: Article, { permalinks }: Site): Route {
  const [year = "", month = "", day = ""] = article.date.local.slice(0, 10).split("-");
  const parts: Readonly<Record<string, string>> = {
    year,
    month,
    day,
    slug: article.slug,
    section: article.section,
  };
  const path = permalinks.article.replace(
    /:(year|month|day|slug|section)/g,
    (_, name: string) => parts[name] ?? "",
  );
  return toRoute(path.endsWith("/") ? `${path}index.html` : path);
}

/** `/economy/projects/index.html` */
export function sectionRoute(path: string): Route {
  return listingRoute(path);
}

/** `/economy/feed.xml` */
export function sectionFeedRoute(path: string): Route {
  return toRoute(`${path}/feed.xml`);
}

/** `/sitemap-1.xml`: the files that the sitemap's index names. */
export function sitemapRoute(n: number): Route {
  return toRoute(`sitemap-${n}.xml`);
}

/** `/old/` and `/old` have their page at `/old/index.html`. */
export function aliasRoute(alias: string): { readonly from: Route; readonly hasPage: boolean } {
  if (alias.endsWith("/")) return { from: toRoute(`${alias}index.html`), hasPage: true };
  const ending = /\.([a-z0-9]+)$/i.exec(alias)?.[1];
  if (ending === undefined) return { from: toRoute(`${alias}/index.html`), hasPage: true };
  return { from: toRoute(alias), hasPage: /^html?$/i.test(ending) };
}

function movesTo(aliases: Article["aliases"], to: Route): (readonly [Route, Route])[] {
  return aliases.map(({ value }) => [aliasRoute(value).from, to]);
}

interface Claim {
  readonly route: Route;
  readonly place: Place;
}

export interface RouteSources {
  readonly site: Site;
  /** All articles, whatever their status: an address that will clash tomorrow is told today. */
  readonly articles: readonly Article[];
  /** Those that have a page now. */
  readonly shown: readonly Article[];
  readonly plainPages: readonly PlainPage[];
  readonly listings: readonly Listing[];
  /** Files of content/static. */
  readonly statics: readonly string[];
}

/** Gives everything its route, and tells two files that claim one. */
export function planRoutes(sources: RouteSources): {
  readonly routes: Routes;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { site, articles, shown, plainPages, listings, statics } = sources;
  const listed = listings.flatMap((listing) => listingRoutes(listing, site.lists.perPage));
  const plain = new Map(plainPages.map((page) => [page.path, toRoute(`${page.slug}.html`)] as const));
  const feeds = listings.flatMap(({ kind, base }) => (kind === "section" ? [sectionFeedRoute(base)] : []));
  const own = [...Object.values(fixedRoutes), sitemapRoute(1), ...listed, ...feeds];
  const routes: Routes = {
    articles: new Map(shown.map((article) => [article.id, articleRoute(article, site)])),
    plain,
    tags: baseRoutes(listings, "tag") as ReadonlyMap<TagKey, Route>,
    authors: baseRoutes(listings, "author"),
    months: baseRoutes(listings, "archive"),
    moved: new Map([
      ...shown.flatMap((article) => movesTo(article.aliases, articleRoute(article, site))),
      ...plainPages.flatMap(({ aliases, slug }) => movesTo(aliases, toRoute(`${slug}.html`))),
    ]),
    pages: new Set([
      ...own,
      ...plain.values(),
      ...shown.map((article) => articleRoute(article, site)),
      ...statics.map((path) => toRoute(path)),
    ]),
  };
  const claims: Claim[] = [
    ...statics.map((path) => ({ route: toRoute(path), place: { file: `content/static/${path}` } })),
    ...plainPages.map((page) => claimOf(toRoute(`${page.slug}.html`), page.path, page.places.slug)),
    ...articles.map((article) => claimOf(articleRoute(article, site), article.path, article.places.slug)),
    ...[...shown, ...plainPages].flatMap(({ aliases, path }) =>
      aliases.map(({ value, place }) => claimOf(aliasRoute(value).from, path, place)),
    ),
  ];
  return {
    routes,
    diagnostics: [...idClashes(articles), ...reservedNames(articles, listings), ...routeClashes(own, claims)],
  };
}

/** All addresses of a list: its index and its older pages. */
export function listingRoutes(listing: Listing, perPage: number): Route[] {
  const older = Array.from({ length: olderPages(listing.articles.length, perPage) }, (_, page) =>
    listingRoute(listing.base, page + 1),
  );
  return [listingRoute(listing.base), ...older];
}

function baseRoutes(listings: readonly Listing[], kind: Listing["kind"]): ReadonlyMap<string, Route> {
  return new Map(
    listings.flatMap((listing) =>
      listing.kind === kind ? [[listing.key, listingRoute(listing.base)] as const] : [],
    ),
  );
}

function claimOf(route: Route, path: string, place: Place | undefined): Claim {
  return { route, place: place ?? { file: `content/${path}`, line: 1, column: 1 } };
}

function idClashes(articles: readonly Article[]): Diagnostic[] {
  const owners = new Map<ArticleId, string>();
  return articles.flatMap(({ id, path }) => {
    const owner = owners.get(id);
    owners.set(id, owner ?? path);
    return owner === undefined
      ? []
      : [idClash({ file: `content/${path}`, line: 1, column: 1 }, id, `content/${owner}`)];
  });
}

function reservedNames(articles: readonly Article[], listings: readonly Listing[]): Diagnostic[] {
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
function routeClashes(own: readonly Route[], claims: readonly Claim[]): Diagnostic[] {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  const claim = (route: string, claimant: string): string | undefined => {
    const above = foldersOf(route);
    const owner =
      files.get(route) ?? folders.get(route) ?? above.map((folder) => files.get(folder)).find((file) => file);
    if (owner !== undefined) return owner;
    files.set(route, claimant);
    for (const folder of above) folders.set(folder, folders.get(folder) ?? claimant);
    return undefined;
  };
  for (const route of own) claim(fold(route), "网站自己的页面 (a page of the site itself)");
  return claims.flatMap(({ route, place }) => {
    const owner = claim(fold(route), place.file);
    return owner === undefined ? [] : [routeClash(place, route, owner)];
  });
}

/** `/a/b/c.html` → `/a`, `/a/b`. */
function foldersOf(route: string): string[] {
  const names = route.split("/").slice(1, -1);
  return names.map((_, depth) => `/${names.slice(0, depth + 1).join("/")}`);
}

function fold(route: string): string {
  return route.normalize("NFC").toLowerCase();
}
