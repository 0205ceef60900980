import { createHash } from "node:crypto";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Language } from "./language.ts";

/** Problems as a GitLab code quality report: a merge request shows them on their lines. */
export function renderGitlab(diagnostics: readonly Diagnostic[], language: Language): string {
  const seen = new Map<string, number>();
  const entries = diagnostics.map((diagnostic) => {
    const { file, line, code, severity, message, hint } = diagnostic;
    // Without the line, so that a problem is the same one after text was added above it.
    const identity = `${file}\0${code}\0${message.en}`;
    const count = seen.get(identity) ?? 0;
    seen.set(identity, count + 1);
    return {
      description: `${message[language]} → ${hint[language]}`,
      check_name: code,
      fingerprint: createHash("sha256").update(`${identity}\0${count}`).digest("hex"),
      severity: severity === "error" ? "critical" : "minor",
      location: { path: file, lines: { begin: line ?? 1 } },
    };
  });
  return `${JSON.stringify(entries, null, 2)}\n`;
}
