import { renderHeaders } from "../feeds/headers.ts";
import { renderNewsSitemap } from "../feeds/newsSitemap.ts";
import { renderOpenSearch } from "../feeds/openSearch.ts";
import { renderRedirects } from "../feeds/redirects.ts";
import { renderRobots } from "../feeds/robots.ts";
import { renderSitemaps, type SitemapEntry } from "../feeds/sitemap.ts";
import type { Article } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { TextPage } from "../model/page.ts";
import { absoluteUrl, type Route } from "../model/route.ts";
import { toIso } from "../model/time.ts";
import { articleRouteIn } from "./card.ts";
import type { Edition } from "./edition.ts";
import { modifiedAt } from "./modified.ts";
import { tooManyRedirects } from "./problems.ts";
import { fixedRoutes, listingRoutes, plainRoute, sitemapRoute } from "./routes.ts";
import { redirectsOf } from "./singles.ts";

/** The pages of which a site has one each, besides its front page. */
const SINGLES = [
  fixedRoutes.hot,
  fixedRoutes.tags,
  fixedRoutes.archive,
  fixedRoutes.corrections,
  fixedRoutes.search,
];
const NEWS_WINDOW_MS = 2 * 86_400_000;

/** What machines read: sitemaps, robots, redirects, headers, OpenSearch. */
export function machinePages(edition: Edition): TextPage[] {
  const { site } = edition;
  const news = newsEntries(edition);
  const sitemaps = renderSitemaps(sitemapEntries(edition), (n) => absoluteUrl(site, sitemapRoute(n)));
  const announced = [fixedRoutes.sitemap, ...(news.length > 0 ? [fixedRoutes.newsSitemap] : [])];
  const engine = site.search.fallback === undefined ? undefined : new URL(site.search.fallback).origin;
  return [
    text(fixedRoutes.sitemap, sitemaps.index),
    ...sitemaps.files.map((file, index) => text(sitemapRoute(index + 1), file)),
    // The format has no empty sitemap, so on quiet days there is none.
    ...(news.length > 0
      ? [
          text(
            fixedRoutes.newsSitemap,
            renderNewsSitemap({ name: site.title, language: site.language }, news),
          ),
        ]
      : []),
    text(fixedRoutes.robots, renderRobots(announced.map((route) => absoluteUrl(site, route)))),
    text(fixedRoutes.redirects, renderRedirects(redirectsOf(edition), site.basePath).text),
    text(
      fixedRoutes.headers,
      renderHeaders({
        basePath: site.basePath,
        mediaHosts: site.media.hosts,
        searchEngine: engine,
        hasSearch: site.search.index,
      }),
    ),
    text(
      fixedRoutes.openSearch,
      renderOpenSearch({
        title: site.title,
        description: site.description ?? site.title,
        language: site.language,
        address: `${absoluteUrl(site, fixedRoutes.search)}?q=`,
      }),
    ),
  ];
}

/** Old addresses that no line of `_redirects` is left for. */
export function checkRedirects(edition: Edition): Diagnostic[] {
  const { omitted } = renderRedirects(redirectsOf(edition), edition.site.basePath);
  return omitted.length === 0 ? [] : [tooManyRedirects({ file: "content/site.yaml" }, omitted.length)];
}

function text(route: Route, content: string): TextPage {
  return { kind: "text", wave: "feed", route, text: content };
}

/** Articles oldest first, so that a new one comes at their end; then plain pages and lists. */
function sitemapEntries(edition: Edition): SitemapEntry[] {
  const { site, library, plainPages, listings } = edition;
  const newestOf = (articles: readonly number[]): string | undefined => {
    const article = library.visible[articles[0] ?? -1];
    return article && toIso(modifiedAt(article));
  };
  return [
    ...library.visible
      .toReversed()
      .map((article) => ({ url: articleUrl(article, edition), lastmod: toIso(modifiedAt(article)) })),
    ...plainPages.map((page) => ({ url: absoluteUrl(site, plainRoute(page)) })),
    { url: absoluteUrl(site, fixedRoutes.front), lastmod: newestOf([0]) },
    ...SINGLES.map((route) => ({ url: absoluteUrl(site, route) })),
    ...listings.flatMap((listing) =>
      listingRoutes(listing, site.lists.perPage).map((route, page) => ({
        url: absoluteUrl(site, route),
        lastmod: page === 0 ? newestOf(listing.articles) : undefined,
      })),
    ),
  ];
}

/** When the next article leaves the news sitemap, in epoch milliseconds; undefined where none is in it. */
export function nextNewsExit({ library, now }: Edition): number | undefined {
  const listed = library.visible.filter(({ date }) => now - date.epoch <= NEWS_WINDOW_MS);
  const oldest = listed.at(-1);
  // An article is listed up to and at the end of its window, so the change comes a millisecond later.
  return oldest === undefined ? undefined : oldest.date.epoch + NEWS_WINDOW_MS + 1;
}

function newsEntries(edition: Edition) {
  const { library, now } = edition;
  return library.visible
    .filter(({ date }) => now - date.epoch <= NEWS_WINDOW_MS)
    .map((article) => ({
      url: articleUrl(article, edition),
      title: article.title,
      date: toIso(article.date),
    }));
}

function articleUrl(article: Article, edition: Edition): string {
  return absoluteUrl(edition.site, articleRouteIn(article, edition));
}
