import { stringify } from "yaml";
import { articleFields } from "../content/fields.ts";
import { zhName } from "../yaml/schema.ts";

/** What stands in a new article's front matter. */
export interface NewArticle {
  readonly title: string;
  /** As it is to be written: `2026-03-31 12:00`. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly draft: boolean;
}

/** A new article's file: the front matter in the language of its newsroom, with room for who wrote and edited it, and no body yet. */
export function articleFile({ title, date, tags, draft }: NewArticle, isChinese: boolean): string {
  const { shape } = articleFields("UTC");
  const line = (key: keyof typeof shape, value: string) =>
    `${isChinese ? zhName(shape[key], key) : key}: ${value}`.trimEnd();
  const lines = [
    line("title", written(title)),
    line("date", date),
    line("tags", written(tags)),
    line("authors", ""),
    line("editor", ""),
    ...(draft ? [line("draft", isChinese ? "是" : "true")] : []),
  ];
  return ["---", ...lines, "---", "", ""].join("\n");
}

/** Quoted only where YAML, or in a list our own reader of slips, would take it for something else. */
function written(value: string | readonly string[]): string {
  const hasWideSigns = typeof value !== "string" && /[，、：]/.test(value.join(""));
  const defaultStringType = hasWideSigns ? "QUOTE_DOUBLE" : "PLAIN";
  const options = { lineWidth: 0, collectionStyle: "flow", flowCollectionPadding: false } as const;
  return stringify(value, { ...options, defaultStringType }).trimEnd();
}
