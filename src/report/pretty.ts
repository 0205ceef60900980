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
const WIDEST_EXCERPT = 160;

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
    `${label} ${bold(place)} ${dim(code)}`,
    `  ${message[language]}`,
    ...excerpt,
    `  ${cyan("→")} ${hint[language]}`,
    "",
  ].join("\n");
}

function excerptLines(text: string | undefined, line: number, column: number | undefined): string[] {
  if (text === undefined || text.trim() === "" || text.length > WIDEST_EXCERPT) return [];
  const gutter = `    ${line} | `;
  const shown = text.replace(/\t/g, " ");
  if (column === undefined) return [gutter + shown];
  const blank = `${" ".repeat(gutter.length - 2)}| `;
  return [gutter + shown, `${blank}${" ".repeat(columnsBefore(shown, column))}^`];
}

/** Full-width characters take two columns of a terminal. */
function columnsBefore(text: string, column: number): number {
  return [...text.slice(0, column - 1)].reduce(
    (sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0),
    0,
  );
}
