import { readFileSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import picocolors from "picocolors";
import { isConfigurationFile } from "../content/discover.ts";
import { compareDiagnostics, type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import { renderGithub } from "../report/github.ts";
import { renderGitlab } from "../report/gitlab.ts";
import type { Language } from "../report/language.ts";
import { renderPretty } from "../report/pretty.ts";
import { renderSarif } from "../report/sarif.ts";
import { EXIT, type ReportForm } from "./context.ts";
import { VERSION } from "./version.ts";

/** Prints the problems: for a person on standard error, else in the asked form on standard output. The JSON form is its command's own. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  form: ReportForm,
  language: Language,
  root: string,
): void {
  const sorted = diagnostics.toSorted(compareDiagnostics);
  switch (form) {
    case "json":
      return;
    case "sarif":
      process.stdout.write(renderSarif(fromHere(sorted, root), language, VERSION));
      return;
    case "gitlab":
      process.stdout.write(renderGitlab(fromHere(sorted, root), language));
      process.stderr.write(prettyText(sorted, language, root));
      return;
    case "github":
      process.stdout.write(renderGithub(fromHere(sorted, root), language));
      // A step shows ten annotations of a kind; the log has all of them.
      process.stderr.write(prettyText(sorted, language, root));
      return;
    case "pretty":
      process.stderr.write(prettyText(sorted, language, root));
  }
}

/** The same problems with their files as seen from the working folder, which in CI is the repository whose lines are annotated. */
function fromHere(diagnostics: readonly Diagnostic[], root: string): Diagnostic[] {
  const below = relative(process.cwd(), root).split(sep).join("/");
  if (below === "" || below.startsWith("..") || isAbsolute(below)) return [...diagnostics];
  return diagnostics.map((diagnostic) => ({ ...diagnostic, file: `${below}/${diagnostic.file}` }));
}

/** How many errors and warnings there are, in a line; empty where there are none. */
export function countLine(diagnostics: readonly Diagnostic[], language: Language): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const parts = [
    errors > 0
      ? language === "zh"
        ? `${errors} 个错误`
        : `${errors} ${errors === 1 ? "error" : "errors"}`
      : "",
    warnings > 0
      ? language === "zh"
        ? `${warnings} 个警告`
        : `${warnings} ${warnings === 1 ? "warning" : "warnings"}`
      : "",
  ].filter((part) => part !== "");
  return parts.join(language === "zh" ? "，" : ", ");
}

/** The exit code for problems that kept the site from being published; undefined where it may be. A wrong configuration is told apart from wrong content. */
export function failureCode(diagnostics: readonly Diagnostic[], strict: boolean): number | undefined {
  if (diagnostics.some(isConfigurationError)) return EXIT.usage;
  if (hasErrors(diagnostics) || (strict && diagnostics.length > 0)) return EXIT.problems;
  return undefined;
}

function isConfigurationError({ severity, file }: Diagnostic): boolean {
  return severity === "error" && isConfigurationFile(file);
}

/** Problems as a terminal shows them, without colour. */
export function plainProblems(diagnostics: readonly Diagnostic[], language: Language, root: string): string {
  const sorted = diagnostics.toSorted(compareDiagnostics);
  return sorted.length === 0
    ? ""
    : `${renderPretty(sorted, { language, color: false, linesOf: lineReader(root) })}\n`;
}

function prettyText(diagnostics: readonly Diagnostic[], language: Language, root: string): string {
  if (diagnostics.length === 0) return "";
  const text = renderPretty(diagnostics, {
    language,
    color: picocolors.isColorSupported,
    linesOf: lineReader(root),
  });
  return `${text}\n`;
}

function lineReader(root: string): (file: string) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, readLines(join(root, file)));
    return known.get(file);
  };
}

function readLines(path: string): readonly string[] | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)).split(/\r\n?|\n/);
  } catch {
    return undefined; // not text, or a folder: the message stands without an excerpt
  }
}
