import type { Article, ArticleId } from "../model/article.ts";
import { articleId } from "../model/article.ts";

/** Finds articles by what editors write for them. */
export interface IdResolver {
  /** The one article that is meant. */
  readonly resolve: (ending: string) => ArticleId | undefined | "ambiguous";
  /** All articles that may be meant, in code-unit order. */
  readonly matches: (ending: string) => readonly ArticleId[];
  /** Every ending that finds an article. */
  readonly endings: () => Iterable<string>;
}

/**
 * Reads the ids of all articles, visible or not. An id is found by any ending of it in whole path segments, with or without
 * the date before its last segment; an ending that is a whole id means that one alone.
 */
export function resolveIds(articles: readonly Pick<Article, "id">[]): IdResolver {
  const ids = new Set(articles.map(({ id }) => id).sort());
  const known = indexEndings(ids);
  const find = (ending: string) => {
    const normal = normalEnding(ending);
    return ids.has(normal) ? normal : known.get(normal);
  };
  return {
    resolve: (ending) => {
      const found = find(ending);
      return typeof found === "object" ? "ambiguous" : found;
    },
    matches: (ending) => {
      const found = find(ending) ?? [];
      return typeof found === "object" ? found : [found];
    },
    endings: () => known.keys(),
  };
}

/** Editors copy paths as they find them: `/news/weather.md`. */
function normalEnding(written: string): ArticleId {
  return articleId(written.trim().replace(/^\/+/, ""));
}

/** Nearly every ending has one id, so only the others pay for a list. */
function indexEndings(ids: Iterable<ArticleId>): ReadonlyMap<string, ArticleId | readonly ArticleId[]> {
  const known = new Map<string, ArticleId | ArticleId[]>();
  for (const id of ids) {
    for (const ending of endingsOf(id)) {
      const before = known.get(ending);
      if (before === undefined) known.set(ending, id);
      else if (typeof before === "object") before.push(id);
      else known.set(ending, [before, id]);
    }
  }
  return known;
}

function endingsOf(id: ArticleId): string[] {
  const folders = id.split("/");
  const last = folders.pop() ?? "";
  const undated = last.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, "");
  const names = undated === last ? [last] : [last, undated];
  const before = ["", ...folders.map((_, from) => `${folders.slice(from).join("/")}/`)];
  return names.flatMap((name) => before.map((folder) => folder + name));
}
