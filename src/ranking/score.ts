import { dayNumber } from "../model/time.ts";
import type { RankedLibrary } from "./library.ts";
import { nearnessTable } from "./nearness.ts";
import type { Postings } from "./postings.ts";

/** What a shared section multiplies a score by. */
export const SECTION_FACTOR = 1.1;
/** Scores are whole, so that a difference in the last bit of a sum cannot order a list. */
export const SCORE_SCALE = 1_000_000;
const NEARNESS_FLOOR = 0.1;

/** All that the score of two articles is reckoned from. Articles are numbered as in `Library.visible`. */
export interface Scale {
  readonly postings: Postings;
  /** The calendar day of each article. */
  readonly days: Int32Array;
  /** The number of each article's section. */
  readonly sections: Int32Array;
  /** The nearness of two articles by the whole days between them. */
  readonly nearness: Float64Array;
}

/** Gathers what scores need, once for a library. */
export function makeScale(library: RankedLibrary, postings: Postings, halfLifeDays: number): Scale {
  const days = Int32Array.from(library.visible, ({ date }) => dayNumber(date));
  const span = (days[0] ?? 0) - (days.at(-1) ?? 0);
  return {
    postings,
    days,
    sections: numberSections(library),
    nearness: nearnessTable(span, halfLifeDays, NEARNESS_FLOOR),
  };
}

/** Scores candidates for one asker at a time. */
export interface Scorer {
  /** Turns to an asker; the answers of the others are about it until the next turn. */
  readonly face: (asker: number) => void;
  /** Σ v_a·v_b over the tags that both have. */
  readonly sharedValue: (candidate: number) => number;
  /** Tag similarity, from 0 to about 1: Σ v_a·v_b / (‖a‖^1.5 · ‖b‖^0.5). Not symmetrical. */
  readonly similarity: (candidate: number) => number;
  /** How related the candidate is, in whole millionths; 0 where no tag is shared. */
  readonly score: (candidate: number) => number;
}

/** Returns a scorer that keeps the asker's vector laid out over all tags: a candidate then costs its own few tags. */
export function makeScorer(scale: Scale): Scorer {
  const { rows, tag, value, lengths, tags } = scale.postings;
  const { nearness } = scale;
  const own = new Float64Array(tags.length);
  const rowEnd = (article: number) => rows[article + 1] ?? 0;
  const roots = lengths.map(Math.sqrt);
  let asker = 0;
  let damped = 0;

  const face = (next: number) => {
    for (let entry = rows[asker] ?? 0; entry < rowEnd(asker); entry++) own[tag[entry] ?? 0] = 0;
    for (let entry = rows[next] ?? 0; entry < rowEnd(next); entry++) own[tag[entry] ?? 0] = value[entry] ?? 0;
    asker = next;
    damped = damping(scale, asker);
  };
  const sharedValue = (candidate: number) => {
    let sum = 0;
    const end = rowEnd(candidate);
    for (let entry = rows[candidate] ?? 0; entry < end; entry++) {
      sum += (own[tag[entry] ?? 0] ?? 0) * (value[entry] ?? 0);
    }
    return sum;
  };
  const similarity = (candidate: number) => {
    const shared = sharedValue(candidate);
    return shared === 0 ? 0 : shared / (damped * (roots[candidate] ?? 0));
  };
  const score = (candidate: number) => {
    const near = nearness[daysApart(scale, asker, candidate)] ?? 0;
    return Math.round(similarity(candidate) * near * sectionFactor(scale, asker, candidate) * SCORE_SCALE);
  };
  face(0);
  return { face, sharedValue, similarity, score };
}

/** ‖a‖^1.5, by square roots alone: powers may differ between machines. The candidate's length is damped less: an article on many things is still found. */
export function damping({ postings }: Scale, asker: number): number {
  const length = postings.lengths[asker] ?? 0;
  return length * Math.sqrt(length);
}

/** Whole calendar days between two articles. */
export function daysApart({ days }: Scale, a: number, b: number): number {
  return Math.abs((days[a] ?? 0) - (days[b] ?? 0));
}

/** What two articles' sections multiply their score by. */
export function sectionFactor({ sections }: Scale, a: number, b: number): number {
  return sections[a] === sections[b] ? SECTION_FACTOR : 1;
}

function numberSections({ visible }: RankedLibrary): Int32Array {
  const numbers = new Map<string, number>();
  const sections = new Int32Array(visible.length);
  for (const [index, { section }] of visible.entries()) {
    const number = numbers.get(section) ?? numbers.size;
    numbers.set(section, number);
    sections[index] = number;
  }
  return sections;
}
