import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Built } from "./newsroom.ts";

const CLI = join(import.meta.dirname, "../../lib/cli.js");

/** Runs the compiled command line in a process of its own, with nothing of this one's environment but what `environment` names. */
export function runCli(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Built {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: "utf8",
    // A report of many problems in long texts.
    maxBuffer: 100_000_000,
    env: { NO_COLOR: "1", LANG: "zh_CN.UTF-8", ...environment },
  });
  if (error !== undefined || status === null) throw error ?? new Error(`killed: ${stderr}`);
  return { code: status, stdout, stderr };
}
