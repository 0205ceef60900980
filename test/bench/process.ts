import { spawn } from "node:child_process";
import { once } from "node:events";
import { watchMemory } from "./memory.ts";

/** What running a program to its end took, and what it printed. */
export interface Run {
  readonly seconds: number;
  /** User and system time of all threads: what to compare when the machine is not idle. */
  readonly cpuSeconds: number;
  readonly output: string;
  /** The program's largest resident set in MiB, as far as was seen; undefined where the system does not tell. */
  readonly peakMemoryMiB: number | undefined;
}

/** Runs a program to its end; `stop` ends it. Throws where it fails. */
export async function runProcess(
  program: string,
  args: readonly string[],
  stop: AbortSignal,
  folder = ".",
): Promise<Run> {
  stop.throwIfAborted();
  const started = performance.now();
  // Node does not tell what its children cost; the shell's `times` does.
  const script = '"$@"; code=$?; times >&2; exit $code';
  const child = spawn("sh", ["-c", script, "sh", program, ...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that the shell's child goes with it.
    detached: true,
  });
  const end = () => {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
  };
  stop.addEventListener("abort", end, { once: true });
  const memory = watchMemory(child.pid);
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  const [code] = (await once(child, "close")) as [number | null];
  stop.removeEventListener("abort", end);
  const seconds = (performance.now() - started) / 1000;
  const peakMemoryMiB = memory();
  const printed = Buffer.concat(output).toString();
  const complaints = Buffer.concat(errors).toString();
  if (code !== 0) {
    const said = `${printed}${complaints}`.slice(0, 4000);
    throw new Error(`${program} ${args.join(" ")} ended with ${code}:\n${said}`);
  }
  return { seconds, cpuSeconds: childCpuSeconds(complaints), output: printed, peakMemoryMiB };
}

/** Waits until what was written stands on the disk, so that it is not written during the next measurement. */
export async function settleDisk(stop: AbortSignal): Promise<void> {
  await runProcess("sync", [], stop);
}

/** The user and system time of a shell's children, the last line that `times` prints: `0m1.230s 0m0.120s`. */
function childCpuSeconds(printed: string): number {
  const lastLine = printed.trimEnd().split("\n").at(-1) ?? "";
  const parts = [...lastLine.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}
