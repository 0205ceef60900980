import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type ParsedSource, slipMender, sourceParser } from "../content/parseSource.ts";
import type { ParseConfig } from "../content/readSource.ts";
import { mendText } from "../style/lint.ts";
import type { ParseFile } from "../workers/parseBatch.ts";
import { readText } from "./checkTexts.ts";

type Parse = ReturnType<typeof sourceParser>;

/** Mends the slips of front matter, which were read as they were meant, and the house style of texts as far as that takes no decision; a text with an error is left as it is. Each file is replaced whole. Returns the paths of those that changed. */
export function mendTexts(
  files: readonly ParseFile[],
  off: ReadonlySet<string>,
  config: ParseConfig,
): string[] {
  const parse = sourceParser(config);
  const mendSlips = slipMender(config.timeZone);
  return files.flatMap((file) => {
    const text = readText(file.onDisk);
    if (text === undefined) return [];
    const mended = mendText(mendSlips(text, file.kind), off);
    if (mended === text || !meansTheSame(text, mended, file, parse)) return [];
    replaceFile(file.onDisk, mended);
    return [file.path];
  });
}

/** Whether both can be read, and to the same headings, links, pictures, tables and code. Style sees lines, Markdown sees the whole: only Markdown can tell. */
function meansTheSame(before: string, after: string, { path, kind }: ParseFile, parse: Parse): boolean {
  const read = (text: string) => frameOf(parse({ path, bytes: new TextEncoder().encode(text) }, kind));
  const frame = read(before);
  return frame !== undefined && frame === read(after);
}

/** All of a text but its words; undefined where it has an error. */
function frameOf({ value }: ParsedSource): string | undefined {
  if (value === undefined) return undefined;
  const parts = value.markup.match(
    /<(code|pre)\b[^>]*>[\s\S]*?<\/\1>|<\/?[a-z][a-z0-9]*|\s(?:href|src)="[^"]*"/g,
  );
  const targets = value.value.body?.references.map(({ kind, target }) => `${kind} ${target}`);
  return JSON.stringify([parts, targets]);
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
