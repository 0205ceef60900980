import type { BodyRef, Card, Link, Rails, TemplatePage } from "../model/page.ts";
import { hrefOf, type Route } from "../model/route.ts";
import { ancestorsOf } from "../model/taxonomy.ts";
import { dayOf } from "../model/time.ts";
import { tagLabel } from "../ranking/library.ts";
import { dayId, monthSheet } from "./calendar.ts";
import { isPinned } from "./card.ts";
import type { Edition } from "./edition.ts";
import type { FrameParts } from "./frame.ts";
import type { PageKeys } from "./keys.ts";
import { sectionLink, sectionTrail, tagLink } from "./links.ts";
import type { Listing } from "./listings.ts";
import type { ListingParts } from "./listingValue.ts";
import { listingRoute, paginate } from "./paginate.ts";
import { phrasesFor } from "./phrases.ts";
import { fixedRoutes, sectionFeedRoute } from "./routes.ts";

export interface ListingTools {
  readonly gather: (section?: string) => FrameParts;
  readonly card: (index: number) => Card;
  readonly rails: Rails | undefined;
  readonly keyOf: PageKeys["listing"];
}

/** What is particular to one kind of list. */
interface Particulars {
  readonly title: string;
  readonly description?: string;
  readonly section?: string;
  readonly breadcrumb: readonly Link[];
  /** The fields that this kind's template has besides those of every list. */
  readonly fields: object;
  /** Those of them that an older page leaves empty, because they change with other lists than its own. */
  readonly emptied?: object;
}

/** The index and the older pages of a list. Cards are gathered when they are first asked for: most pages are kept by their `key`. */
export function listingPages(listing: Listing, edition: Edition, tools: ListingTools): TemplatePage[] {
  const { site } = edition;
  const { index, older } = paginate(listing.articles, site.lists.perPage);
  const phrases = phrasesFor(site.language);
  const { title, description, section, breadcrumb, fields, emptied } = describe(listing, edition);
  const frame = tools.gather(section);
  const olderFields = { ...fields, ...emptied };
  const href = (page?: number) => hrefOf(site.basePath, listingRoute(listing.base, page));
  const make = (articles: readonly number[], page?: number): TemplatePage => {
    const ownParts = {
      frame,
      route: listingRoute(listing.base, page),
      kind: listing.kind,
      title,
      description,
      breadcrumb,
      fields: page === undefined ? fields : olderFields,
      page,
      pager: pagerOf(page, page === undefined ? older.length : page - 1, href, phrases.page),
      rails: tools.rails,
    };
    const body = bodyOf(listing, page, edition);
    let parts: ListingParts | undefined;
    return {
      kind: "template",
      wave: "list",
      route: ownParts.route,
      template: listing.kind,
      maker: "listing",
      key: tools.keyOf(ownParts, articles, body),
      get parts() {
        parts ??= { ...ownParts, cards: articles.map(tools.card) };
        return parts;
      },
      body,
    };
  };
  return [make(pinnedFirst(listing, index, edition)), ...older.map((articles, at) => make(articles, at + 1))];
}

/** Pinned articles stand first on a section's index, wherever their date puts them. */
function pinnedFirst(
  { kind, articles }: Listing,
  index: readonly number[],
  edition: Edition,
): readonly number[] {
  if (kind !== "section") return index;
  const { visible } = edition.library;
  const pinned = articles.filter((at) => {
    const article = visible[at];
    return article !== undefined && isPinned(article, edition);
  });
  return [...new Set([...pinned, ...index])];
}

/** An older page leads to the one before it and back to the index, and to nothing that a new article moves. */
function pagerOf(
  page: number | undefined,
  below: number,
  href: (page?: number) => string,
  label: (n: number) => string,
): ListingParts["pager"] {
  const older = below > 0 ? href(below) : undefined;
  if (page !== undefined) return { label: label(page), newer: href(), older };
  return older === undefined ? undefined : { older };
}

function bodyOf(listing: Listing, page: number | undefined, edition: Edition): BodyRef | undefined {
  const body =
    listing.kind === "section" && page === undefined ? edition.sections.get(listing.key)?.body : undefined;
  return body && { hash: body.hash, slots: edition.slots.get(`${listing.key}/_index.md`) ?? [] };
}

function describe(listing: Listing, edition: Edition): Particulars {
  const { site, words, library } = edition;
  const phrases = phrasesFor(site.language);
  switch (listing.kind) {
    case "latest":
      return {
        title: words.latestNews,
        breadcrumb: [crumb(words.latestNews, fixedRoutes.latest, edition)],
        fields: {},
      };
    case "section":
      return describeSection(listing.key, edition);
    case "tag": {
      const title = tagLabel(library, listing.key);
      const [parent] = ancestorsOf(listing.key, library.taxonomy).flatMap(
        (key) => tagLink(key, edition) ?? [],
      );
      const fields = { parent, children: childTags(listing.key, edition) };
      return {
        title,
        breadcrumb: [crumb(words.tags, fixedRoutes.tags, edition), tagLink(listing.key, edition)].filter(
          (link) => link !== undefined,
        ),
        fields,
        emptied: { children: [] },
      };
    }
    case "author":
      return {
        title: listing.key,
        breadcrumb: [crumb(listing.key, listingRoute(listing.base), edition)],
        fields: { unit: listing.unit },
        emptied: { unit: undefined },
      };
    case "archive": {
      const title = phrases.month(listing.key);
      const trail = [
        crumb(words.archive, fixedRoutes.archive, edition),
        crumb(title, listingRoute(listing.base), edition),
      ];
      return {
        title,
        breadcrumb: trail,
        fields: {
          ...neighbouringMonths(listing.key, edition),
          weekdays: phrases.weekdays,
          weeks: monthSheet(listing.key, dayUrls(listing, edition)),
        },
        // An older page stands still, and keeps no calendar of days that are still to come.
        emptied: { previous: undefined, next: undefined, weekdays: [], weeks: [] },
      };
    }
  }
}

function describeSection(path: string, edition: Edition): Particulars {
  const { site, sections } = edition;
  const section = sections.get(path);
  const subsections = (section?.children ?? []).flatMap((child) => sectionLink(child, edition) ?? []);
  return {
    title: section?.title ?? path,
    description: section?.description || undefined,
    section: path,
    breadcrumb: sectionTrail(path, edition),
    fields: { subsections, feed: hrefOf(site.basePath, sectionFeedRoute(path)) },
    emptied: { subsections: [] },
  };
}

function crumb(title: string, route: Route, { site }: Edition): Link {
  return { title, url: hrefOf(site.basePath, route) };
}

function childTags(key: Parameters<typeof tagLabel>[1], edition: Edition): Link[] {
  const { parents } = edition.library.taxonomy;
  return [...parents].flatMap(([child, parent]) => (parent === key ? (tagLink(child, edition) ?? []) : []));
}

/** Where the newest article of a day stands among a list's pages. */
function dayUrls(
  { base, articles }: Listing,
  { site, library }: Edition,
): (day: string) => string | undefined {
  const { index, older } = paginate(articles, site.lists.perPage);
  const pages = [
    { listed: index, number: undefined },
    ...older.map((listed, at) => ({ listed, number: at + 1 })),
  ];
  const urls = new Map<string, string>();
  // The index first, then from the newest of the older pages to the oldest.
  for (const { listed, number } of [...pages.slice(0, 1), ...pages.slice(1).reverse()]) {
    const url = hrefOf(site.basePath, listingRoute(base, number));
    for (const day of listed.flatMap((at) => library.visible[at] ?? []).map(({ date }) => dayOf(date))) {
      if (!urls.has(day)) urls.set(day, `${url}#${dayId(day)}`);
    }
  }
  return (day) => urls.get(day);
}

/** Months are listed newest first. */
function neighbouringMonths(month: string, edition: Edition) {
  const months = [...edition.routes.months];
  const at = months.findIndex(([key]) => key === month);
  const link = (entry: (typeof months)[number] | undefined) =>
    entry === undefined
      ? undefined
      : crumb(phrasesFor(edition.site.language).month(entry[0]), entry[1], edition);
  return { previous: link(months[at + 1]), next: link(months[at - 1]) };
}
