import type { Article, ArticleId } from "../model/article.ts";
import type { Card, Head, Link } from "../model/page.ts";
import { hrefOf } from "../model/route.ts";
import { articleParts } from "../pages/article.ts";
import { articleValue } from "../pages/articleValue.ts";
import { articleHref, cardMaker } from "../pages/card.ts";
import type { Edition } from "../pages/edition.ts";
import { frameGatherer } from "../pages/frame.ts";
import { authorLink, sectionLink, tagLink } from "../pages/links.ts";
import type { Listing } from "../pages/listings.ts";
import { listingRoute } from "../pages/paginate.ts";
import { phrasesFor } from "../pages/phrases.ts";
import { type Desk, type Forme, libraryOf } from "../press.ts";
import { makeDuplicateTest } from "../ranking/duplicates.ts";
import { explainRelated, type RelatedExplanation } from "../ranking/explain.ts";
import { explainHot, type HotExplanation } from "../ranking/explainHot.ts";
import { listLatest } from "../ranking/latest.ts";
import { type Library, tagLabel } from "../ranking/library.ts";

/** What a preview knows of one article. */
export interface Dossier {
  readonly article: Article;
  readonly tags: readonly string[];
  /** Its page. */
  readonly href: string;
  /** Absent for a withdrawn article, which stands in no list. */
  readonly lists?: Standings;
  readonly looks?: Looks;
}

/** Where an article stands in lists, and why. */
export interface Standings {
  /** Whether these are the lists that readers see; else they are those in which everything is published already. */
  readonly isAsRead: boolean;
  readonly related: readonly RelatedExplanation[];
  readonly titleOf: (id: ArticleId) => string;
  readonly hot: HotExplanation;
  /** Its place among the latest, from 1. */
  readonly latest: number | undefined;
  /** The list pages that it stands on: sections, tags, reporters, its month. */
  readonly places: readonly { readonly kind: Listing["kind"]; readonly link: Link }[];
}

/** How an article looks elsewhere: as a card in lists, and as search engines and chats show its page. */
export interface Looks {
  readonly card: Card;
  readonly head: Head;
}

/** Gathers what is to be known of an article of a preview's edition. Undefined where there is none of that id. */
export function dossierOf(id: ArticleId, { desk, edition }: Forme, now: number): Dossier | undefined {
  const article = desk.copy.articles.find((candidate) => candidate.id === id);
  if (article === undefined) return undefined;
  const index = desk.library.visible.findIndex((shown) => shown.id === id);
  return {
    article,
    tags: tagLabels(article, index, desk.library),
    href: articleHref(article, edition),
    lists: standingsOf(id, index, desk, edition, now),
    looks: index < 0 ? undefined : looksOf(index, edition),
  };
}

function tagLabels({ tags }: Article, index: number, library: Library): readonly string[] {
  const keys = library.keys[index];
  return keys === undefined ? tags : keys.map((key) => tagLabel(library, key));
}

function standingsOf(
  id: ArticleId,
  index: number,
  desk: Desk,
  edition: Edition,
  now: number,
): Standings | undefined {
  const { lists } = desk.config.site;
  // What readers see, where a preview shows everything.
  const read = libraryOf(desk.copy, desk.config, now);
  const isAsRead = read.status.get(id) === "published";
  const library = isAsRead ? read : desk.library;
  const [related, hot] = [explainRelated(library, lists, id), explainHot(library, lists, id)];
  if (related === undefined || hot === undefined) return undefined;
  const titles = new Map(library.visible.map((article) => [article.id, article.title]));
  return {
    isAsRead,
    related,
    titleOf: (other) => titles.get(other) ?? other,
    hot,
    latest: latestPlace(id, library, lists.latest.count),
    places: placesOf(index, edition),
  };
}

function latestPlace(id: ArticleId, library: Library, count: number): number | undefined {
  const list = listLatest(library, count, makeDuplicateTest(library.visible));
  const place = list.findIndex((index) => library.visible[index]?.id === id);
  return place < 0 ? undefined : place + 1;
}

function placesOf(index: number, edition: Edition): Standings["places"] {
  return edition.listings.flatMap((listing) => {
    const link = listing.articles.includes(index) ? linkOf(listing, edition) : undefined;
    return link === undefined ? [] : [{ kind: listing.kind, link }];
  });
}

function linkOf(listing: Listing, edition: Edition): Link | undefined {
  switch (listing.kind) {
    case "section":
      return sectionLink(listing.key, edition);
    case "tag":
      return tagLink(listing.key, edition);
    case "author":
      return authorLink(listing.key, edition);
    case "archive": {
      const title = phrasesFor(edition.site.language).month(listing.key);
      return { title, url: hrefOf(edition.site.basePath, listingRoute(listing.base)) };
    }
    case "latest":
      return undefined;
  }
}

function looksOf(index: number, edition: Edition): Looks {
  const card = cardMaker(edition);
  const parts = articleParts(index, edition, {
    gather: frameGatherer(edition),
    card,
    link: () => undefined,
    rails: () => undefined,
  });
  return { card: card(index), head: articleValue(parts).head };
}
