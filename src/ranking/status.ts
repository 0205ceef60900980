import { type Article, openingOf } from "../model/article.ts";

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

/** The first moment after `now` at which time alone changes what readers see of the article: it appears, is no longer pinned, or leaves. */
export function nextChange(article: Article, now: number, show: Show = {}): number | undefined {
  if (article.draft && !show.drafts) return undefined;
  const closes = article.expires?.epoch ?? Number.POSITIVE_INFINITY;
  const opens = show.future ? now : Math.max(now, openingOf(article).epoch);
  // An article that expires before it opens never appears, so nothing is due for it.
  if (closes <= opens) return undefined;
  if (opens > now) return opens;
  const next = Math.min(unpinsAfter(article, now), closes);
  return next === Number.POSITIVE_INFINITY ? undefined : next;
}

/** A withdrawn article's notice stands in no list, so nothing is seen of its pin. */
function unpinsAfter({ pinned, withdrawn }: Article, now: number): number {
  const ends = typeof pinned === "object" && withdrawn === undefined && pinned.epoch > now;
  return ends ? pinned.epoch : Number.POSITIVE_INFINITY;
}
