import type { Article, PlainPage, Section } from "../model/article.ts";
import type { Parsed } from "../model/diagnostic.ts";
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
