import { describe, expect, test } from "vitest";
import { monthSheet } from "../../src/pages/calendar.ts";
import { plan } from "../support/edition.ts";
import { article } from "../support/newsroom.ts";

const drawn = (month: string, urlOf: (day: string) => string | undefined = () => undefined) =>
  monthSheet(month, urlOf).map(({ days }) =>
    days.map(({ number = "", url }) => (url === undefined ? number : `[${number}]`)).join(" "),
  );

describe("a month's sheet", () => {
  test("has its days under their weekdays, Monday first", () => {
    expect(drawn("2026-03", (day) => (day === "2026-03-09" ? "/x" : undefined))).toEqual([
      "      1",
      "2 3 4 5 6 7 8",
      "[9] 10 11 12 13 14 15",
      "16 17 18 19 20 21 22",
      "23 24 25 26 27 28 29",
      "30 31     ",
    ]);
  });

  test.each([
    ["2024-02", 5, 29],
    ["2026-02", 5, 28],
    ["2021-02", 4, 28],
    ["1969-12", 5, 31],
  ])("%s has %i weeks and %i days", (month, weeks, days) => {
    const sheet = monthSheet(month, () => undefined);
    expect(sheet).toHaveLength(weeks);
    expect(sheet.every((week) => week.days.length === 7)).toBe(true);
    expect(sheet.flatMap((week) => week.days.flatMap(({ number }) => number ?? []))).toEqual(
      Array.from({ length: days }, (_, at) => String(at + 1)),
    );
  });

  test("knows a month before 1970", () => {
    expect(drawn("1969-12")[0]).toBe("1 2 3 4 5 6 7");
  });
});

describe("the pages of a month", async () => {
  const site = await plan({
    "content/site.yaml": "title: 报\nurl: https://x.example.com\nlists: {perPage: 2}\n",
    ...Object.fromEntries(
      [1, 1, 2, 2, 9].map((day, at) => [
        `content/news/2026-03-0${day}-${at}.md`,
        article({ 标题: `${at}`, ...(at === 4 ? { 日期: "2026-03-09 10:30" } : {}) }),
      ]),
    ),
  });
  const index = site.value("archive", "/archive/2026/03/index.html");
  const oldest = site.value("archive", "/archive/2026/03/page/1.html");

  test("list by days", () => {
    expect(index.days.map(({ id, title, cards }) => [id, title, cards.length])).toEqual([
      ["day-2026-03-09", "3月9日 星期一", 1],
      ["day-2026-03-02", "3月2日 星期一", 2],
    ]);
    expect(index.days[0]?.cards[0]?.date).toMatchObject({ clock: "10:30" });
    expect(index.days[1]?.cards[0]?.date).not.toHaveProperty("clock");
  });

  test("are led to by the calendar, each day to the page where its newest article stands", () => {
    const urls = index.weeks.flatMap(({ days }) => days.flatMap(({ url }) => url ?? []));
    expect(urls).toEqual([
      "/archive/2026/03/page/1.html#day-2026-03-01",
      "/archive/2026/03/#day-2026-03-02",
      "/archive/2026/03/#day-2026-03-09",
    ]);
    expect(oldest.days.map(({ id }) => id)).toEqual(["day-2026-03-01"]);
  });

  test("hold the calendar on the index alone", () => {
    expect(index.weekdays.join("")).toBe("一二三四五六日");
    expect([oldest.weekdays, oldest.weeks]).toEqual([[], []]);
  });
});
