import { existsSync, mkdtempSync, renameSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Newsroom } from "./newsroom.ts";
import { runProcess, settleDisk } from "./process.ts";

/** What one build as a whole process took. */
export interface Build {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly stages: Readonly<Record<string, number>>;
  /** The process's largest resident set, all its threads included. */
  readonly peakMemoryMiB: number;
  readonly written: number;
  readonly removed: number;
  readonly kept: number;
  readonly warnings: number;
}

/** The folder for what a bench leaves behind, and the signal that ends what is running. */
export interface Workbench {
  readonly scratch: string;
  readonly stop: AbortSignal;
}

/** The part of `build --report json` that is used here. */
interface BuildReport {
  readonly seconds: Readonly<Record<string, number>>;
  readonly peakMemoryMiB: number;
  readonly files: {
    readonly written: readonly string[];
    readonly removed: readonly string[];
    readonly kept: number;
  };
  readonly diagnostics: readonly unknown[];
}

/** Builds a newsroom as it stands, with what its last build left. */
export async function runBuild({ root, site, now }: Newsroom, { stop }: Workbench): Promise<Build> {
  await settleDisk(stop);
  const asked = ["--root", root, "--out", site, "--now", now, "--report", "json", "--lang", "en"];
  const cli = resolve("lib/cli.js");
  const { seconds, cpuSeconds, output } = await runProcess(process.execPath, [cli, "build", ...asked], stop);
  const { files, diagnostics, ...report } = JSON.parse(output) as BuildReport;
  return {
    seconds,
    cpuSeconds,
    stages: report.seconds,
    peakMemoryMiB: report.peakMemoryMiB,
    written: files.written.length,
    removed: files.removed.length,
    kept: files.kept,
    warnings: diagnostics.length,
  };
}

/** Forgets what earlier builds of a newsroom left, its site included; returns it with a fresh folder for its site. */
export function forgetBuilds({ root, now }: Newsroom, { scratch }: Workbench): Newsroom {
  const aside = mkdtempSync(join(scratch, "build-"));
  // Renamed, not removed: on ext4 the writes that follow a large removal are many times slower.
  if (existsSync(join(root, ".cache"))) renameSync(join(root, ".cache"), join(aside, "cache-before"));
  return { root, now, site: join(aside, "site") };
}
