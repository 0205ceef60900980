import { compareDiagnostics } from "../model/diagnostic.ts";
import { composeForme } from "../press.ts";
import { toJsonDiagnostics } from "../report/json.ts";
import { type CheckOptions, EXIT, resolveContext } from "./context.ts";
import { countLine, failureCode, printDiagnostics } from "./reporting.ts";

/** Finds what a build would find, and writes nothing. Returns the exit code. */
export async function check(options: CheckOptions): Promise<number> {
  const { order, language } = resolveContext(options, process.env);
  const { diagnostics } = await composeForme(order, () => {});
  const code = failureCode(diagnostics, options.strict === true) ?? EXIT.published;
  printDiagnostics(diagnostics, options.report, language, order.root);
  if (options.report === "json") {
    const sorted = toJsonDiagnostics(diagnostics.toSorted(compareDiagnostics), language);
    process.stdout.write(`${JSON.stringify({ exitCode: code, diagnostics: sorted }, null, 2)}\n`);
    return code;
  }
  if (options.report === "sarif") return code;
  const clean = language === "zh" ? "没有发现问题" : "No problems found";
  process.stderr.write(`${countLine(diagnostics, language) || clean}\n`);
  return code;
}
