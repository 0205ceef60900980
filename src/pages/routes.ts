import type { Article, ArticleId, PlainPage, Section } from "../model/article.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { remember } from "../model/remember.ts";
import { type Route, toRoute } from "../model/route.ts";
import type { Site } from "../model/site.ts";
import type { TagKey } from "../model/taxonomy.ts";
import { type Claim, idClashes, routeClashes, sectionClashes } from "./clashes.ts";
import type { Listing } from "./listings.ts";
import { listingRoute, olderPages } from "./paginate.ts";

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

/** Files that are not always made, or that no reader should be sent to. */
const NOT_FOR_LINKS: ReadonlySet<Route> = new Set([
  fixedRoutes.hotFragment,
  fixedRoutes.latestFragment,
  fixedRoutes.newsSitemap,
  fixedRoutes.redirects,
  fixedRoutes.headers,
]);

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

/** `/about.html` */
export function plainRoute({ slug }: Pick<PlainPage, "slug">): Route {
  return toRoute(`${slug}.html`);
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

/** The folder of the script that searches, below `/search/`; the others are named by their years. */
export const ENGINE = "pagefind";

/** `/search/2026/pagefind-entry.json`: a file of a year's index, or of the engine. */
export function searchRoute(folder: string, path: string): Route {
  return toRoute(`search/${folder}/${path}`);
}

/** Whether a file is part of the search's indexes or of its engine. */
export function isSearchFile(route: Route): boolean {
  return route.startsWith("/search/") && route !== fixedRoutes.search;
}

/** `/old/` and `/old` have their page at `/old/index.html`. */
export function aliasRoute(alias: string): { readonly from: Route; readonly hasPage: boolean } {
  if (alias.endsWith("/")) return { from: toRoute(`${alias}index.html`), hasPage: true };
  const ending = /\.([a-z0-9]+)$/i.exec(alias)?.[1];
  if (ending === undefined) return { from: toRoute(`${alias}/index.html`), hasPage: true };
  return { from: toRoute(alias), hasPage: /^html?$/i.test(ending) };
}

/** An old address of a page, and where it leads now. */
export interface Move {
  readonly from: Route;
  readonly to: Route;
  /** Whether a page can stand at the old address, for hosts that know no redirects. */
  readonly hasPage: boolean;
  /** Where the old address was written. */
  readonly place: Place;
}

/** The moves from a page's old addresses to its own. */
export function movesTo(aliases: Article["aliases"], to: Route): Move[] {
  return aliases.map(({ value, place }) => ({ ...aliasRoute(value), to, place }));
}

/** The moves of a section, whose feed goes with it. */
export function sectionMoves({ path, aliases }: Pick<Section, "path" | "aliases">): Move[] {
  const folders = aliases.filter(({ value }) => value.endsWith("/"));
  const feeds = folders.map(({ value, place }) => ({ value: `${value}feed.xml`, place }));
  return [...movesTo(aliases, sectionRoute(path)), ...movesTo(feeds, sectionFeedRoute(path))];
}

export interface RouteSources {
  readonly site: Site;
  /** All articles, whatever their status: an address that will clash tomorrow is told today. */
  readonly articles: readonly Article[];
  /** Those that have a page now. */
  readonly shown: readonly Article[];
  readonly plainPages: readonly PlainPage[];
  readonly sections: readonly Section[];
  readonly listings: readonly Listing[];
  /** Files of content/static. */
  readonly statics: readonly string[];
}

/** Gives everything its route, and tells two files that claim one. */
export function planRoutes(sources: RouteSources): {
  readonly routes: Routes;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { site, articles, shown, plainPages, sections, listings, statics } = sources;
  const listed = listings.flatMap((listing) => listingRoutes(listing, site.lists.perPage));
  const routeOf = remember((article: Article) => articleRoute(article, site));
  const plain = new Map(plainPages.map((page) => [page.path, plainRoute(page)] as const));
  const feeds = listings.flatMap(({ kind, base }) => (kind === "section" ? [sectionFeedRoute(base)] : []));
  const own = [...Object.values(fixedRoutes), sitemapRoute(1), ...listed, ...feeds];
  const moves = [
    ...shown.flatMap((article) => movesTo(article.aliases, routeOf(article))),
    ...plainPages.flatMap((page) => movesTo(page.aliases, plainRoute(page))),
    ...sections.flatMap(sectionMoves),
  ];
  const routes: Routes = {
    articles: new Map(shown.map((article) => [article.id, routeOf(article)])),
    plain,
    tags: baseRoutes(listings, "tag") as ReadonlyMap<TagKey, Route>,
    authors: baseRoutes(listings, "author"),
    months: baseRoutes(listings, "archive"),
    moved: new Map(moves.map(({ from, to }) => [from, to])),
    pages: new Set([
      ...own.filter((route) => !NOT_FOR_LINKS.has(route)),
      ...plain.values(),
      ...shown.map(routeOf),
      ...statics.map((path) => toRoute(path)),
    ]),
  };
  const claims: Claim[] = [
    ...statics.map((path) => ({ route: toRoute(path), place: { file: `content/static/${path}` } })),
    ...plainPages.map((page) => claimOf(plainRoute(page), page.path, page.places.slug)),
    ...articles.map((article) => claimOf(routeOf(article), article.path, article.places.slug)),
    ...moves.map(({ from, place }) => ({ route: from, place, isOld: true })),
  ];
  return {
    routes,
    diagnostics: [
      ...idClashes(articles),
      ...sectionClashes(articles, listings),
      ...routeClashes(own, claims),
    ],
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
