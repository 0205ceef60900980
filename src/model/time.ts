const MS_PER_DAY = 86_400_000;

/** A point in time as an editor wrote it, read in the site's time zone. */
export interface Stamp {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly epoch: number;
  /** The wall clock in the site's zone: `2026-02-09T10:30:05`. */
  readonly local: string;
  /** The zone's offset at that moment: `+08:00`. */
  readonly offset: string;
  /** True where the editor gave a day without a time; the clock is then 00:00:00. */
  readonly dateOnly: boolean;
}

/** The calendar day in the site's zone: `2026-02-09`. */
export function dayOf(stamp: Stamp): string {
  return stamp.local.slice(0, 10);
}

/** The calendar day as a count of days since 1970-01-01, for differences in whole days. */
export function dayNumber(stamp: Stamp): number {
  return Date.parse(dayOf(stamp)) / MS_PER_DAY; // a day without a time is read in UTC
}

/** RFC 3339 with the zone's offset: `2026-02-09T10:30:05+08:00`. */
export function toIso(stamp: Stamp): string {
  return `${stamp.local}${stamp.offset}`;
}

/** What a reader sees: `2026-02-09 10:30`, or the day alone where no time was given. */
export function toDisplay(stamp: Stamp): string {
  return stamp.dateOnly ? dayOf(stamp) : `${dayOf(stamp)} ${stamp.local.slice(11, 16)}`;
}

/** A time through which something is the same: from `from` up to, but not at, `until`; epoch milliseconds. Without an end, for ever. */
export interface Span {
  readonly from: number;
  readonly until: number | null;
}

/** Whether a moment, in epoch milliseconds, lies in a span. */
export function holdsAt({ from, until }: Span, now: number): boolean {
  return from <= now && now < (until ?? Number.POSITIVE_INFINITY);
}
