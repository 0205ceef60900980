import type { Card, Link, Rails } from "../model/page.ts";
import type { Route } from "../model/route.ts";
import { groupByDay } from "./calendar.ts";
import { type FrameParts, makeFrame } from "./frame.ts";
import type { Listing } from "./listings.ts";
import { phrasesFor } from "./phrases.ts";

/** All that the value of a list's page is made of. */
export interface ListingParts {
  readonly frame: FrameParts;
  readonly route: Route;
  readonly kind: Listing["kind"];
  readonly title: string;
  readonly description: string | undefined;
  readonly breadcrumb: readonly Link[];
  /** The fields of its kind. */
  readonly fields: object;
  readonly cards: readonly Card[];
  /** The number of an older page; the index has none. */
  readonly page: number | undefined;
  readonly pager: { readonly label?: string; readonly newer?: string; readonly older?: string } | undefined;
  readonly rails: Rails | undefined;
}

/** What the template of a list gets, but for the body. */
export function listingValue(parts: ListingParts): object {
  const { frame, route, kind, title, description, breadcrumb, page, cards, pager, fields, rails } = parts;
  const { language } = frame.setting.site;
  const { page: label } = phrasesFor(language);
  const pageTitle = page === undefined ? title : `${title} - ${label(page)}`;
  return {
    ...makeFrame(frame, { route, title: pageTitle, description, breadcrumb, rails }),
    title,
    description: page === undefined ? description : undefined,
    ...listedAs(kind, cards, language),
    pager,
    ...fields,
  };
}

/** What is news by the hour is listed by days, all else as one list. */
function listedAs(kind: Listing["kind"], cards: readonly Card[], language: string): object {
  return kind === "latest" || kind === "archive" ? { days: groupByDay(cards, language) } : { cards };
}
