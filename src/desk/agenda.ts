import type { Article, ArticleId } from "../model/article.ts";
import { compareText } from "../model/diagnostic.ts";
import { type Change, changesAfter } from "../ranking/status.ts";

/** Something that time alone will change for readers, and in which article. */
export interface Event extends Change {
  readonly id: ArticleId;
  readonly title: string;
}

/** What will change after `now`, soonest first. A draft's times wait until it is one no longer. */
export function agendaOf(articles: readonly Article[], now: number): Event[] {
  return articles
    .flatMap((article) =>
      changesAfter(article, now).map((change) => ({ ...change, id: article.id, title: article.title })),
    )
    .sort((a, b) => a.at.epoch - b.at.epoch || compareText(a.id, b.id) || compareText(a.kind, b.kind));
}
