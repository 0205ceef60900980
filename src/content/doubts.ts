import { type Article, openingOf } from "../model/article.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { dayNumber, dayOf, type Stamp } from "../model/time.ts";
import { beforeDate, farFromDate, farFromName, neverShown, noText, oddYear, twoNames } from "./problems.ts";

/** An article may be written long before it is published; a mistyped year lies farther off. */
const DAYS_APART = 100;
/** No embargo lasts as long. */
const DAYS_WAITED = 730;
/** What a newspaper's articles are dated in. Which year this is, content/ does not know. */
const YEARS = { first: 1900, last: 2100 };

/** What an article says that is allowed, and yet hardly meant. `named` is the date of its file's name. */
export function doubtsOf(
  article: Article,
  { placeOf, markup }: { readonly placeOf: (path: string) => Place; readonly markup: string },
  named: Stamp | string | undefined,
): Diagnostic[] {
  const { date, publishAt, expires, draft, withdrawn } = article;
  const problems = earlierThings(article).flatMap(({ at, stamp }) =>
    dayNumber(stamp) < dayNumber(date) ? [beforeDate(placeOf(at), dayOf(stamp), dayOf(date))] : [],
  );
  if (typeof named === "object" && Math.abs(dayNumber(named) - dayNumber(date)) > DAYS_APART)
    problems.push(farFromName(placeOf("/date"), dayOf(date), dayOf(named)));
  else if (isOddYear(date)) problems.push(oddYear(placeOf("/date"), dayOf(date)));
  if (publishAt !== undefined && dayNumber(publishAt) - dayNumber(date) > DAYS_WAITED)
    problems.push(farFromDate(placeOf("/publishAt"), dayOf(publishAt), dayOf(date)));
  if (expires !== undefined && expires.epoch <= openingOf(article).epoch)
    problems.push(neverShown(placeOf("/expires")));
  for (const { at, name, isAlone } of people(article)) {
    if (TWO_NAMES.test(name)) problems.push(twoNames(placeOf(at), name, isAlone));
  }
  if (markup.trim() === "" && !draft && withdrawn === undefined)
    problems.push(noText({ file: `content/${article.path}`, line: 1, column: 1 }));
  return problems;
}

/** Names of two characters or more, parted by plain blanks: one of two characters may be padded with a blank to the width of its neighbours. */
const TWO_NAMES = /^\p{Script=Han}{2,4}(?: \p{Script=Han}{2,4})+$/u;

/** The people of an article without more than a name, and whether one stands where a list may. */
function people({ authors, correspondents }: Article) {
  const named = (key: string, names: readonly string[]) =>
    names.map((name, index) => ({ at: `/${key}/${index}`, name, isAlone: names.length === 1 }));
  return [
    ...named(
      "authors",
      authors.map(({ name, unit }) => (unit === undefined ? name : "")),
    ),
    ...named("correspondents", correspondents),
  ];
}

function isOddYear(stamp: Stamp): boolean {
  const year = Number(dayOf(stamp).slice(0, 4));
  return year < YEARS.first || year > YEARS.last;
}

/** What cannot have been before the article itself. */
function earlierThings({ updated, corrections }: Article): { readonly at: string; readonly stamp: Stamp }[] {
  return [
    ...(updated === undefined ? [] : [{ at: "/updated", stamp: updated }]),
    ...corrections.map(({ date }, index) => ({ at: `/corrections/${index}/date`, stamp: date })),
  ];
}
