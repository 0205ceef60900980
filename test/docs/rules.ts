import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import { compareText, type Rule } from "../../src/model/diagnostic.ts";
import { makeTable, plainCell } from "./tables.ts";

/** What the table shows of a rule. */
export type Told = Pick<Rule<readonly unknown[]>, "code" | "severity" | "cause" | "fix">;

const SRC = join(import.meta.dirname, "../../src");

/** Every rule that a room's problems.ts exports, by code. */
export async function collectRules(): Promise<Told[]> {
  const files = globSync("**/problems.ts", { cwd: SRC, absolute: true }).sort(compareText);
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href)));
  const rules = modules.flatMap((module: object) => Object.values(module).flatMap(ruleOf));
  return rules.sort((a, b) => compareText(a.code, b.code));
}

function ruleOf(value: unknown): Told[] {
  return typeof value === "function" && "rule" in value ? [value.rule as Told] : [];
}

const SEVERITIES = { error: "错误 error", warning: "警告 warning" } as const;

/** The rules as a table, Chinese before English. */
export function rulesTable(rules: readonly Told[]): string {
  const both = ({ zh, en }: Told["cause"]) => `${plainCell(zh)}<br>${plainCell(en)}`;
  return makeTable(
    ["编号 Code", "级别 Severity", "原因 Cause", "处理 Fix"],
    rules.map(({ code, severity, cause, fix }) => [
      `\`${code}\``,
      SEVERITIES[severity],
      both(cause),
      both(fix),
    ]),
  );
}
