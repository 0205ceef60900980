import type { PlainPage, Section, Written } from "../model/article.ts";
import type { Parsed, Place } from "../model/diagnostic.ts";
import { makeExcerpt } from "./excerpt.ts";
import { pageFields, sectionFields } from "./fields.ts";
import { blankDoubts } from "./nameDoubts.ts";
import { isSafeName } from "./names.ts";
import { badSlug } from "./problems.ts";
import { type ParseConfig, readSource, type SourceFile, type WithMarkup } from "./readSource.ts";

/** Parses a file of content/pages. The value is undefined where there is an error. */
export function parsePlainPage(
  file: SourceFile,
  config: ParseConfig,
): Parsed<WithMarkup<PlainPage> | undefined> {
  const source = readSource(pageFields, file, config);
  if (source.value === undefined) return { value: undefined, diagnostics: source.diagnostics };
  const { fields, placeOf, body, markup, text } = source.value;
  const slug = fields.slug ?? file.path.replace(/^pages\//, "").replace(/(?:\/index)?\.md$/, "");
  if (!slug.split("/").every(isSafeName)) {
    return {
      value: undefined,
      diagnostics: [...source.diagnostics, badSlug(placeOf("/slug"), slug, fields.slug === undefined)],
    };
  }
  const value: PlainPage = {
    path: file.path,
    slug,
    title: fields.title,
    description: fields.description ?? makeExcerpt(text),
    aliases: writtenAliases(fields.aliases, placeOf),
    draft: fields.draft ?? false,
    body,
    places: { slug: placeOf("/slug") },
  };
  const blanks =
    fields.slug === undefined
      ? blankDoubts({ file: `content/${file.path}`, line: 1, column: 1 }, file.path.replace(/^pages\//, ""))
      : [];
  return { value: { value, markup }, diagnostics: [...source.diagnostics, ...blanks] };
}

/** Parses a section's `_index.md`. The value is undefined where there is an error. */
export function parseSection(file: SourceFile, config: ParseConfig): Parsed<WithMarkup<Section> | undefined> {
  const source = readSource(sectionFields, file, config);
  if (source.value === undefined) return { value: undefined, diagnostics: source.diagnostics };
  const { fields, placeOf, body, markup } = source.value;
  const value: Section = {
    path: file.path.replace(/\/_index\.md$/, ""),
    title: fields.title,
    order: fields.order ?? Number.MAX_SAFE_INTEGER,
    description: fields.description ?? "",
    aliases: writtenAliases(fields.aliases, placeOf),
    cover: fields.cover === undefined ? undefined : { value: fields.cover, place: placeOf("/cover") },
    body: markup.trim() === "" ? undefined : body,
  };
  return { value: { value, markup }, diagnostics: source.diagnostics };
}

function writtenAliases(
  aliases: readonly string[] = [],
  placeOf: (path: string) => Place,
): readonly Written<string>[] {
  return aliases.map((value, index) => ({ value, place: placeOf(`/aliases/${index}`) }));
}
