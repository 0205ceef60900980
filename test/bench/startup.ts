import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { median } from "./median.ts";

/** Median seconds of starting: Node with nothing to do, and `jianbao --help`. */
export interface StartUp {
  readonly bareSeconds: number;
  readonly helpSeconds: number;
}

const TIMES = 15;

/** Starts both in turn, so that what else the machine does falls on both. */
export function measureStartUp(): StartUp {
  const bare: number[] = [];
  const help: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    bare.push(secondsOf(["-e", "0"]));
    help.push(secondsOf([resolve("lib/cli.js"), "--help"]));
  }
  return { bareSeconds: median(bare), helpSeconds: median(help) };
}

function secondsOf(args: readonly string[]): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: "ignore" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return (performance.now() - started) / 1000;
}
