import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import type { Language } from "./language.ts";

/** A problem in the words of one language, as the JSON report holds it. */
export interface JsonDiagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly hint: string;
}

/** Problems as plain data. */
export function toJsonDiagnostics(diagnostics: readonly Diagnostic[], language: Language): JsonDiagnostic[] {
  return diagnostics.map(({ severity, code, message, file, line, column, hint }) => ({
    severity,
    code,
    message: message[language],
    file,
    line,
    column,
    hint: hint[language],
  }));
}
