import type { Article, ArticleId } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { nameFinder } from "../model/suggest.ts";
import { resolveIds } from "./ids.ts";
import type { RankedLibrary } from "./library.ts";
import { ambiguousArticle, unknownArticle } from "./problems.ts";

/** An editor's word on one article's related ones, as numbers in `Library.visible`. */
export interface Overrides {
  /** In the order written. */
  readonly pinned: readonly number[];
  readonly excluded: readonly number[];
  /** Whether there is a word at all. One without effect may get it from another article: what it names may still come. */
  readonly areGiven: boolean;
}

const NONE: Overrides = { pinned: [], excluded: [], areGiven: false };

/** Returns a reader of an article's overrides. What is unknown, ambiguous, not visible or the article itself is passed over; an exclusion outweighs a pin. */
export function makeOverrides({ visible, status }: RankedLibrary): (index: number) => Overrides {
  if (!visible.some(hasOverrides)) return () => NONE;
  const { resolve } = resolveIds(Array.from(status.keys(), (id) => ({ id })));
  const numbers = new Map<string | undefined, number>(visible.map(({ id }, index) => [id, index]));
  return (index) => {
    const article = visible[index];
    if (article === undefined || !hasOverrides(article)) return NONE;
    const numbersOf = (entries: Article["related"]) => {
      const found = entries.map(({ value }) => numbers.get(resolve(value)));
      return [...new Set(found)].filter(
        (number): number is number => number !== undefined && number !== index,
      );
    };
    const excluded = numbersOf(article.relatedExclude);
    const pinned = numbersOf(article.related).filter((number) => !excluded.includes(number));
    return { pinned, excluded, areGiven: true };
  };
}

/**
 * Tells editors which of the articles named under `related` and `relatedExclude` do not exist, or could be several. `ids` are
 * those of all articles: one that another mistake keeps from being read exists all the same.
 */
export function checkOverrides(
  articles: readonly Article[],
  ids: readonly ArticleId[] = articles.map(({ id }) => id),
): Diagnostic[] {
  if (!articles.some(hasOverrides)) return [];
  const resolver = resolveIds(ids.map((id) => ({ id })));
  const nearest = nameFinder(resolver.endings());
  const suggest = (written: string) => {
    const ending = nearest(written);
    return ending === undefined ? undefined : resolver.matches(ending)[0];
  };
  return articles
    .flatMap(({ related, relatedExclude }) => [...related, ...relatedExclude])
    .flatMap(({ value, place }) => {
      const found = resolver.resolve(value);
      if (found === undefined) return [unknownArticle(place, value, suggest(value))];
      return found === "ambiguous" ? [ambiguousArticle(place, value, resolver.matches(value))] : [];
    });
}

function hasOverrides({ related, relatedExclude }: Pick<Article, "related" | "relatedExclude">): boolean {
  return related.length > 0 || relatedExclude.length > 0;
}
