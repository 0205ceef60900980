import type { Article } from "../model/article.ts";
import { compareText, type Diagnostic, type Place } from "../model/diagnostic.ts";
import { canonicalTags, type TagKey } from "../model/taxonomy.ts";
import { type Library, tagLabel } from "../ranking/library.ts";
import { similarTags } from "./problems.ts";

/** Finds where a value of an article's front matter stands, by the article's path below content/ and the value's own (`/tags/0`). */
export type PlaceFinder = (article: string, value: string) => Place;

/** Tags that are the same but for spaces and signs: told at the newest article of each one that is not the most used. */
export function adviseTags(library: Library, placeOf: PlaceFinder): Diagnostic[] {
  const byForm = new Map<string, TagKey[]>();
  for (const key of library.tags.keys()) {
    const form = key.replace(/[^\p{L}\p{N}]/gu, "");
    if (form !== "") byForm.set(form, [...(byForm.get(form) ?? []), key]);
  }
  return [...byForm.values()].flatMap((keys) => adviseForms(keys, library, placeOf));
}

function adviseForms(keys: readonly TagKey[], library: Library, placeOf: PlaceFinder): Diagnostic[] {
  const countOf = (key: TagKey) => library.tags.get(key)?.articles.length ?? 0;
  const [usual, ...others] = keys.toSorted((a, b) => countOf(b) - countOf(a) || compareText(a, b));
  if (usual === undefined) return [];
  return others.flatMap((key) => {
    const article = library.visible[library.tags.get(key)?.articles[0] ?? -1];
    if (article === undefined) return [];
    const place = placeOf(article.path, `/tags/${numberOf(key, article, library)}`);
    return [similarTags(place, tagLabel(library, key), tagLabel(library, usual))];
  });
}

function numberOf(key: TagKey, { tags }: Article, { taxonomy }: Library): number {
  return tags.findIndex((tag) => canonicalTags([tag], taxonomy).includes(key));
}
