import type { Diagnostic } from "../model/diagnostic.ts";
import type { Language } from "./language.ts";

/** Problems as GitHub Actions workflow commands, one a line: they annotate the lines of a pull request. */
export function renderGithub(diagnostics: readonly Diagnostic[], language: Language): string {
  return diagnostics.map((diagnostic) => `${renderOne(diagnostic, language)}\n`).join("");
}

function renderOne(
  { severity, file, line, column, code, message, hint }: Diagnostic,
  language: Language,
): string {
  const properties = Object.entries({ file, line, col: column, title: code })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${severity} ${properties.join(",")}::${escapeData(`${message[language]} → ${hint[language]}`)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
