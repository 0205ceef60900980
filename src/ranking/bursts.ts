import type { TagKey } from "../model/taxonomy.ts";
import { dayNumber } from "../model/time.ts";
import type { RankedLibrary } from "./library.ts";

/** How a tag fares in the last days against the weeks before. */
export interface Burst {
  /** c: articles of the last 7 days that carry it. */
  readonly recent: number;
  /** b: articles of the 56 days before. */
  readonly before: number;
  /** λ: the recent ones that those weeks let expect. */
  readonly expected: number;
  /** z, from 0 to 6: how far the recent ones go beyond that. */
  readonly burst: number;
}

export const MOST_BURST = 6;
const LEAST_RECENT = 3;
const RECENT_DAYS = 7;
const BASE_DAYS = 56;

/** Measures the tags of the last 63 days, the newest visible article's day being the last. Only tags that articles carry count. */
export function measureBursts(library: RankedLibrary): ReadonlyMap<TagKey, Burst> {
  const ages = agesWithin(library, RECENT_DAYS + BASE_DAYS);
  const total = { recent: 0, before: 0 };
  const counts = new Map<TagKey, { recent: number; before: number }>();
  for (const [index, age] of ages.entries()) {
    const window = age < RECENT_DAYS ? "recent" : "before";
    total[window]++;
    for (const key of library.keys[index] ?? []) {
      const count = counts.get(key) ?? { recent: 0, before: 0 };
      count[window]++;
      counts.set(key, count);
    }
  }
  return new Map(
    Array.from(counts, ([key, { recent, before }]) => {
      const expected = (total.recent * (before + 0.5)) / (total.before + 1);
      return [key, { recent, before, expected, burst: burstOf(recent, expected) }];
    }),
  );
}

/** z of a tag: deviations above what was expected, 0 for a tag on fewer than three recent articles. */
export function burstOf(recent: number, expected: number): number {
  if (recent < LEAST_RECENT) return 0;
  return Math.min(MOST_BURST, Math.max(0, (recent - expected) / Math.sqrt(expected + 0.5)));
}

/** The ages in days of the newest articles, those younger than `days`, counted from the newest article's day. */
export function agesWithin({ visible }: RankedLibrary, days: number): number[] {
  const ages: number[] = [];
  const today = visible[0] === undefined ? 0 : dayNumber(visible[0].date);
  for (const { date } of visible) {
    const age = today - dayNumber(date);
    if (age >= days) break;
    ages.push(age);
  }
  return ages;
}
