import type { Diagnostic } from "../../src/model/diagnostic.ts";

/** Problems as short texts to compare: `3:5 date/impossible`; a place without a line is the code alone. */
export function spots(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ line, column, code }) =>
    [[line, column].filter((part) => part !== undefined).join(":"), code]
      .filter((part) => part !== "")
      .join(" "),
  );
}
