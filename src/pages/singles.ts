import type { PlainPage } from "../model/article.ts";
import { compareText } from "../model/diagnostic.ts";
import type { Card, PageKind, TemplatePage, ValueOf } from "../model/page.ts";
import { absoluteUrl, hrefOf, type Route } from "../model/route.ts";
import { tagLabel } from "../ranking/library.ts";
import { bodyRef } from "./article.ts";
import { articleHref, articleRouteIn, toMoment } from "./card.ts";
import type { Edition } from "./edition.ts";
import type { Frame, PageFacts } from "./frame.ts";
import { phrasesFor } from "./phrases.ts";
import { fixedRoutes, type Move, movesTo, plainRoute, sectionMoves } from "./routes.ts";
import { searchEngine, searchIndex } from "./search.ts";

export interface SinglePageTools {
  readonly frame: (facts: PageFacts) => Frame;
  readonly card: (index: number) => Card;
}

/** The pages of which a site has one each: hot, tags, months, corrections, search, not found. */
export function singlePages(edition: Edition, tools: SinglePageTools): TemplatePage[] {
  return [
    hotPage(edition, tools),
    tagsPage(edition, tools),
    monthsPage(edition, tools),
    correctionsPage(edition, tools),
    searchPage(edition, tools),
    notFoundPage(edition, tools),
  ];
}

/** A page of content/pages. */
export function plainPage(page: PlainPage, edition: Edition, { frame }: SinglePageTools): TemplatePage {
  const route = plainRoute(page);
  const breadcrumb = [{ title: page.title, url: hrefOf(edition.site.basePath, route) }];
  const value: Omit<ValueOf<"plain">, "body"> = {
    ...frame({ route, title: page.title, description: page.description, breadcrumb }),
    title: page.title,
  };
  return {
    kind: "template",
    wave: "article",
    route,
    template: "plain",
    maker: "given",
    parts: value,
    body: bodyRef(page, edition),
  };
}

/** A page at an old address that leads to the new one, for hosts that read no `_redirects`. */
export function redirectPage(from: Route, to: Route, title: string, { site, words }: Edition): TemplatePage {
  const value: ValueOf<"redirect"> = {
    words,
    title,
    language: site.language,
    url: hrefOf(site.basePath, to),
    canonical: absoluteUrl(site, to),
  };
  return {
    kind: "template",
    wave: "article",
    route: from,
    template: "redirect",
    maker: "given",
    parts: value,
  };
}

function single<K extends PageKind>(template: K, route: Route, value: ValueOf<K>): TemplatePage {
  return { kind: "template", wave: "list", route, template, maker: "given", parts: value };
}

function frameFor(route: Route, title: string, { site }: Edition, { frame }: SinglePageTools): Frame {
  // Engines want words of their own for each page they show.
  const description = `${title} - ${site.title}`;
  return frame({ route, title, description, breadcrumb: [{ title, url: hrefOf(site.basePath, route) }] });
}

function hotPage(edition: Edition, tools: SinglePageTools): TemplatePage {
  const { site, words, rankings } = edition;
  const cards = rankings.hot.slice(0, site.lists.hot.count).map(tools.card);
  const frame = frameFor(fixedRoutes.hot, words.hot, edition, tools);
  return single("hot", fixedRoutes.hot, { ...frame, title: words.hot, cards });
}

function tagsPage(edition: Edition, tools: SinglePageTools): TemplatePage {
  const { site, words, library, listings } = edition;
  const tags = listings.flatMap((listing) => {
    const route = listing.kind === "tag" ? edition.routes.tags.get(listing.key) : undefined;
    if (listing.kind !== "tag" || route === undefined) return [];
    return [
      {
        title: tagLabel(library, listing.key),
        url: hrefOf(site.basePath, route),
        count: listing.articles.length,
      },
    ];
  });
  tags.sort((a, b) => b.count - a.count || compareText(a.title, b.title));
  const frame = frameFor(fixedRoutes.tags, words.allTags, edition, tools);
  return single("tags", fixedRoutes.tags, { ...frame, title: words.allTags, tags });
}

function monthsPage(edition: Edition, tools: SinglePageTools): TemplatePage {
  const { site, words, listings, routes } = edition;
  const phrases = phrasesFor(site.language);
  const months = listings.flatMap((listing) => {
    const route = listing.kind === "archive" ? routes.months.get(listing.key) : undefined;
    if (route === undefined) return [];
    const title = phrases.monthOfYear(listing.key);
    return [
      {
        year: listing.key.slice(0, 4),
        title,
        url: hrefOf(site.basePath, route),
        count: listing.articles.length,
      },
    ];
  });
  const years = [...new Set(months.map(({ year }) => year))].map((year) => ({
    year: phrases.year(year),
    months: months.flatMap(({ year: own, ...month }) => (own === year ? [month] : [])),
  }));
  const frame = frameFor(fixedRoutes.archive, words.archive, edition, tools);
  return single("months", fixedRoutes.archive, { ...frame, title: words.archive, years });
}

function correctionsPage(edition: Edition, tools: SinglePageTools): TemplatePage {
  const { words, library } = edition;
  const entries = library.visible.flatMap((article) =>
    article.corrections.map(({ date, text }) => ({
      epoch: date.epoch,
      entry: {
        date: toMoment(date),
        text,
        article: { title: article.title, url: articleHref(article, edition) },
      },
    })),
  );
  // The sort is stable and the articles are in the site's order, so the order is total.
  const sorted = entries.toSorted((a, b) => b.epoch - a.epoch).map(({ entry }) => entry);
  const frame = frameFor(fixedRoutes.corrections, words.corrections, edition, tools);
  return single("corrections", fixedRoutes.corrections, {
    ...frame,
    title: words.corrections,
    entries: sorted,
  });
}

function searchPage(edition: Edition, tools: SinglePageTools): TemplatePage {
  const { words, site } = edition;
  const frame = frameFor(fixedRoutes.search, words.search, edition, tools);
  return single("search", fixedRoutes.search, {
    ...frame,
    title: words.search,
    index: searchIndex(edition),
    engine: searchEngine(site),
  });
}

function notFoundPage({ words }: Edition, { frame }: SinglePageTools): TemplatePage {
  const route = fixedRoutes.notFound;
  const title = words.notFoundTitle;
  return single("not-found", route, { ...frame({ route, title, noindex: true }), title });
}

/** The redirects of an edition, those of the newest articles first. An address with another ending than a page's has no page of its own. */
export function redirectsOf(edition: Edition): readonly (Move & { readonly title: string })[] {
  const { library, sections, plainPages, words } = edition;
  const moved = [...library.visible, ...library.withdrawn].filter(({ aliases }) => aliases.length > 0);
  const titled = (title: string, moves: readonly Move[]) => moves.map((move) => ({ ...move, title }));
  return [
    ...moved.flatMap((article) => {
      const title = article.withdrawn === undefined ? article.title : words.withdrawn;
      return titled(title, movesTo(article.aliases, articleRouteIn(article, edition)));
    }),
    ...plainPages.flatMap((page) => titled(page.title, movesTo(page.aliases, plainRoute(page)))),
    ...[...sections.values()].flatMap((section) => titled(section.title, sectionMoves(section))),
  ];
}
