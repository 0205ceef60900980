import type { Article, PlainPage, Section } from "../model/article.ts";
import type { Parsed } from "../model/diagnostic.ts";
import { fieldFinder } from "../yaml/spellings.ts";
import { articleFields, pageFields, sectionFields } from "./fields.ts";
import { writeAsRead } from "./frontMatter.ts";
import { articleParser } from "./parseArticle.ts";
import { parsePlainPage, parseSection } from "./parsePage.ts";
import type { ParseConfig, SourceFile, WithMarkup } from "./readSource.ts";

/** What a text of content/ is, as its path says. */
export type SourceKind = "article" | "section" | "page";

export type ParsedSource = Parsed<WithMarkup<Article | Section | PlainPage> | undefined>;

/** Makes the function that turns one file of any kind into its value. Pure: nothing is read but the arguments. */
export function sourceParser(config: ParseConfig): (file: SourceFile, kind: SourceKind) => ParsedSource {
  const parseArticle = articleParser(config);
  return (file, kind) => {
    switch (kind) {
      case "article":
        return parseArticle(file);
      case "section":
        return parseSection(file, config);
      case "page":
        return parsePlainPage(file, config);
    }
  };
}

/** Makes the function that writes the slips of a text's front matter in their right form; see `writeAsRead`. */
export function slipMender(timeZone: string): (text: string, kind: SourceKind) => string {
  const fields = {
    article: fieldFinder(articleFields(timeZone)),
    section: fieldFinder(sectionFields),
    page: fieldFinder(pageFields),
  };
  return (text, kind) => writeAsRead(text, fields[kind]);
}
