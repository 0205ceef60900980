import type { Article } from "../model/article.ts";
import type { Feed, FeedEntry, FeedPage } from "../model/page.ts";
import { absoluteUrl, type Route } from "../model/route.ts";
import type { Site } from "../model/site.ts";
import { toIso } from "../model/time.ts";
import { bodyRef, outletOf, tagLabels } from "./article.ts";
import { articleRouteIn, coverPicture } from "./card.ts";
import type { Edition } from "./edition.ts";
import { modifiedAt } from "./modified.ts";
import { phrasesFor } from "./phrases.ts";
import { publisherFacts } from "./publisher.ts";
import { absoluteSlots } from "./references.ts";
import { fixedRoutes, sectionFeedRoute, sectionRoute } from "./routes.ts";

/** The site's feed in three formats, and each section's in RSS. */
export function feedPages(edition: Edition): FeedPage[] {
  const { site, library, sections } = edition;
  const newest = library.visible.map((_, index) => index);
  const siteFeed = {
    title: site.title,
    description: site.description ?? site.title,
    home: fixedRoutes.front,
    articles: newest,
  };
  const page = (format: FeedPage["format"], route: Route, facts: FeedFacts): FeedPage => ({
    kind: "feed",
    wave: "feed",
    route,
    format,
    feed: makeFeed(route, facts, edition),
  });
  return [
    page("rss", fixedRoutes.rss, siteFeed),
    page("atom", fixedRoutes.atom, siteFeed),
    page("json", fixedRoutes.jsonFeed, siteFeed),
    ...[...sections.values()].map((section) =>
      page("rss", sectionFeedRoute(section.path), {
        title: `${section.title} - ${site.title}`,
        description: section.description || section.title,
        home: sectionRoute(section.path),
        articles: section.articles,
      }),
    ),
  ];
}

interface FeedFacts {
  readonly title: string;
  readonly description: string;
  readonly home: Route;
  /** Indices into `Library.visible`, newest first. */
  readonly articles: readonly number[];
}

function makeFeed(self: Route, { title, description, home, articles }: FeedFacts, edition: Edition): Feed {
  const { site } = edition;
  const listed = articles.slice(0, site.feeds.items);
  const changes = listed.flatMap((index) => edition.library.visible[index] ?? []).map(modifiedAt);
  const newest = changes.toSorted((a, b) => b.epoch - a.epoch)[0];
  const { name, logo } = publisherFacts(site);
  return {
    title,
    description,
    language: site.language,
    home: absoluteUrl(site, home),
    self: absoluteUrl(site, self),
    updated: newest && toIso(newest),
    publisher: name,
    copyright: site.copyright,
    logo,
    entries: listed.map((index) => makeEntry(index, edition)),
  };
}

function makeEntry(index: number, edition: Edition): FeedEntry {
  const { site, library } = edition;
  const article = library.visible[index] as Article;
  const cover = coverPicture(article.cover, article.path, edition);
  const body = bodyRef(article, edition);
  const outlet = outletOf(article, edition);
  return {
    id: entryId(article, site),
    url: absoluteUrl(site, articleRouteIn(article, edition)),
    title: article.title,
    published: toIso(article.date),
    updated: toIso(modifiedAt(article)),
    summary: article.excerpt,
    authors: article.authors.map(({ name }) => name),
    tags: tagLabels(index, edition),
    source: outlet && { name: outlet.name, url: outlet.url },
    image: cover && new URL(cover.src, site.origin).href,
    corrections: article.corrections.map(({ date, text }) => ({ date: toIso(date), text })),
    aigc: article.aigc === true ? phrasesFor(site.language).aigc : article.aigc,
    body: { ...body, slots: absoluteSlots(body.slots, site) },
  };
}

/** A tag URI (RFC 4151). Its year is the same for all, so that correcting an article's date makes no second entry in anybody's reader. */
function entryId({ id }: Article, { origin }: Site): string {
  return `tag:${new URL(origin).hostname},2000:${id}`;
}
