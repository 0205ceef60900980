import { readFileSync } from "node:fs";
import { type BodyShard, readBodies, writeBodies } from "../cache/bodies.ts";
import { type ContentId, contentIdOf } from "../cache/contentId.ts";
import { type SourceKind, sourceParser } from "../content/parseSource.ts";
import type { ParseConfig } from "../content/readSource.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Html } from "../model/html.ts";

/** A file to parse. */
export interface ParseFile {
  readonly path: string;
  readonly onDisk: string;
  readonly kind: SourceKind;
}

/** Files of one shard of the cache, parsed together so that its bodies are written once. */
export interface ParseBatch {
  readonly config: ParseConfig;
  readonly files: readonly ParseFile[];
  /** Where the bodies go, and which of those that stand there stay; absent: they come back with the values. */
  readonly bodies?: { readonly file: string; readonly keep: readonly string[] };
}

/** What parsing one file gave. The value is undefined where it has an error. */
export interface ParsedFile {
  readonly path: string;
  /** Undefined where the file was given up: what another attempt would give is not known. */
  readonly id: ContentId | undefined;
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  readonly body?: { readonly hash: string; readonly markup: Html };
}

/** Reads and parses the files of a batch in order; `onFile` is told the index of each before it is read. */
export function parseBatch(
  { config, files, bodies }: ParseBatch,
  onFile: (index: number) => void = () => {},
): ParsedFile[] {
  const parse = sourceParser(config);
  const parsed = files.map(({ path, onDisk, kind }, index): ParsedFile => {
    onFile(index);
    const bytes = readFileSync(onDisk);
    const { value, diagnostics } = parse({ path, bytes }, kind);
    const hash = value?.value.body?.hash;
    const body = value === undefined || hash === undefined ? undefined : { hash, markup: value.markup };
    return { path, id: contentIdOf(bytes), value: value?.value, diagnostics, body };
  });
  if (bodies === undefined) return parsed;
  writeBodies(bodies.file, mergeBodies(readBodies(bodies.file), bodies.keep, parsed));
  return parsed.map(({ body: _, ...rest }) => rest);
}

function mergeBodies(before: BodyShard, keep: readonly string[], parsed: readonly ParsedFile[]): BodyShard {
  const merged = new Map<string, Html>();
  for (const hash of keep) {
    const markup = before.get(hash);
    if (markup !== undefined) merged.set(hash, markup);
  }
  for (const { body } of parsed) if (body !== undefined) merged.set(body.hash, body.markup);
  return merged;
}
