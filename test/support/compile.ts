import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** Bundles src/ to lib/ where a source is newer, for the tests that run the real command line. */
export function setup(): void {
  if (newestIn(join(ROOT, "src")) <= (timeOf(join(ROOT, "lib/cli.js")) ?? 0)) return;
  spawnSync(process.execPath, ["bundle.js"], { cwd: ROOT, stdio: "inherit" });
}

function newestIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Math.max(...files.map((file) => timeOf(join(file.parentPath, file.name)) ?? 0));
}

function timeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
