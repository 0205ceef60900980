import type { Element } from "hast";
import type { Reference } from "../model/article.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";

/** What the reading of one Markdown text depends on besides the text. */
export interface RenderOptions {
  /** The file's path, for places. */
  readonly file: string;
  /** The line of the file on which the source starts, from 1. */
  readonly firstLine: number;
  /** Hosts from which pictures and videos may come. */
  readonly mediaHosts: readonly string[];
  /** The site's origin: an absolute address below it and `basePath` is an internal one. */
  readonly origin: string;
  readonly basePath: string;
  /** Labels are Chinese unless this is English. */
  readonly language: string;
  /** False leaves every text to the whole parser, also the plainest. The result is the same. */
  readonly fast?: boolean;
}

/** One run over one text: its options, and what has been collected so far. */
export interface Context {
  readonly source: string;
  readonly options: RenderOptions;
  readonly references: Reference[];
  readonly diagnostics: Diagnostic[];
}

/** One walk over a sanitized tree, and what its rules share. */
export interface Finish {
  readonly context: Context;
  /** The text uses the page's own heading level. */
  readonly hasTopHeading: boolean;
  /** The ids given so far. */
  readonly anchors: Set<string>;
  /** Links to a place in the same text, to be pointed when all ids are known. */
  readonly fragmentLinks: Element[];
}

/** A node with a position, of either tree. */
export interface Positioned {
  readonly position?: { readonly start: { readonly line: number; readonly column: number } } | undefined;
}

/** Where a node stands in its file. */
export function placeOf({ options }: Context, { position }: Positioned): Place {
  if (position === undefined) return { file: options.file };
  const { line, column } = position.start;
  return { file: options.file, line: options.firstLine + line - 1, column };
}

interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Finds the lines and columns of offsets of a source, asked for in their order from a known point on: one pass, however many there are. */
export function pointsFrom(source: string, start: Point): (offset: number) => Point {
  let { line } = start;
  let lineStart = start.offset - start.column + 1;
  return (offset) => {
    for (let end = source.indexOf("\n", lineStart); end !== -1 && end < offset; ) {
      line++;
      lineStart = end + 1;
      end = source.indexOf("\n", lineStart);
    }
    return { line, column: offset - lineStart + 1, offset };
  };
}
