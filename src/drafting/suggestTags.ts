import { compareText } from "../model/diagnostic.ts";
import type { TagKey } from "../model/taxonomy.ts";
import { likeness, printOf } from "../ranking/duplicates.ts";
import { makeTagFinder } from "../ranking/implicitTags.ts";
import { type Library, tagLabel } from "../ranking/library.ts";

const MOST = 6;
const NEIGHBOURS = 8;
/** Two titles that share less have no more in common than the name of the place. */
const LEAST_LIKE = 0.12;

/**
 * Tags for a title, as readers see them, at most six: known tags that the title names, in the order in which it names them,
 * then those of the articles whose titles are most like it, best first.
 */
export function suggestTags(title: string, library: Library): string[] {
  const named = makeTagFinder(library)(title);
  const keys = [...new Set([...named, ...neighbourTags(title, library)])];
  return keys.slice(0, MOST).map((key) => tagLabel(library, key));
}

function neighbourTags(title: string, { visible, keys }: Library): TagKey[] {
  const print = printOf(title);
  const near = visible
    .map((article, index) => ({ index, like: likeness(print, printOf(article.title, article.source?.name)) }))
    .filter(({ like }) => like >= LEAST_LIKE)
    .sort((a, b) => b.like - a.like || a.index - b.index)
    .slice(0, NEIGHBOURS);
  const weights = new Map<TagKey, number>();
  for (const { index, like } of near) {
    for (const key of keys[index] ?? []) weights.set(key, (weights.get(key) ?? 0) + like);
  }
  return [...weights].sort(([a, left], [b, right]) => right - left || compareText(a, b)).map(([key]) => key);
}
