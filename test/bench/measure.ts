import { spawn } from "node:child_process";
import { existsSync, renameSync } from "node:fs";
import { join, resolve } from "node:path";

/** What one cold build as a whole process, and a copy of its site, took. */
export interface ColdBuild {
  readonly seconds: number;
  /** User and system time of all threads: what to compare when the machine is not idle. */
  readonly cpuSeconds: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly peakMemoryMiB: number;
  readonly filesWritten: number;
  readonly warnings: number;
  readonly copySeconds: number;
}

/** The part of `build --report json` that is used here. */
interface BuildReport {
  readonly seconds: Readonly<Record<string, number>>;
  readonly peakMemoryMiB: number;
  readonly files?: { readonly written: readonly string[] };
  readonly diagnostics: readonly unknown[];
}

/** What to build, and where. `run` names the folders made in `scratch`; `stop` ends what is running. */
export interface BuildOrder {
  readonly root: string;
  readonly now: string;
  readonly scratch: string;
  readonly run: string;
  readonly stop: AbortSignal;
}

/** Builds a newsroom from nothing into a fresh folder, then copies the site into another. */
export async function measureColdBuild({ root, now, scratch, run, stop }: BuildOrder): Promise<ColdBuild> {
  // Renamed, not removed: on ext4 the writes that follow a large removal are many times slower.
  const cache = join(root, ".cache");
  if (existsSync(cache)) renameSync(cache, join(scratch, `cache-before-${run}`));
  const site = join(scratch, `site-${run}`);
  const cli = resolve("lib/cli.js");
  await runProcess("sync", [], stop);
  const asked = ["--root", root, "--out", site, "--now", now, "--report", "json", "--lang", "en"];
  const build = await runProcess(process.execPath, [cli, "build", ...asked], stop);
  const report = JSON.parse(build.output) as BuildReport;
  await runProcess("sync", [], stop);
  const copy = await runProcess("cp", ["-r", site, join(scratch, `copy-${run}`)], stop);
  return {
    seconds: build.seconds,
    cpuSeconds: build.cpuSeconds,
    stages: report.seconds,
    peakMemoryMiB: report.peakMemoryMiB,
    filesWritten: report.files?.written.length ?? 0,
    warnings: report.diagnostics.length,
    copySeconds: copy.seconds,
  };
}

/** The middle one of some measurements by `key`; of an even number, the lower of the two. Throws where there is none. */
export function medianBy<Value>(values: readonly Value[], key: (value: Value) => number): Value {
  const sorted = values.toSorted((one, other) => key(one) - key(other));
  const middle = sorted[(sorted.length - 1) >> 1];
  if (middle === undefined) throw new Error("no median of nothing");
  return middle;
}

interface Run {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly output: string;
}

/** Runs a program to its end. Throws where it fails. */
async function runProcess(program: string, args: readonly string[], stop: AbortSignal): Promise<Run> {
  stop.throwIfAborted();
  const started = performance.now();
  // Node does not tell what its children cost; the shell's `times` does.
  const script = '"$@"; code=$?; times >&2; exit $code';
  const child = spawn("sh", ["-c", script, "sh", program, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that the shell's child goes with it.
    detached: true,
  });
  const end = () => {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
  };
  stop.addEventListener("abort", end, { once: true });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  const code = await new Promise<number | null>((done, fail) => {
    child.on("error", fail);
    child.on("close", done);
  });
  stop.removeEventListener("abort", end);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) {
    const said = Buffer.concat([...output, ...errors])
      .toString()
      .slice(0, 4000);
    throw new Error(`${program} ${args.join(" ")} ended with ${code}:\n${said}`);
  }
  return {
    seconds,
    cpuSeconds: childCpuSeconds(Buffer.concat(errors).toString()),
    output: Buffer.concat(output).toString(),
  };
}

/** The user and system time of a shell's children, the last line that `times` prints: `0m1.230s 0m0.120s`. */
function childCpuSeconds(printed: string): number {
  const lastLine = printed.trimEnd().split("\n").at(-1) ?? "";
  const parts = [...lastLine.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}
