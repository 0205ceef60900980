import { type Article, type ArticleId, openingOf } from "../model/article.ts";
import { compareText } from "../model/diagnostic.ts";
import type { Stamp } from "../model/time.ts";

/** Something that time alone will change for readers. */
export interface Event {
  readonly at: Stamp;
  readonly kind: "appears" | "unpins" | "leaves";
  readonly id: ArticleId;
  readonly title: string;
}

/** What will change after `now`, soonest first. A draft's times wait until it is one no longer. */
export function agendaOf(articles: readonly Article[], now: number): Event[] {
  return articles
    .flatMap((article) => eventsOf(article, now))
    .sort((a, b) => a.at.epoch - b.at.epoch || compareText(a.id, b.id) || compareText(a.kind, b.kind));
}

function eventsOf(article: Article, now: number): Event[] {
  const { id, title, draft, expires, pinned, withdrawn } = article;
  const opening = openingOf(article);
  const closes = expires?.epoch ?? Number.POSITIVE_INFINITY;
  // What is over before it opens is never seen.
  if (draft || closes <= Math.max(now, opening.epoch)) return [];
  const events: Event[] = [];
  const add = (at: Stamp, kind: Event["kind"]) => events.push({ at, kind, id, title });
  if (opening.epoch > now) add(opening, "appears");
  if (typeof pinned === "object" && withdrawn === undefined) {
    const isSeen = pinned.epoch > Math.max(now, opening.epoch) && pinned.epoch < closes;
    if (isSeen) add(pinned, "unpins");
  }
  if (expires !== undefined) add(expires, "leaves");
  return events;
}
