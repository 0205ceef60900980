import { describe, expect, it } from "vitest";
import { endOf, readStamp, stampAt } from "../../src/content/dates.ts";
import type { Stamp } from "../../src/model/time.ts";
import { toIso } from "../../src/model/time.ts";

const SHANGHAI = "Asia/Shanghai";
const NEW_YORK = "America/New_York";

/** `2026-02-09T10:30:00+08:00`, a trailing `*` where no time was written, or the problem. */
function read(written: string, zone = SHANGHAI): string {
  const stamp = readStamp(written, zone);
  return typeof stamp === "string" ? stamp : toIso(stamp) + (stamp.dateOnly ? "*" : "");
}

describe("a date", () => {
  it.each([
    ["2026-02-09", "2026-02-09T00:00:00+08:00*"],
    [" 2026-02-09 ", "2026-02-09T00:00:00+08:00*"],
    ["2026-02-09 10:30", "2026-02-09T10:30:00+08:00"],
    ["2026-02-09  10:30", "2026-02-09T10:30:00+08:00"],
    ["2026-02-09 10:30:05", "2026-02-09T10:30:05+08:00"],
    ["2026-02-09 00:00", "2026-02-09T00:00:00+08:00"],
    ["2026-02-09T10:30", "2026-02-09T10:30:00+08:00"],
    ["2026-02-09T10:30:05", "2026-02-09T10:30:05+08:00"],
    ["2026-02-09T10:30:05.123", "2026-02-09T10:30:05+08:00"],
    ["2026-02-09T10:30:05+08:00", "2026-02-09T10:30:05+08:00"],
    ["2026-02-09T10:30+0800", "2026-02-09T10:30:00+08:00"],
    ["2026-02-09T10:30:05Z", "2026-02-09T18:30:05+08:00"],
    ["2026-02-09T20:00:00-05:00", "2026-02-10T09:00:00+08:00"],
    ["2026-02-09T00:00:00+14:00", "2026-02-08T18:00:00+08:00"],
    ["2026-02-09T00:00:00+05:30", "2026-02-09T02:30:00+08:00"],
    ["2026/2/9", "2026-02-09T00:00:00+08:00*"],
    ["2026/02/09", "2026-02-09T00:00:00+08:00*"],
    ["2026/12/31", "2026-12-31T00:00:00+08:00*"],
    ["2026年2月9日", "2026-02-09T00:00:00+08:00*"],
    ["2026年02月09日", "2026-02-09T00:00:00+08:00*"],
    ["2026年2月9日 10:30", "2026-02-09T10:30:00+08:00"],
    ["2026年2月9日10:30", "2026-02-09T10:30:00+08:00"],
    ["2026年2月9日 9:30", "2026-02-09T09:30:00+08:00"],
    ["2026年2月9日 10:30:05", "2026-02-09T10:30:05+08:00"],
    ["2024-02-29", "2024-02-29T00:00:00+08:00*"],
    ["2000-02-29", "2000-02-29T00:00:00+08:00*"],
    ["1949-10-01", "1949-10-01T00:00:00+08:00*"],
  ])("may be written %j", (written, expected) => {
    expect(read(written)).toBe(expected);
  });

  it.each([
    "",
    "昨天",
    "2026",
    "2026-02",
    "2026-2-9",
    "26-02-09",
    "20260209",
    "2026.02.09",
    "2026-02-09 9:30",
    "2026-02-09 10",
    "2026-02-09 10:3",
    "2026-02-09 10:30:5",
    "2026-02-09 10：30",
    "2026-02-09 10:30 PM",
    "2026-02-09 上午10:30",
    "2026-02-09 10:30+08:00",
    "2026-02-09 10:30Z",
    "2026-02-09t10:30",
    "2026-02-09T10:30:05+8",
    "2026-02-09T10:30:05 +08:00",
    "2026-02-09T10:30:05+08:00[Asia/Shanghai]",
    "2026-02-09T",
    "2026/2/9 10:30",
    "2026年2月9",
    "2026年2月9号",
    "2026 年 2 月 9 日",
    "二〇二六年二月九日",
    "２０２６-０２-０９",
    "2/9/2026",
    "9 Feb 2026",
    "Mon, 09 Feb 2026 10:30:00 +0800",
    "1770604200",
    "+002026-02-09",
    "-2026-02-09",
    "2026-02-09\n2026-02-10",
  ])("is not read from %j", (written) => {
    expect(read(written)).toBe("unreadable");
  });

  it.each([
    "2026-02-30",
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026/2/30",
    "2026年13月1日",
    "2026-02-09 24:00",
    "2026-02-09 10:60",
    "2026-02-09 10:30:60",
    "2026年2月9日 25:00",
    "2026-02-09T10:30:05+25:00",
    "2026-02-09T10:30:05+08:99",
  ])("is impossible as %j", (written) => {
    expect(read(written)).toBe("impossible");
  });
});

describe("the site's time zone", () => {
  it.each([
    ["Shanghai's last summer time", "1991-07-01 12:00", SHANGHAI, "1991-07-01T12:00:00+09:00"],
    ["the winter after it", "1991-12-01 12:00", SHANGHAI, "1991-12-01T12:00:00+08:00"],
    ["Shanghai's summers since", "1992-07-01 12:00", SHANGHAI, "1992-07-01T12:00:00+08:00"],
    [
      "an offset in Shanghai's summer time",
      "1991-07-01T12:00:00+08:00",
      SHANGHAI,
      "1991-07-01T13:00:00+09:00",
    ],
    ["New York's winter", "2026-01-15 12:00", NEW_YORK, "2026-01-15T12:00:00-05:00"],
    ["New York's summer", "2026-07-15 12:00", NEW_YORK, "2026-07-15T12:00:00-04:00"],
    // On 8 March 2026 New York's clocks go from 2:00 to 3:00.
    ["before New York's gap", "2026-03-08 01:59", NEW_YORK, "2026-03-08T01:59:00-05:00"],
    ["in New York's gap", "2026-03-08 02:30", NEW_YORK, "2026-03-08T03:30:00-04:00"],
    ["behind New York's gap", "2026-03-08 03:00", NEW_YORK, "2026-03-08T03:00:00-04:00"],
    // On 1 November 2026 they go from 2:00 back to 1:00.
    ["New York's repeated hour", "2026-11-01 01:30", NEW_YORK, "2026-11-01T01:30:00-04:00"],
    [
      "the second of that hour by its offset",
      "2026-11-01T01:30:00-05:00",
      NEW_YORK,
      "2026-11-01T01:30:00-05:00",
    ],
    ["a day that an offset changes", "2026-02-09T02:00:00+08:00", NEW_YORK, "2026-02-08T13:00:00-05:00"],
    ["Shanghai's mean time, in whole minutes", "1026-02-09", SHANGHAI, "1026-02-09T00:00:00+08:05*"],
    ["a zone of half an hour", "2026-02-09 10:30", "Asia/Kolkata", "2026-02-09T10:30:00+05:30"],
    ["a day without a midnight", "2018-11-04", "America/Sao_Paulo", "2018-11-04T01:00:00-02:00*"],
  ])("decides %s", (_what, written, zone, expected) => {
    expect(read(written, zone)).toBe(expected);
  });

  it("gives the moment in milliseconds since 1970", () => {
    expect(readStamp("2026-02-09 10:30:05", SHANGHAI)).toMatchObject({
      epoch: Date.UTC(2026, 1, 9, 2, 30, 5),
    });
    expect(readStamp("1969-12-31T23:59:59Z", SHANGHAI)).toMatchObject({ epoch: -1000 });
  });
});

describe("the end of a stamp", () => {
  const end = (written: string, zone = SHANGHAI) => toIso(endOf(readStamp(written, zone) as Stamp, zone));

  it.each([
    ["2026-02-09", SHANGHAI, "2026-02-10T00:00:00+08:00"],
    ["2026-02-28", SHANGHAI, "2026-03-01T00:00:00+08:00"],
    ["2026-12-31", SHANGHAI, "2027-01-01T00:00:00+08:00"],
    ["2026-03-08", NEW_YORK, "2026-03-09T00:00:00-04:00"],
    ["2018-11-03", "America/Sao_Paulo", "2018-11-04T01:00:00-02:00"],
    ["2026-02-09 10:30", SHANGHAI, "2026-02-09T10:30:00+08:00"],
    ["2026-02-09 00:00", SHANGHAI, "2026-02-09T00:00:00+08:00"],
  ])("written %s in %s is %s", (written, zone, expected) => {
    expect(end(written, zone)).toBe(expected);
  });

  it("is a day of 23 hours where the clocks go forward", () => {
    const start = readStamp("2026-03-08", NEW_YORK) as Stamp;
    expect(endOf(start, NEW_YORK).epoch - start.epoch).toBe(23 * 3_600_000);
  });
});

describe("a moment", () => {
  it.each([
    [Date.UTC(2026, 1, 8, 16), SHANGHAI, "2026-02-09T00:00:00+08:00"],
    [Date.UTC(2026, 1, 8, 16), NEW_YORK, "2026-02-08T11:00:00-05:00"],
    [0, SHANGHAI, "1970-01-01T08:00:00+08:00"],
    [Date.UTC(2026, 1, 9, 2, 30, 5, 999), SHANGHAI, "2026-02-09T10:30:05+08:00"],
  ])("%i in %s is %s", (epoch, zone, expected) => {
    expect(toIso(stampAt(epoch, zone))).toBe(expected);
    expect(stampAt(epoch, zone)).toMatchObject({ epoch, dateOnly: false });
  });
});
