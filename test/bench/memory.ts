import { readFileSync } from "node:fs";

const EVERY_MS = 50;

/** Watches the largest resident set of a process's children, on Linux; the function that it returns ends that and tells it. */
export function watchMemory(parent: number | undefined): () => number | undefined {
  let peak: number | undefined;
  const look = () => {
    const now = childrenPeakMiB(parent);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
  };
  const timer = setInterval(look, EVERY_MS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** What the system noted as the children's high-water marks; undefined where it tells none. */
function childrenPeakMiB(parent: number | undefined): number | undefined {
  try {
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim().split(" ");
    const marks = children.map((child) =>
      /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child}/status`, "utf8")),
    );
    return Math.round(marks.reduce((sum, mark) => sum + Number(mark?.[1] ?? 0), 0) / 1024);
  } catch {
    // No such system, or the process has just ended.
    return undefined;
  }
}
