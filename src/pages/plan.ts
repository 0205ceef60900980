import type { Article } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Link, Page } from "../model/page.ts";
import { rememberEach } from "../model/remember.ts";
import { nearestName } from "../model/suggest.ts";
import { articlePage, withdrawnPage } from "./article.ts";
import { articleHref, cardMaker, coverPicture } from "./card.ts";
import type { Edition } from "./edition.ts";
import { feedPages } from "./feeds.ts";
import { filePath, foreignHost } from "./files.ts";
import { frameGatherer, frameMaker } from "./frame.ts";
import { frontPage } from "./front.ts";
import { pageKeys } from "./keys.ts";
import { listingPages } from "./listing.ts";
import { checkRedirects, machinePages } from "./machine.ts";
import { deadLink, foreignPicture, missingPicture, unknownLayout } from "./problems.ts";
import {
  articleRails,
  frontRails,
  listRails,
  planRail,
  type RailMarkup,
  type RailName,
  type RailPlan,
} from "./rails.ts";
import { leadsSomewhere } from "./references.ts";
import { plainPage, redirectPage, redirectsOf, singlePages } from "./singles.ts";

/** The rails' pages, which are rendered before any page that holds them. */
export function planRails(edition: Edition): Readonly<Record<RailName, RailPlan | undefined>> {
  const card = cardMaker(edition);
  return { hot: planRail("hot", edition, card), latest: planRail("latest", edition, card) };
}

/** Plans an edition's pages, but for its rails. */
export interface Planner {
  /** The page of the visible article at an index. */
  readonly article: (index: number) => Page;
  /** All pages that are no visible article's, one at a time. */
  readonly others: () => Generator<Page>;
  /** Those of them that hold articles' own words. */
  readonly feeds: () => readonly Page[];
}

/** Every page of the edition as a plain value, one at a time: a large site is never held whole. */
export function* planPages(edition: Edition, rails: RailMarkup): Generator<Page> {
  const planner = makePlanner(edition, rails);
  for (const index of edition.library.visible.keys()) yield planner.article(index);
  yield* planner.others();
}

/** Makes the planner of an edition. */
export function makePlanner(edition: Edition, rails: RailMarkup): Planner {
  const card = cardMaker(edition);
  const gather = frameGatherer(edition);
  const frame = frameMaker(gather);
  const link = rememberEach(edition.library.visible.length, (index): Link | undefined => {
    const article = edition.library.visible[index];
    return article && { title: article.title, url: articleHref(article, edition) };
  });
  const railsOf = articleRails(edition, rails);
  const keys = pageKeys(edition, { gather, link, rails: railsOf });
  const ofArticle = { gather, card, link, rails: railsOf };
  const ofList = { gather, card, rails: listRails(edition, rails), keyOf: keys.listing };
  return {
    article: (index) => articlePage(index, edition, ofArticle, keys.article(index)),
    feeds: () => feedPages(edition),
    *others() {
      // A preview is asked for it more than for all the lists, and takes pages until it has the one that is wanted.
      yield frontPage(edition, { gather, card, rails: frontRails(edition, rails) });
      for (const article of edition.library.withdrawn) yield* withdrawnPage(article, edition, frame);
      for (const page of edition.plainPages) yield plainPage(page, edition, { frame, card });
      for (const { from, to, title, hasPage } of redirectsOf(edition))
        if (hasPage) yield redirectPage(from, to, title, edition);
      for (const listing of edition.listings) yield* listingPages(listing, edition, ofList);
      yield* singlePages(edition, { frame, card });
      yield* feedPages(edition);
      yield* machinePages(edition);
    },
  };
}

/** Problems that only a whole edition shows: layouts without a template, covers that are not there. */
export function checkEdition(edition: Edition, layouts: ReadonlySet<string>): Diagnostic[] {
  return [
    ...edition.library.visible.flatMap((article) => checkArticle(article, edition, layouts)),
    ...edition.site.links.given
      .filter(({ value }) => !leadsSomewhere(value, edition))
      .map(({ value, place }) => deadLink(place, value, undefined)),
    ...checkRedirects(edition),
  ];
}

function checkArticle(article: Article, edition: Edition, layouts: ReadonlySet<string>): Diagnostic[] {
  const { cover, layout, path, places } = article;
  const placeOf = (key: string) => places[key] ?? { file: `content/${path}` };
  const problems: Diagnostic[] = [];
  if (!layouts.has(layout))
    problems.push(unknownLayout(placeOf("layout"), layout, nearestName(layout, layouts)));
  const file = cover === undefined ? undefined : edition.files.get(filePath(cover.src, path) ?? "");
  const isTold = file?.isUnfit === true;
  if (cover !== undefined && !isTold && coverPicture(cover, path, edition) === undefined) {
    const place = placeOf("cover");
    problems.push(
      foreignHost(cover) === undefined
        ? missingPicture(place, cover.src, undefined)
        : foreignPicture(place, cover.src),
    );
  }
  return problems;
}
