import { hash } from "node:crypto";
import { remember } from "../model/remember.ts";
import { type RankedLibrary, rankedText } from "./library.ts";
import { spareOf } from "./pool.ts";
import type { Postings } from "./postings.ts";
import { makeScorer, type Scale } from "./score.ts";

/** What related lists rest on, as plain values that can be kept. Articles are numbered as in the library that was ranked. */
export interface Basis {
  /** All that lists rest on besides articles. */
  readonly terms: string;
  /** Of each article a hash of all that any list can rest on: equal prints, equal articles. */
  readonly prints: readonly string[];
  /** Of whom each list was chosen; null where it rests on more. */
  readonly pools: readonly (KeptPool | null)[];
}

/** As `Pool`. */
interface KeptPool {
  readonly candidates: readonly number[];
  readonly least: number;
}

/** A related list that stands, in the numbers of the new library. */
interface Standing {
  readonly related: readonly number[];
  readonly pool: KeptPool;
}

/** The print of each article: its own fields, and the tags that it has, each with its weight. */
export function printsOf({ visible }: RankedLibrary, postings: Postings): string[] {
  const { rows, tag, value, tags } = postings;
  // Few are different, and to write a number is slow.
  const numeral = remember(String);
  return visible.map((article, index) => {
    let text = rankedText(article);
    for (let entry = rows[index] ?? 0; entry < (rows[index + 1] ?? 0); entry++)
      text += `\n${tags[tag[entry] ?? 0]} ${numeral(value[entry] ?? 0)}`;
    return hash("sha1", text, "base64url" as "base64");
  });
}

/**
 * The related lists that stand in another library, by its numbers. One that was chosen of a pool, the best of all who share a
 * tag, stands if its article and all of the pool are what they were, and no article that is new or another could enter the pool.
 */
export function standingLists(
  related: readonly (readonly number[])[],
  { prints: before, pools }: Basis,
  prints: readonly string[],
  scale: Scale,
  cap: number,
): ReadonlyMap<number, Standing> {
  const numbers = new Map(prints.map((print, index) => [print, index]));
  const moved = before.map((print) => numbers.get(print));
  const same = new Set(moved);
  const fresh = [...prints.keys()].filter((index) => !same.has(index));
  // Two texts with one id are a mistake of which others tell.
  const areDistinct = numbers.size === prints.length && new Set(before).size === before.length;
  // So many might bring a walk to the cap.
  if (!areDistinct || fresh.length > spareOf(cap)) return new Map();
  const standing = new Map<number, Standing>();
  for (const [index, pool] of pools.entries()) {
    const asker = moved[index];
    const candidates = pool?.candidates.map((other) => moved[other]);
    if (asker === undefined || pool === null || !areAllThere(candidates)) continue;
    const list = related[index]?.map((other) => moved[other]);
    if (areAllThere(list)) standing.set(asker, { related: list, pool: { candidates, least: pool.least } });
  }
  dropEntered(standing, fresh, scale);
  return standing;
}

function areAllThere(numbers: readonly (number | undefined)[] | undefined): numbers is readonly number[] {
  return numbers !== undefined && !numbers.includes(undefined);
}

/** Drops the lists whose pools one of the fresh articles enters. */
function dropEntered(standing: Map<number, Standing>, fresh: readonly number[], scale: Scale): void {
  const { rows, tag, lists, articles } = scale.postings;
  const scorer = makeScorer(scale);
  for (const article of fresh)
    for (let entry = rows[article] ?? 0; entry < (rows[article + 1] ?? 0); entry++) {
      const number = tag[entry] ?? 0;
      for (let at = lists[number] ?? 0; at < (lists[number + 1] ?? 0); at++) {
        const asker = articles[at] ?? 0;
        const stands = standing.get(asker);
        if (stands === undefined) continue;
        scorer.face(asker);
        if (scorer.score(article) >= stands.pool.least) standing.delete(asker);
      }
    }
}
