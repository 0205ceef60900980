import type { Article } from "../model/article.ts";
import type { Stamp } from "../model/time.ts";

/** When an article changed last: its date, its update or its newest correction. */
export function modifiedAt({
  date,
  updated,
  corrections,
}: Pick<Article, "date" | "updated" | "corrections">): Stamp {
  const later = (newest: Stamp, stamp: Stamp) => (stamp.epoch > newest.epoch ? stamp : newest);
  return corrections.map((correction) => correction.date).reduce(later, later(date, updated ?? date));
}
