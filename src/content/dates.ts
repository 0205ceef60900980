import { Temporal } from "temporal-polyfill";
import type { Stamp } from "../model/time.ts";

/** Why a text is no date: it cannot be read, or there is no such day or time. */
export type DateProblem = "unreadable" | "impossible";

const CLOCK = "(?<hour>\\d{2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d{1,9})?)?";
const FORMS = [
  new RegExp(`^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?: +${CLOCK})?$`),
  new RegExp(`^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})T${CLOCK}(?<offset>Z|[+-]\\d{2}:?\\d{2})?$`),
  /^(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})$/,
  new RegExp(
    `^(?<year>\\d{4})年(?<month>\\d{1,2})月(?<day>\\d{1,2})日(?: *${CLOCK.replace("{2}):", "{1,2}):")})?$`,
  ),
];

/**
 * Reads a date as editors may write it: `2026-02-09`, `2026-02-09 10:30[:05]`, ISO 8601 with or without an offset,
 * `2026/2/9`, `2026年2月9日[ 10:30]`. Without an offset it is wall-clock time in `timeZone`; a wall clock that
 * summer time skips or repeats is resolved as RFC 5545 does.
 */
export function readStamp(written: string, timeZone: string): Stamp | DateProblem {
  const groups = FORMS.map((form) => form.exec(written.trim())?.groups).find((match) => match !== undefined);
  if (groups === undefined) return "unreadable";
  const { year = "", month = "", day = "", hour = "00", minute = "00", second = "00", offset } = groups;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = `${hour.padStart(2, "0")}:${minute}:${second}`;
  const found = dayAt(date, timeZone);
  if (found === undefined || Number(hour) > 23 || minute > "59" || second > "59") return "impossible";
  const dateOnly = groups.hour === undefined;
  if (offset !== undefined) {
    const zoned = atOffset(`${date}T${time}`, offset, timeZone);
    return zoned === undefined ? "impossible" : toStamp(zoned, dateOnly);
  }
  if (!found.isEven)
    return toStamp(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone), dateOnly);
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  return { epoch: found.epoch + seconds * 1000, local: `${date}T${time}`, offset: found.offset, dateOnly };
}

/** The date that was probably meant, in a form that we read, though there may be no such day; undefined where there are no year, month and day in it. */
export function usualForm(written: string): string | undefined {
  const plain = written.normalize("NFKC").replace(/[“”‘’"']/g, "");
  const parts = MEANT_DATE.exec(plain.trim())?.groups;
  if (parts === undefined) return undefined;
  const { year = "", month = "", day = "", half, hour, minute } = parts;
  const two = (number: number | string) => String(number).padStart(2, "0");
  const date = `${year}-${two(month)}-${two(day)}`;
  if (hour === undefined) return date;
  const isLater = half !== undefined && /[下晚]/.test(half) && Number(hour) < 12;
  return `${date} ${two(Number(hour) + (isLater ? 12 : 0))}:${minute === "半" ? "30" : two(minute ?? "")}`;
}

const MEANT_DATE =
  /^(?<year>\d{4})\D+(?<month>\d{1,2})\D+(?<day>\d{1,2})(?:\D*?(?<half>上午|下午|晚上|晚|早上|中午)?\s*(?<hour>\d{1,2})\s*[:时点.]\s*(?<minute>\d{1,2}|半)?)?\D*$/;

/** A day of a zone: its first moment, its offset, and whether no clock change falls on it. */
interface Day {
  readonly epoch: number;
  readonly offset: string;
  readonly isEven: boolean;
}

/** A newsroom's articles share their days, and asking for a zone's offset is the slowest part of reading a date. */
const days = new Map<string, Day | undefined>();

function dayAt(date: string, timeZone: string): Day | undefined {
  const key = `${timeZone} ${date}`;
  if (!days.has(key)) days.set(key, lookUpDay(date, timeZone));
  return days.get(key);
}

/** Undefined for a day that does not exist. */
function lookUpDay(date: string, timeZone: string): Day | undefined {
  try {
    const start = Temporal.PlainDate.from(date, { overflow: "reject" }).toZonedDateTime(timeZone);
    return { ...toStamp(start, true), isEven: start.hoursInDay === 24 };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** An instant, in epoch milliseconds, on the wall clock of a zone. */
export function stampAt(epoch: number, timeZone: string): Stamp {
  return toStamp(Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(timeZone), false);
}

/** The first moment after the day of a date-only stamp; any other stamp as it is. An article that expires on a day is still there on that day. */
export function endOf(stamp: Stamp, timeZone: string): Stamp {
  if (!stamp.dateOnly) return stamp;
  const next = Temporal.PlainDate.from(stamp.local.slice(0, 10)).add({ days: 1 });
  return toStamp(next.toZonedDateTime(timeZone), true);
}

/** Undefined for an offset that no clock has. */
function atOffset(clock: string, offset: string, timeZone: string): Temporal.ZonedDateTime | undefined {
  if (!/^(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/.test(offset)) return undefined;
  const zone = offset === "Z" ? "UTC" : offset.replace(/^(.\d{2}):?(\d{2})$/, "$1:$2");
  return Temporal.PlainDateTime.from(clock).toZonedDateTime(zone).withTimeZone(timeZone);
}

function toStamp(zoned: Temporal.ZonedDateTime, dateOnly: boolean): Stamp {
  return {
    epoch: zoned.epochMilliseconds,
    local: zoned.toPlainDateTime().toString({ smallestUnit: "second" }),
    offset: wholeMinutes(zoned.offset),
    dateOnly,
  };
}

/** Before zones kept whole minutes (in Shanghai until 1901) an offset has seconds, which RFC 3339 cannot hold. */
function wholeMinutes(offset: string): string {
  return offset.slice(0, "+08:00".length);
}
