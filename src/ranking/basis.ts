import { textDigest } from "../model/digest.ts";
import { remember } from "../model/remember.ts";
import { type RankedLibrary, rankedText } from "./library.ts";
import type { Pool } from "./pool.ts";
import type { Postings } from "./postings.ts";
import { makeScorer, type Scale } from "./score.ts";

/** What related lists rest on, as plain values that can be kept. Articles are numbered as in the library that was ranked. */
export interface Basis {
  /** All that lists rest on besides articles. */
  readonly terms: string;
  /** Of each article a hash of all that any list can rest on: equal fingerprints, equal articles. */
  readonly fingerprints: readonly string[];
  /** Of whom each list was chosen; null where it rests on more. */
  readonly pools: readonly (KeptPool | null)[];
}

/** A pool without the scores. */
interface KeptPool extends Pick<Pool, "least" | "room"> {
  readonly candidates: readonly number[];
}

/** A related list, and the pool that it was chosen of. */
export interface KeptList {
  readonly related: readonly number[];
  readonly pool: KeptPool | null;
}

/** The pool of a list as it is kept. */
export function keptPool(pool: Pool | undefined): KeptPool | null {
  if (pool === undefined) return null;
  const { candidates, least, room } = pool;
  return { candidates: candidates.map(({ article }) => article), least, room };
}

/** The fingerprint of each article: its own fields, and the tags that it has, each with its weight. */
export function fingerprintsOf({ visible }: RankedLibrary, postings: Postings): string[] {
  const { rows, tag, value, tags } = postings;
  // Few are different, and to write a number is slow.
  const numeral = remember(String);
  return visible.map((article, index) => {
    let text = rankedText(article);
    for (let entry = rows[index] ?? 0; entry < (rows[index + 1] ?? 0); entry++)
      text += `\n${tags[tag[entry] ?? 0]} ${numeral(value[entry] ?? 0)}`;
    return textDigest(text);
  });
}

/**
 * The related lists that stand in another library, by its numbers: those that were chosen of a pool, the best of all who share a
 * tag, where the article and all of the pool are what they were, and no fresh article, one that is new or another, is as good
 * as the last of the pool. The order of the others among themselves is what it was, as dates and ids decide it. Only the cap
 * could still cut one of the pool off: each fresh article can bring a walk nearer to it by one, so a pool whose room is used
 * up is none any more.
 */
export function standingLists(
  related: readonly (readonly number[])[],
  { fingerprints: before, pools }: Basis,
  fingerprints: readonly string[],
  scale: Scale,
): ReadonlyMap<number, KeptList> {
  const numbers = new Map(fingerprints.map((fingerprint, index) => [fingerprint, index]));
  // Two texts with one id, a mistake of which others tell, may be equal: then a number says nothing.
  if (numbers.size < fingerprints.length || new Set(before).size < before.length) return new Map();
  const moved = before.map((fingerprint) => numbers.get(fingerprint));
  const known = new Set(moved);
  const fresh = [...fingerprints.keys()].filter((index) => !known.has(index));
  const standing = new Map<number, KeptList>();
  for (const [index, pool] of pools.entries()) {
    const asker = moved[index];
    const list = related[index]?.map((other) => moved[other]);
    const candidates = pool?.candidates.map((other) => moved[other]);
    if (pool === null || asker === undefined || !areThere(list) || !areThere(candidates)) continue;
    const room = pool.room - fresh.length;
    if (room > 0) standing.set(asker, { related: list, pool: { candidates, least: pool.least, room } });
  }
  dropEntered(standing, fresh, scale);
  return standing;
}

function areThere(numbers: readonly (number | undefined)[] | undefined): numbers is readonly number[] {
  return numbers !== undefined && !numbers.includes(undefined);
}

/** Drops the lists whose pools one of the fresh articles enters, or may: of equal scores, dates decide. */
function dropEntered(standing: Map<number, KeptList>, fresh: readonly number[], scale: Scale): void {
  const { rows, tag, lists, articles } = scale.postings;
  const scorer = makeScorer(scale);
  for (const article of fresh)
    for (let entry = rows[article] ?? 0; entry < (rows[article + 1] ?? 0); entry++) {
      const number = tag[entry] ?? 0;
      for (let at = lists[number] ?? 0; at < (lists[number + 1] ?? 0); at++) {
        const asker = articles[at] ?? 0;
        const least = standing.get(asker)?.pool?.least;
        if (least === undefined) continue;
        scorer.face(asker);
        if (scorer.score(article) >= least) standing.delete(asker);
      }
    }
}
