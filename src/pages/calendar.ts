import type { Card, ValueOf } from "../model/page.ts";
import { phrasesFor } from "./phrases.ts";

const MS_PER_DAY = 86_400_000;

type Day = ValueOf<"archive">["days"][number];
type Week = ValueOf<"archive">["weeks"][number];

/** A list, newest first, cut into its days. */
export function groupByDay(cards: readonly Card[], language: string): Day[] {
  const phrases = phrasesFor(language);
  const days = [...new Set(cards.map(dayOfCard))];
  return days.map((day) => ({
    id: dayId(day),
    title: phrases.day(day, weekdayOf(day)),
    iso: day,
    cards: cards.filter((card) => dayOfCard(card) === day),
  }));
}

/** The id of a day's heading on the pages that list by day. */
export function dayId(day: string): string {
  return `day-${day}`;
}

/**
 * A month's sheet, `2026-03`: its weeks from Monday to Sunday, each day with the address that it leads to, if any. Days of
 * other months are blank.
 */
export function monthSheet(month: string, urlOf: (day: string) => string | undefined): Week[] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const days = Array.from({ length }, (_, at) => {
    const url = urlOf(`${month}-${String(at + 1).padStart(2, "0")}`);
    return { number: String(at + 1), ...(url === undefined ? {} : { url }) };
  });
  const cells = [...Array.from({ length: weekdayOf(`${month}-01`) }, () => ({})), ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) => ({
    days: Array.from({ length: 7 }, (_, weekday) => cells[week * 7 + weekday] ?? {}),
  }));
}

/** 0 is Monday, 6 is Sunday. The first day of 1970 was a Thursday. */
function weekdayOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return (((Date.UTC(year, month - 1, date) / MS_PER_DAY + 3) % 7) + 7) % 7;
}

function dayOfCard({ date }: Card): string {
  return date.iso.slice(0, 10);
}
