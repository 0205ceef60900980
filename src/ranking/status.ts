import { type Article, openingOf } from "../model/article.ts";
import type { Stamp } from "../model/time.ts";

export type Status = "published" | "draft" | "scheduled" | "expired" | "withdrawn";

/** What a preview shows besides what is published. */
export interface Show {
  readonly drafts?: boolean;
  readonly future?: boolean;
  readonly expired?: boolean;
}

/** The one visibility rule. With `show`, a draft, a future or an expired article counts as if it were published; without it, the answer is the reader's. */
export function statusOf(article: Article, now: number, show: Show = {}): Status {
  if (article.draft && !show.drafts) return "draft";
  if (now < openingOf(article).epoch && !show.future) return "scheduled";
  if (article.expires !== undefined && now >= article.expires.epoch && !show.expired) return "expired";
  return article.withdrawn === undefined ? "published" : "withdrawn";
}

/** Something that time alone changes in what readers see of an article. */
export interface Change {
  readonly at: Stamp;
  readonly kind: "appears" | "unpins" | "leaves";
}

/** What time alone will change after `now` in what readers see of an article, soonest first. */
export function changesAfter(article: Article, now: number, show: Show = {}): Change[] {
  const { draft, expires, pinned, withdrawn } = article;
  if (draft && !show.drafts) return [];
  const opening = openingOf(article);
  const opens = show.future ? now : Math.max(now, opening.epoch);
  const closes = expires?.epoch ?? Number.POSITIVE_INFINITY;
  // What is over before it opens is never seen.
  if (closes <= opens) return [];
  const changes: Change[] = [];
  if (opens > now) changes.push({ at: opening, kind: "appears" });
  // A withdrawn article's notice stands in no list, so nothing is seen of its pin.
  const isPinSeen = typeof pinned === "object" && withdrawn === undefined;
  if (isPinSeen && pinned.epoch > opens && pinned.epoch < closes)
    changes.push({ at: pinned, kind: "unpins" });
  if (expires !== undefined) changes.push({ at: expires, kind: "leaves" });
  return changes;
}
