import { compareText, type Diagnostic } from "../model/diagnostic.ts";
import { encodePath } from "../model/path.ts";
import type { Language } from "./language.ts";

/** Problems as a SARIF 2.1.0 log with one run. `version` is the tool's. */
export function renderSarif(diagnostics: readonly Diagnostic[], language: Language, version: string): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort(compareText);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "jianbao", version, rules: codes.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) =>
          resultOf(diagnostic, codes.indexOf(diagnostic.code), language),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(
  { severity, code, message, hint, file, line, column }: Diagnostic,
  ruleIndex: number,
  language: Language,
) {
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column } };
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: `${message[language]} → ${hint[language]}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodePath(file) },
          ...region,
        },
      },
    ],
  };
}
