import { compareText, type Diagnostic } from "../model/diagnostic.ts";
import type { TagKey } from "../model/taxonomy.ts";
import { type Library, tagLabel } from "../ranking/library.ts";
import { similarTags } from "./problems.ts";

/** Tags that are the same but for spaces and signs: told at the newest article of each one that is not the most used. */
export function adviseTags(library: Library): Diagnostic[] {
  const byForm = new Map<string, TagKey[]>();
  for (const key of library.tags.keys()) {
    const form = key.replace(/[^\p{L}\p{N}]/gu, "");
    if (form !== "") byForm.set(form, [...(byForm.get(form) ?? []), key]);
  }
  return [...byForm.values()].flatMap((keys) => adviseForms(keys, library));
}

function adviseForms(keys: readonly TagKey[], library: Library): Diagnostic[] {
  const countOf = (key: TagKey) => library.tags.get(key)?.articles.length ?? 0;
  const [usual, ...others] = keys.toSorted((a, b) => countOf(b) - countOf(a) || compareText(a, b));
  if (usual === undefined) return [];
  return others.flatMap((key) => {
    const article = library.visible[library.tags.get(key)?.articles[0] ?? -1];
    const place = { file: `content/${article?.path}` };
    return article === undefined
      ? []
      : [similarTags(place, tagLabel(library, key), tagLabel(library, usual))];
  });
}
