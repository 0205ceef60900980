import type { Article, PlainPage, Section } from "../model/article.ts";
import type { Diagnostic, Parsed } from "../model/diagnostic.ts";
import type { Html } from "../model/html.ts";
import { type FoundFile, type Newsroom, readSourceFile } from "./discover.ts";
import { articleParser } from "./parseArticle.ts";
import { parsePlainPage, parseSection } from "./parsePage.ts";
import type { ParseConfig, SourceFile, WithMarkup } from "./readSource.ts";

/** All texts of a newsroom, parsed. A file with an error is in none of the lists; `failed` tells which articles those are. */
export interface Copy {
  readonly articles: readonly Article[];
  readonly sections: readonly Section[];
  readonly plainPages: readonly PlainPage[];
  /** The markup of every body, by its hash. */
  readonly bodies: ReadonlyMap<string, Html>;
  readonly failed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and parses every text, each on its own: one bad file keeps none of the others from being looked at. */
export async function parseNewsroom(newsroom: Newsroom, config: ParseConfig): Promise<Copy> {
  const bodies = new Map<string, Html>();
  const articles = await parseAll(newsroom.articles, articleParser(config), bodies);
  const sections = await parseAll(newsroom.sections, (file) => parseSection(file, config), bodies);
  const plainPages = await parseAll(newsroom.plainPages, (file) => parsePlainPage(file, config), bodies);
  return {
    articles: articles.values,
    sections: sections.values,
    plainPages: plainPages.values,
    bodies,
    failed: articles.failed,
    diagnostics: [articles, sections, plainPages].flatMap(({ diagnostics }) => diagnostics),
  };
}

async function parseAll<T extends { readonly body?: { readonly hash: string } }>(
  files: readonly FoundFile[],
  parse: (file: SourceFile) => Parsed<WithMarkup<T> | undefined>,
  bodies: Map<string, Html>,
): Promise<{
  readonly values: readonly T[];
  readonly failed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const values: T[] = [];
  const failed: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const parsed = parse(await readSourceFile(file));
    for (const diagnostic of parsed.diagnostics) diagnostics.push(diagnostic);
    if (parsed.value === undefined) {
      failed.push(file.path);
      continue;
    }
    const { value, markup } = parsed.value;
    values.push(value);
    if (value.body !== undefined) bodies.set(value.body.hash, markup);
  }
  return { values, failed, diagnostics };
}
