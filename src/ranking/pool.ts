import type { Scale } from "./score.ts";
import { damping, makeScorer, SCORE_SCALE, SECTION_FACTOR, sectionFactor } from "./score.ts";
import { walkOutward } from "./walk.ts";

/** An article that shares a tag with the asker. */
export interface Candidate {
  readonly article: number;
  readonly score: number;
  /** Whole days between the two. */
  readonly days: number;
}

/** The best candidates for an article. */
export interface Pool {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** The least score with which another might have been among them. */
  readonly least: number;
  /** How many more articles the longest walk could have met before it came to the cap. Above 0, these are the best of all that share a tag. */
  readonly room: number;
}

/** The best candidates for an article, itself and those of `barred` left out. */
export type FindPool = (asker: number, barred: Iterable<number>) => Pool;

/**
 * Only so many of a tag's articles, the nearest to the asker as `walkOutward` has it, are candidates through that tag.
 * A part of the definition: it bounds the work where an import puts ten thousand articles on one day.
 */
export const NEAREST_POSTINGS = 2048;

/** Covers the rounding of the bound itself: it may be too high, never too low. */
const SLACK = 1 + 1e-9;

/** The order of related articles: the higher score, the fewer days apart, the newer. Article numbers run from new to old. */
function compareCandidates(a: Candidate, b: Candidate): number {
  return b.score - a.score || a.days - b.days || a.article - b.article;
}

/**
 * Returns an exact search for the `size` best candidates that scores only what can still be among them: it takes the asker's
 * tags from rare to common, walks each one's articles outward in date, and leaves a tag once no unseen article can enter the pool.
 */
export function makePoolFinder(scale: Scale, size: number, cap = NEAREST_POSTINGS): FindPool {
  const { days, nearness } = scale;
  const { rows, tag, place, lists, articles, lengths } = scale.postings;
  const scorer = makeScorer(scale);
  const shortest = shortestLengths(scale);
  // What is seen carries the search's number, so that nothing need be cleared between two searches.
  const seen = new Int32Array(days.length);
  let search = 0;
  let asker = 0;
  let reach: Reach = { shared: 0, most: 0 };
  let ceiling = 0;
  let pool: Candidate[] = [];
  // The least score that may enter: 1, and in a full pool that of the last, which a nearer or newer article can still beat.
  let least = 1;
  let visited = 0;
  const isBelow = (bound: number) => bound * SCORE_SCALE < least - 0.5;

  const visit = (article: number, apart: number) => {
    visited++;
    const near = nearness[apart] ?? 0;
    if (isBelow(ceiling * near)) return false;
    if (seen[article] === search) return true;
    seen[article] = search;
    if (isBelow(limit(reach, lengths[article] ?? 0) * near * sectionFactor(scale, asker, article)))
      return true;
    const score = scorer.score(article);
    if (score < least) return true;
    insert(pool, size, { article, score, days: apart });
    least = pool[size - 1]?.score ?? 1;
    return true;
  };

  return (next, barred) => {
    asker = next;
    scorer.face(asker);
    search++;
    pool = [];
    least = 1;
    for (const other of barred) seen[other] = search;
    const capped: number[] = [];
    let room = cap;
    for (let entry = rows[asker] ?? 0; entry < (rows[asker + 1] ?? 0); entry++) {
      const number = tag[entry] ?? 0;
      const run = { articles, from: lists[number] ?? 0, to: lists[number + 1] ?? 0 };
      reach = reachFrom(scale, asker, entry, capped);
      ceiling = limit(reach, shortest[number] ?? 0) * SECTION_FACTOR;
      // An article beyond the cap is unseen and yet shares this tag: later reaches have to count it.
      visited = 0;
      if (walkOutward(run, place[entry] ?? 0, days, cap, visit)) capped.push(entry);
      room = Math.min(room, cap - visited);
    }
    return { candidates: pool, least, room };
  };
}

/** What an unseen article can still share with the asker: only tags of R, those from one entry on and the capped ones. */
interface Reach {
  /** ‖a_R‖ · W_R / ‖a‖^1.5, where W_R = √Σ_R w². */
  readonly shared: number;
  /** W_R: no article is longer over R, for none has more of a tag than its rarity. */
  readonly most: number;
}

function reachFrom(scale: Scale, asker: number, entry: number, capped: readonly number[]): Reach {
  const { rows, tag, value, weights } = scale.postings;
  let own = 0;
  let all = 0;
  const add = (at: number) => {
    const [v, w] = [value[at] ?? 0, weights[tag[at] ?? 0] ?? 0];
    own += v * v;
    all += w * w;
  };
  for (const at of capped) add(at);
  for (let at = entry; at < (rows[asker + 1] ?? 0); at++) add(at);
  const most = Math.sqrt(all);
  return { shared: ((Math.sqrt(own) * most) / damping(scale, asker)) * SLACK, most };
}

/**
 * The tag similarity that an unseen article of some length cannot exceed. By Cauchy–Schwarz it is at most ‖a_R‖·‖b_R‖ / (‖a‖^1.5·‖b‖^0.5),
 * and ‖b_R‖ exceeds neither W_R nor ‖b‖. It falls with length: the shortest article's limit holds for all.
 */
function limit({ shared, most }: Reach, length: number): number {
  return shared / Math.sqrt(Math.max(most, length));
}

/** The length of the shortest article of each tag. */
function shortestLengths({ postings }: Scale): Float64Array {
  const { weights, lengths, lists, articles } = postings;
  const shortest = new Float64Array(weights.length).fill(Number.POSITIVE_INFINITY);
  for (let number = 0; number < weights.length; number++) {
    for (let at = lists[number] ?? 0; at < (lists[number + 1] ?? 0); at++) {
      shortest[number] = Math.min(shortest[number] ?? 0, lengths[articles[at] ?? 0] ?? 0);
    }
  }
  return shortest;
}

function insert(pool: Candidate[], size: number, candidate: Candidate): void {
  let at = pool.length;
  while (at > 0 && compareCandidates(candidate, pool[at - 1] ?? candidate) < 0) at--;
  pool.splice(at, 0, candidate);
  if (pool.length > size) pool.pop();
}
