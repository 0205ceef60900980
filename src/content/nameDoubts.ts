import { type Article, articleId } from "../model/article.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { dayOf, type Stamp } from "../model/time.ts";
import { readStamp, usualForm } from "./dates.ts";
import { nameBlank, nameDateImpossible, nameDateUnread } from "./problems.ts";

/**
 * What a file's name hardly means: a day that does not exist, a date in a form that is not read, blanks in the address. `named`
 * is the date that it was read to start with; with a slug of the article's own its address is not made of it.
 */
export function nameDoubts(
  { path, date }: Pick<Article, "path" | "date">,
  named: Stamp | string | undefined,
  hasSlug: boolean,
): Diagnostic[] {
  const place = { file: `content/${path}`, line: 1, column: 1 };
  const name = articleId(path).split("/").at(-1) ?? "";
  const ending = path.endsWith("/index.md") ? "" : ".md";
  const [head, rest] = [name.slice(0, DAY.length), name.slice(DAY.length)];
  if (named === "impossible")
    return [nameDateImpossible(place, head, `${dayOf(date)}${withoutBlanks(rest)}${ending}`)];
  if (hasSlug) return [];
  const better = named === undefined ? datedName(name) : undefined;
  if (better !== undefined) {
    const kept = /\s/.test(name) ? undefined : name;
    return [nameDateUnread(place, `${better}${ending}`, kept)];
  }
  return blankDoubts(place, `${name}${ending}`);
}

/** Tells blanks in a name, or a path, of which an address is made. */
export function blankDoubts(place: Place, name: string): Diagnostic[] {
  return /\s/.test(name) ? [nameBlank(place, withoutBlanks(name))] : [];
}

const DAY = "2026-02-09";

/** A name that starts with a date, but not as `2026-02-09-…`, in that form; undefined for another. */
function datedName(name: string): string | undefined {
  const found = DATED.exec(name)?.groups;
  const day = usualForm(`${found?.year}-${found?.month}-${found?.day}`);
  if (found === undefined || day === undefined || typeof readStamp(day, "UTC") === "string") return undefined;
  const rest = withoutBlanks(found.rest ?? "").replace(/^[-_.]+/, "");
  return rest === "" ? day : `${day}-${rest}`;
}

/** One sign between the parts, or none where months and days have two digits each. */
const DATED =
  /^(?<year>(?:19|20)\d{2})(?:(?<separator>[-_.]|年|)(?<month>\d{2}|(?<!\d{4})\d)(?:\k<separator>|月)(?<day>\d{2}|(?<!\d)\d))日?(?!\d)(?<rest>.*)$/u;

function withoutBlanks(name: string): string {
  return name.trim().replace(/\s*-\s*|\s+/g, "-");
}
