import { eastAsianWidth } from "get-east-asian-width";
import picocolors from "picocolors";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Language } from "./language.ts";

export interface PrettyOptions {
  readonly language: Language;
  readonly color: boolean;
  /** The lines of a file, for the excerpt; undefined where it cannot be read as text. */
  readonly linesOf: (file: string) => readonly string[] | undefined;
}

const WORDS = {
  zh: { error: "错误", warning: "警告" },
  en: { error: "error", warning: "warning" },
} as const;
// With the line's number, an excerpt fits a terminal of eighty columns; a paragraph is one long line.
const WIDEST_EXCERPT = 68;
const SHOWN_BEFORE = 30;
const LEFT_OUT = "...";

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** Problems for a person at a terminal: where, what, the line with a caret below the spot, and the fix. */
export function renderPretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  return diagnostics.map((diagnostic) => renderOne(diagnostic, options)).join("\n");
}

function renderOne(diagnostic: Diagnostic, { language, color, linesOf }: PrettyOptions): string {
  const { bold, red, yellow, dim, cyan } = picocolors.createColors(color);
  const { severity, file, line, column, message, hint, code } = diagnostic;
  const place = [file, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(":");
  const label = severity === "error" ? red(WORDS[language].error) : yellow(WORDS[language].warning);
  const excerpt = line === undefined ? [] : excerptLines(linesOf(file)?.[line - 1], line, column).map(dim);
  return [
    `${label} ${bold(printable(place))} ${dim(code)}`,
    `  ${printable(message[language])}`,
    ...excerpt,
    `  ${cyan("→")} ${printable(hint[language])}`,
    "",
  ].join("\n");
}

function excerptLines(text: string | undefined, line: number, column: number | undefined): string[] {
  if (text === undefined || text.trim() === "") return [];
  const { shown, before } = cutOut(printable(text), column ?? 1);
  const gutter = `    ${line} | `;
  if (column === undefined) return [gutter + shown];
  return [gutter + shown, `${" ".repeat(gutter.length - 2)}| ${" ".repeat(before)}^`];
}

/** A text without what would move the terminal's cursor or turn its writing round. */
function printable(text: string): string {
  return text
    .replace(/\t/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

/** The part of a line round a column, and how many columns of the terminal stand before the caret. */
function cutOut(text: string, column: number): { readonly shown: string; readonly before: number } {
  // Far from the column nothing will be shown, and a line can be a whole book.
  const from = Math.max(0, column - 1 - 8 * SHOWN_BEFORE);
  const cells = cellsOf(text.slice(from, column + 8 * WIDEST_EXCERPT));
  const found = cells.findLastIndex(({ index }) => from + index <= column - 1);
  const at = column > text.length ? cells.length : Math.max(found, 0);
  const fits = from === 0 && widthOf(cells) <= WIDEST_EXCERPT;
  const start = fits ? 0 : cells.findIndex((_, index) => widthOf(cells.slice(index, at)) <= SHOWN_BEFORE);
  const first = start < 0 ? at : start;
  const rest = cells.slice(first);
  const over = rest.findIndex((_, index) => widthOf(rest.slice(0, index + 1)) > WIDEST_EXCERPT);
  const kept = over < 0 ? rest : rest.slice(0, over);
  const head = from + first === 0 ? "" : LEFT_OUT;
  const tail = over < 0 ? "" : LEFT_OUT;
  return {
    shown: head + kept.map(({ segment }) => segment).join("") + tail,
    before: head.length + widthOf(cells.slice(first, at)),
  };
}

interface Cell {
  readonly segment: string;
  readonly index: number;
  readonly width: number;
}

function cellsOf(text: string): Cell[] {
  return Array.from(graphemes.segment(text), ({ segment, index }) => ({
    segment,
    index,
    width: cellWidth(segment),
  }));
}

/** Full-width characters and emoji take two columns of a terminal, joiners and lone marks none. */
function cellWidth(segment: string): number {
  if (/^[\p{M}\u200b-\u200d\u2060\ufeff]/u.test(segment)) return 0;
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(segment)) return 2;
  return eastAsianWidth(segment.codePointAt(0) ?? 0);
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
