import type { Article } from "../model/article.ts";
import type { Stamp } from "../model/time.ts";

/** When an article changed last: its date, its update or its newest correction. */
export function modifiedAt({
  date,
  updated,
  corrections,
}: Pick<Article, "date" | "updated" | "corrections">): Stamp {
  const stamps = [
    date,
    ...(updated === undefined ? [] : [updated]),
    ...corrections.map((correction) => correction.date),
  ];
  return stamps.reduce((newest, stamp) => (stamp.epoch > newest.epoch ? stamp : newest));
}
