import { isArticlePath } from "../content/discover.ts";
import { type Article, type ArticleId, articleId, compareArticles, openingOf } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { folderOf } from "../model/path.ts";
import { canonicalTags, type TagKey, type Taxonomy } from "../model/taxonomy.ts";
import type { Stamp } from "../model/time.ts";
import { type Status, statusOf } from "../ranking/status.ts";

/** An article's state for its editor: the reader's, but that an error in its file comes first. */
export type DeskState = Status | "broken";

/** The states in the order in which they want an editor's eye. */
export const DESK_STATES: readonly DeskState[] = [
  "broken",
  "draft",
  "scheduled",
  "published",
  "expired",
  "withdrawn",
];

/** One article as the desk lists it. Of a file that could never be read there is only the name. */
export interface DeskRow {
  readonly id: ArticleId;
  readonly title?: string;
  readonly state: DeskState;
  readonly date?: Stamp;
  /** Of a scheduled one: when it appears. */
  readonly opens?: Stamp;
  readonly section: string;
  readonly tags: readonly TagKey[];
  readonly editor?: string;
  readonly errors: number;
  readonly warnings: number;
}

/** Every article, the unreadable first, then newest first. `articles` are those of the last good edition, `diagnostics` those of now. */
export function deskRows(
  articles: readonly Article[],
  taxonomy: Taxonomy,
  now: number,
  diagnostics: readonly Diagnostic[],
): DeskRow[] {
  const problems = problemsByArticle(diagnostics);
  const known = new Set(articles.map(({ id }) => id));
  return [
    ...[...problems].flatMap(([id, found]) => (known.has(id) ? [] : [unreadRow(id, found)])),
    ...articles
      .toSorted(compareArticles)
      .map((article) => articleRow(article, taxonomy, now, problems.get(article.id) ?? [])),
  ];
}

/** The article that a file of the newsroom holds: `content/news/a.md`. Undefined for any other file. */
export function articleOf(file: string): ArticleId | undefined {
  const path = file.startsWith("content/") ? file.slice("content/".length) : "";
  return isArticlePath(path) ? articleId(path) : undefined;
}

function problemsByArticle(diagnostics: readonly Diagnostic[]): ReadonlyMap<ArticleId, Diagnostic[]> {
  const problems = new Map<ArticleId, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const id = articleOf(diagnostic.file);
    if (id === undefined) continue;
    const known = problems.get(id);
    if (known === undefined) problems.set(id, [diagnostic]);
    else known.push(diagnostic);
  }
  return problems;
}

function unreadRow(id: ArticleId, problems: readonly Diagnostic[]): DeskRow {
  const section = folderOf(id);
  return { id, state: "broken", section, tags: [], ...countsOf(problems) };
}

function articleRow(
  article: Article,
  taxonomy: Taxonomy,
  now: number,
  problems: readonly Diagnostic[],
): DeskRow {
  const { id, title, date, section, editor } = article;
  const counts = countsOf(problems);
  const status = statusOf(article, now);
  return {
    id,
    title,
    state: counts.errors > 0 ? "broken" : status,
    date,
    opens: status === "scheduled" ? openingOf(article) : undefined,
    section,
    tags: canonicalTags(article.tags, taxonomy),
    editor,
    ...counts,
  };
}

function countsOf(problems: readonly Diagnostic[]): Pick<DeskRow, "errors" | "warnings"> {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: problems.length - errors };
}
