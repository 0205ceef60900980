import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type ParsedSource, slipMender, sourceParser } from "../content/parseSource.ts";
import type { ParseConfig } from "../content/readSource.ts";
import { mendText } from "../style/lint.ts";
import type { ParseFile } from "../workers/parseBatch.ts";
import { readText } from "./checkTexts.ts";

/** What became of texts that could be mended, by their paths below content/. */
export interface Mending {
  readonly mended: readonly string[];
  /** Those that would mean something else after: they take a person. */
  readonly left: readonly string[];
}

/** Mends the slips of front matter, which were read as they were meant, and the house style of texts as far as that takes no decision; a text with an error is left as it is. Each file is replaced whole. */
export function mendTexts(
  files: readonly ParseFile[],
  off: ReadonlySet<string>,
  config: ParseConfig,
): Mending {
  const mend = fileMender(off, config);
  const outcomes = files.map((file) => ({ path: file.path, outcome: mend(file) }));
  const having = (wanted: keyof Mending) =>
    outcomes.flatMap(({ path, outcome }) => (outcome === wanted ? [path] : []));
  return { mended: having("mended"), left: having("left") };
}

function fileMender(
  off: ReadonlySet<string>,
  config: ParseConfig,
): (file: ParseFile) => keyof Mending | undefined {
  const parse = sourceParser(config);
  const mendSlips = slipMender(config.timeZone);
  return ({ path, onDisk, kind }) => {
    const text = readText(onDisk);
    if (text === undefined) return undefined;
    const mended = mendText(mendSlips(text, kind), off);
    if (mended === text) return undefined;
    const read = (version: string) =>
      frameOf(parse({ path, bytes: new TextEncoder().encode(version) }, kind));
    const frame = read(text);
    if (frame === undefined) return undefined;
    // Style sees lines, Markdown sees the whole: only Markdown can tell.
    if (frame !== read(mended)) return "left";
    replaceFile(onDisk, mended);
    return "mended";
  };
}

/** All of a text but its words: headings, links, pictures, tables and code; undefined where it has an error. */
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
