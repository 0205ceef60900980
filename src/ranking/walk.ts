/** Article numbers in a flat array, newest first, from `from` up to `to`. */
export interface Run {
  readonly articles: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** Says whether to go on. */
export type Visit = (article: number, daysApart: number) => boolean;

/**
 * Visits the others of a run from one place outward: the fewer days apart the earlier, then the fewer places away in the run, then the newer.
 * This is what “nearest” means everywhere. Visits `limit` at most; true where the limit cut the walk short.
 */
export function walkOutward(run: Run, place: number, days: Int32Array, limit: number, visit: Visit): boolean {
  const { articles, from, to } = run;
  const dayAt = (at: number) => days[articles[at] ?? 0] ?? 0;
  const day = dayAt(place);
  let newer = place - 1;
  let older = place + 1;
  let toNewer = newer >= from ? dayAt(newer) - day : Number.POSITIVE_INFINITY;
  let toOlder = older < to ? day - dayAt(older) : Number.POSITIVE_INFINITY;
  for (let visited = 0; visited < limit; visited++) {
    if (toNewer < toOlder || (toNewer === toOlder && place - newer <= older - place)) {
      if (newer < from || !visit(articles[newer] ?? 0, toNewer)) return false;
      newer--;
      toNewer = newer >= from ? dayAt(newer) - day : Number.POSITIVE_INFINITY;
    } else {
      if (older >= to || !visit(articles[older] ?? 0, toOlder)) return false;
      older++;
      toOlder = older < to ? day - dayAt(older) : Number.POSITIVE_INFINITY;
    }
  }
  return newer >= from || older < to;
}
