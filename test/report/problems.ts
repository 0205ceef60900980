import type { Diagnostic } from "../../src/model/diagnostic.ts";

/** A problem with unremarkable words but for what the test gives it. */
export function problem(parts: Partial<Diagnostic> = {}): Diagnostic {
  return {
    severity: "error",
    code: "date/impossible",
    message: { zh: "没有这一天", en: "there is no such day" },
    hint: { zh: "核对日期", en: "check the date" },
    file: "content/news/a.md",
    ...parts,
  };
}
