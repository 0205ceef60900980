import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { adviseFragments } from "../advice/anchors.ts";
import type { FoundFile, Newsroom } from "../content/discover.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Html } from "../model/html.ts";
import { lintText, mendText } from "../style/lint.ts";

/** How texts are looked at. */
export interface TextCheck {
  /** Codes of advice that is not wanted. */
  readonly off: ReadonlySet<string>;
  /** A text's markup by its path below content/; undefined where it has errors. */
  readonly markupOf: (path: string) => Html | undefined;
}

/** Every file of a newsroom that holds a text. */
export function textFiles({ articles, sections, plainPages }: Newsroom): FoundFile[] {
  return [...articles, ...sections, ...plainPages];
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

/** Mends the house style of texts as far as that takes no decision. Each file is replaced whole. Returns the paths of those that changed. */
export function mendTexts(files: readonly FoundFile[], off: ReadonlySet<string>): string[] {
  return files.flatMap(({ path, onDisk }) => {
    const text = readText(onDisk);
    const mended = text === undefined ? undefined : mendText(text, off);
    if (mended === undefined || mended === text) return [];
    replaceFile(onDisk, mended);
    return [path];
  });
}

/** With its byte-order mark, which is kept where it is. Without front matter nobody knows what is prose: `标题:` would become `标题：`. */
function readText(file: string): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
    return /^\uFEFF?---/.test(text) ? text : undefined;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function replaceFile(file: string, text: string): void {
  // A name that begins with a dot is no text of the newsroom, should the machine stop here.
  const temporary = join(dirname(file), `.${basename(file)}.jianbao~`);
  try {
    writeFileSync(temporary, text);
    chmodSync(temporary, statSync(file).mode);
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}
