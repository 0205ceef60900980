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
  try {
    const clock = Temporal.PlainDateTime.from(
      {
        year: Number(groups.year),
        month: Number(groups.month),
        day: Number(groups.day),
        hour: Number(groups.hour ?? 0),
        minute: Number(groups.minute ?? 0),
        second: Number(groups.second ?? 0),
      },
      { overflow: "reject" },
    );
    const zoned =
      groups.offset === undefined
        ? clock.toZonedDateTime(timeZone)
        : atOffset(clock, groups.offset, timeZone);
    return toStamp(zoned, groups.hour === undefined);
  } catch (error) {
    if (error instanceof RangeError) return "impossible";
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

function atOffset(clock: Temporal.PlainDateTime, offset: string, timeZone: string): Temporal.ZonedDateTime {
  const zone = offset === "Z" ? "UTC" : offset.replace(/^(.\d{2}):?(\d{2})$/, "$1:$2");
  return clock.toZonedDateTime(zone).withTimeZone(timeZone);
}

function toStamp(zoned: Temporal.ZonedDateTime, dateOnly: boolean): Stamp {
  return {
    epoch: zoned.epochMilliseconds,
    local: zoned.toPlainDateTime().toString({ smallestUnit: "second" }),
    offset: zoned.offset,
    dateOnly,
  };
}
