import { type Article, openingOf } from "../model/article.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { dayNumber, dayOf, type Stamp } from "../model/time.ts";
import { beforeDate, farFromName, neverShown, noText } from "./problems.ts";

/** An article may be written long before it is published; a mistyped year lies farther off. */
const DAYS_APART = 100;

/** What an article says that is allowed, and yet hardly meant. `named` is the date of its file's name. */
export function doubtsOf(
  article: Article,
  { placeOf, markup }: { readonly placeOf: (path: string) => Place; readonly markup: string },
  named: Stamp | string | undefined,
): Diagnostic[] {
  const { date, expires, draft, withdrawn } = article;
  const problems = earlierThings(article).flatMap(({ at, stamp }) =>
    dayNumber(stamp) < dayNumber(date) ? [beforeDate(placeOf(at), dayOf(stamp), dayOf(date))] : [],
  );
  if (typeof named === "object" && Math.abs(dayNumber(named) - dayNumber(date)) > DAYS_APART)
    problems.push(farFromName(placeOf("/date"), dayOf(date), dayOf(named)));
  if (expires !== undefined && expires.epoch <= openingOf(article).epoch)
    problems.push(neverShown(placeOf("/expires")));
  if (markup.trim() === "" && !draft && withdrawn === undefined)
    problems.push(noText({ file: `content/${article.path}`, line: 1, column: 1 }));
  return problems;
}

/** What cannot have been before the article itself. */
function earlierThings({ updated, corrections }: Article): { readonly at: string; readonly stamp: Stamp }[] {
  return [
    ...(updated === undefined ? [] : [{ at: "/updated", stamp: updated }]),
    ...corrections.map(({ date }, index) => ({ at: `/corrections/${index}/date`, stamp: date })),
  ];
}
