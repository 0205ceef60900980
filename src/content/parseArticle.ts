import { type Article, articleId, restOf, textOf, type Written } from "../model/article.ts";
import type { Diagnostic, Parsed } from "../model/diagnostic.ts";
import { folderOf } from "../model/path.ts";
import type { Stamp } from "../model/time.ts";
import { type DateProblem, readStamp } from "./dates.ts";
import { doubtsOf } from "./doubts.ts";
import { makeExcerpt } from "./excerpt.ts";
import { articleFields } from "./fields.ts";
import { hashText } from "./hashText.ts";
import { nameDoubts } from "./nameDoubts.ts";
import { isSafeName } from "./names.ts";
import { badSlug, impossibleDate, missingDate } from "./problems.ts";
import {
  type ParseConfig,
  type ReadSource,
  readSource,
  type SourceFile,
  type WithMarkup,
} from "./readSource.ts";

type ArticleFields = ReturnType<typeof articleFields>;

/**
 * Makes the function that turns one article's file into an article and its diagnostics. The value is undefined where
 * there is an error. Nothing is read but the arguments.
 */
export function articleParser(
  config: ParseConfig,
): (file: SourceFile) => Parsed<WithMarkup<Article> | undefined> {
  const schema = articleFields(config.timeZone);
  return (file) => {
    const source = readSource(schema, file, config);
    if (source.value === undefined) return { value: undefined, diagnostics: source.diagnostics };
    const name = fileNameOf(file.path);
    const date = source.value.fields.date ?? dateOfName(name, config.timeZone);
    const slug = source.value.fields.slug ?? name.slug;
    const problems: Diagnostic[] = [];
    const start = { file: `content/${file.path}`, line: 1, column: 1 };
    if (!isSafeName(slug)) problems.push(badSlug(start, slug, true));
    if (date === undefined) {
      const empty = source.value.placeOf("/date");
      problems.push(missingDate(empty, empty.line !== start.line));
    }
    if (date === "impossible") problems.push(impossibleDate(start, name.date ?? "", true));
    if (typeof date !== "object" || problems.length > 0)
      return { value: undefined, diagnostics: [...source.diagnostics, ...problems] };
    const value = makeArticle(file.path, slug, date, source.value);
    const named = dateOfName(name, config.timeZone);
    const diagnostics = [
      ...source.diagnostics,
      ...doubtsOf(value, source.value, named),
      ...nameDoubts(value, named, source.value.fields.slug !== undefined),
    ];
    return { value: { value, markup: source.value.markup }, diagnostics };
  };
}

interface FileName {
  readonly slug: string;
  readonly date?: string;
}

/** What a file name says, by the path below content/: `2026-02-09-slug.md` or `2026-02-09-slug/index.md` → date and slug. A name that is a date alone is its slug as well. */
export function fileNameOf(path: string): FileName {
  const name = articleId(path).split("/").at(-1) ?? "";
  const [, date, slug = name] = /^(\d{4}-\d{2}-\d{2})(?:-(.+))?$/.exec(name) ?? [];
  return { slug, date };
}

function dateOfName({ date }: FileName, timeZone: string): Stamp | DateProblem | undefined {
  return date === undefined ? undefined : readStamp(date, timeZone);
}

/** The keys whose problems only the whole site can find. */
const PLACES_KEPT = ["title", "slug", "layout", "cover", "source"] as const;

function makeArticle(path: string, slug: string, date: Stamp, source: ReadSource<ArticleFields>): Article {
  const { fields, placeOf, body, text } = source;
  const { summary, aigc, ...rest } = fields;
  const id = articleId(path);
  const written = (key: string, values: readonly string[] = []): Written<string>[] =>
    values.map((value, index) => ({ value, place: placeOf(`/${key}/${index}`) }));
  const article: Article = {
    ...rest,
    id,
    path,
    section: folderOf(id),
    slug,
    date,
    tags: fields.tags ?? [],
    excerpt: summary ?? makeExcerpt(text),
    authors: fields.authors ?? [],
    correspondents: fields.correspondents ?? [],
    corrections: fields.corrections ?? [],
    aliases: written("aliases", fields.aliases),
    related: written("related", fields.related),
    relatedExclude: written("relatedExclude", fields.relatedExclude),
    draft: fields.draft ?? false,
    pinned: fields.pinned ?? false,
    aigc: aigc === false ? undefined : aigc,
    layout: fields.layout ?? "article",
    extra: fields.extra ?? {},
    body,
    digest: "",
    restDigest: "",
    places: Object.fromEntries(
      PLACES_KEPT.flatMap((key) => (fields[key] === undefined ? [] : [[key, placeOf(`/${key}`)] as const])),
    ),
  };
  return {
    ...article,
    digest: hashText(JSON.stringify(textOf(article))),
    restDigest: hashText(JSON.stringify(restOf(article))),
  };
}
