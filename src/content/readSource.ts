import type { z } from "zod";
import { renderMarkdown } from "../markdown/processor.ts";
import type { Body } from "../model/article.ts";
import { type Diagnostic, hasErrors, type Parsed, type Place } from "../model/diagnostic.ts";
import type { Html } from "../model/html.ts";
import type { YamlNode } from "../yaml/node.ts";
import { emptyText } from "../yaml/problems.ts";
import { type FieldOf, fieldFinder } from "../yaml/spellings.ts";
import { readTyped } from "../yaml/typed.ts";
import { decodeText } from "./decode.ts";
import { splitFrontMatter } from "./frontMatter.ts";
import { hashText } from "./hashText.ts";
import { hiddenDirections, hiddenMarks } from "./hiddenMarks.ts";
import { cutByHash } from "./problems.ts";
import { wantsList } from "./slips.ts";

/** One file of the newsroom. `path` is relative to content/, with forward slashes, NFC. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What parsing a file reads of the site's configuration, and nothing more: it is part of the cache's key. */
export interface ParseConfig {
  readonly timeZone: string;
  readonly language: string;
  readonly origin: string;
  readonly basePath: string;
  readonly mediaHosts: readonly string[];
  /** False: every text goes through the whole Markdown processor, the plainest too. */
  readonly fast?: boolean;
}

/** A parsed file and its markup, which is held apart from it. */
export interface WithMarkup<T> {
  readonly value: T;
  readonly markup: Html;
}

/** A file whose front matter has its types and whose Markdown is rendered. */
export interface ReadSource<S extends z.ZodObject> {
  readonly fields: z.output<S>;
  /** Where a field stands, by its path: `/related/0`. */
  readonly placeOf: (path: string) => Place;
  readonly body: Body;
  readonly markup: Html;
  /** The body as plain text, one block a line. */
  readonly text: string;
}

/** Reads one file: bytes to text, front matter by `schema`, Markdown to markup. The value is undefined where there is an error. */
export function readSource<S extends z.ZodObject>(
  schema: S,
  { path, bytes }: SourceFile,
  config: ParseConfig,
): Parsed<ReadSource<S> | undefined> {
  const file = `content/${path}`;
  const decoded = decodeText(bytes, file);
  if (decoded.value === undefined) return { value: undefined, diagnostics: decoded.diagnostics };
  const fieldOf = fieldFinder(schema);
  const front = splitFrontMatter(decoded.value, file, fieldOf);
  // A front matter that cannot be read at all has no keys to miss, but its body is looked at all the same.
  const isUnread = front.node === undefined && hasErrors(front.diagnostics);
  const typed = isUnread ? undefined : readTyped(schema, front.node, { file, line: 1, column: 1 });
  const { mediaHosts, origin, basePath, language, fast } = config;
  const rendered = renderMarkdown(front.body, {
    file,
    firstLine: front.firstLine,
    mediaHosts,
    origin,
    basePath,
    language,
    fast,
  });
  const lost = lostComments(front.node, fieldOf);
  const found = [
    ...front.diagnostics,
    ...lost,
    ...hiddenMarks(front.node, fieldOf),
    ...withoutEchoes(typed?.diagnostics ?? [], lost),
    ...rendered.diagnostics,
  ];
  const diagnostics = [...found, ...hiddenDirections(decoded.value, file, found)];
  if (typed?.value === undefined || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const { html: markup, text, references, words } = rendered;
  const body: Body = { hash: hashText(markup), references, words };
  return { value: { fields: typed.value, placeOf: typed.placeOf, body, markup, text }, diagnostics };
}

/** What a space and `#` cut off, as YAML takes the rest for a comment: all of a title or summary; elsewhere what is written like a topic, `#天气`. */
function lostComments(node: YamlNode | undefined, fieldOf: FieldOf): Diagnostic[] {
  if (node?.kind !== "map") return [];
  return node.entries.flatMap(({ key, value }) => {
    if (value.kind !== "text" || value.comment === undefined) return [];
    const { text, comment, place } = value;
    const field = fieldOf(key) ?? "";
    const isTopic = (wantsList(field) || NAMES.has(field)) && /^\S/.test(comment);
    if (!PROSE.has(field) && !isTopic) return [];
    const problem = cutByHash(place, key, comment, text, wantsList(field));
    return text === "" ? [{ ...problem, severity: "error" as const }] : [problem];
  });
}

/** Fields whose text may hold any sign. */
const PROSE: ReadonlySet<string> = new Set(["title", "summary", "description"]);
const NAMES: ReadonlySet<string> = new Set(["editor", "byline", "source"]);

/** That a value is empty goes without saying where it was told what became of it. */
function withoutEchoes(typed: readonly Diagnostic[], lost: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Set(lost.map(({ line }) => line));
  return typed.filter(({ code, line }) => code !== emptyText.rule.code || !told.has(line));
}
