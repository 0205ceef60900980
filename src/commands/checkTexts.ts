import { readFileSync } from "node:fs";
import { adviseFragments } from "../advice/anchors.ts";
import type { FoundFile } from "../content/discover.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Html } from "../model/html.ts";
import { lintText } from "../style/lint.ts";

/** How texts are looked at. */
export interface TextCheck {
  /** Codes of advice that is not wanted. */
  readonly off: ReadonlySet<string>;
  /** A text's markup by its path below content/; undefined where it has errors. */
  readonly markupOf: (path: string) => Html | undefined;
}

/** What the words of texts could do better: house style, and links to headings of their own. A file that is not UTF-8 or has no front matter is the parser's to tell. */
export function checkTexts(files: readonly FoundFile[], { off, markupOf }: TextCheck): Diagnostic[] {
  return files.flatMap(({ path, onDisk }) => {
    const text = readText(onDisk);
    if (text === undefined) return [];
    const file = `content/${path}`;
    const markup = !off.has("check/anchor") && text.includes("](#") ? markupOf(path) : undefined;
    return [
      ...lintText(text, file, off),
      ...(markup === undefined ? [] : adviseFragments(text, file, markup)),
    ];
  });
}

/** A file's text with its byte-order mark, which is kept where it is; undefined where it is not UTF-8. */
export function readText(file: string): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
