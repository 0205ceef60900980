import type { Article, ArticleId } from "../model/article.ts";
import { compareArticles } from "../model/article.ts";
import type { TagKey, Taxonomy } from "../model/taxonomy.ts";
import { canonicalTags } from "../model/taxonomy.ts";
import type { Show, Status } from "./status.ts";
import { changesAfter, statusOf } from "./status.ts";

/** A tag that at least one visible article carries. */
interface Tag {
  readonly key: TagKey;
  readonly label: string;
  /** Indices into `Library.visible`, newest first. */
  readonly articles: readonly number[];
}

/** The whole site at one moment: what every list, page and feed is made from. */
export interface Library {
  /** Newest first. */
  readonly visible: readonly Article[];
  /** Articles whose address stays with a notice, newest first. */
  readonly withdrawn: readonly Article[];
  readonly status: ReadonlyMap<ArticleId, Status>;
  /** The next moment, in epoch milliseconds, at which an article appears, is no longer pinned, or leaves by time alone. */
  readonly nextDue: number | undefined;
  /** Canonical tags, parallel to `visible`. */
  readonly keys: readonly (readonly TagKey[])[];
  readonly tags: ReadonlyMap<TagKey, Tag>;
  readonly taxonomy: Taxonomy;
}

/** Of an article, all that a list depends on: its own place in it, and who stands beside it. */
type RankedArticle = Pick<
  Article,
  "id" | "title" | "date" | "section" | "tags" | "source" | "hot" | "related" | "relatedExclude"
>;

/** What lists are reckoned from, and nothing more. */
export interface RankedLibrary extends Pick<Library, "status" | "keys" | "tags" | "taxonomy"> {
  readonly visible: readonly RankedArticle[];
}

/** All that lists depend on of an article, as a text: equal texts, equal articles to whoever ranks. Where a line was written is not in it. */
export function rankedText(article: RankedArticle): string {
  const { id, title, date, section, tags, source, hot, related, relatedExclude } = article;
  const overrides = [related, relatedExclude].map((written) => written.map(({ value }) => value));
  return JSON.stringify([id, title, date, section, tags, source, hot, overrides]);
}

/** Sorts all articles into what readers see, what is withdrawn and what is neither, against one `now`. The order of `articles` does not matter. */
export function makeLibrary(
  articles: readonly Article[],
  taxonomy: Taxonomy,
  now: number,
  show: Show = {},
): Library {
  const ordered = articles.toSorted(compareArticles);
  const status = new Map(ordered.map((article) => [article.id, statusOf(article, now, show)]));
  const having = (wanted: Status) => ordered.filter(({ id }) => status.get(id) === wanted);
  const visible = having("published");
  const keys = visible.map(({ tags }) => canonicalTags(tags, taxonomy));
  return {
    visible,
    withdrawn: having("withdrawn"),
    status,
    nextDue: earliest(ordered.map((article) => changesAfter(article, now, show)[0]?.at.epoch)),
    keys,
    tags: indexTags(visible, keys, taxonomy),
    taxonomy,
  };
}

/** The name that readers see for a tag, an ancestor that no article carries included. */
export function tagLabel({ tags, taxonomy }: Pick<Library, "tags" | "taxonomy">, key: TagKey): string {
  return tags.get(key)?.label ?? taxonomy.labels.get(key) ?? key;
}

function earliest(moments: readonly (number | undefined)[]): number | undefined {
  let first: number | undefined;
  for (const moment of moments) {
    if (moment !== undefined && moment < (first ?? Number.POSITIVE_INFINITY)) first = moment;
  }
  return first;
}

function indexTags(
  visible: readonly Article[],
  keys: Library["keys"],
  taxonomy: Taxonomy,
): ReadonlyMap<TagKey, Tag> {
  const carriers = new Map<TagKey, number[]>();
  for (const [index, own] of keys.entries()) {
    for (const key of own) {
      const known = carriers.get(key);
      if (known === undefined) carriers.set(key, [index]);
      else known.push(index);
    }
  }
  return new Map(
    Array.from(carriers, ([key, articles]) => {
      // The oldest article's spelling, because new articles come at the other end: a label, once shown, stays.
      const oldest = visible[articles.at(-1) ?? 0];
      const label = taxonomy.labels.get(key) ?? spelling(oldest?.tags ?? [], key, taxonomy);
      return [key, { key, label, articles }];
    }),
  );
}

function spelling(written: readonly string[], key: TagKey, taxonomy: Taxonomy): string {
  const found = written.find((tag) => canonicalTags([tag], taxonomy)[0] === key);
  return found?.trim().replace(/\s+/g, " ") ?? key;
}
