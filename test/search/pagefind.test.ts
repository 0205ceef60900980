import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { build } from "rolldown";
import { beforeAll, describe, expect, test } from "vitest";
import { indexRecords } from "../../src/search/pagefind.ts";

const ROOT = join(import.meta.dirname, "../..");

/** A program that indexes without end; it says so when Pagefind has taken the first record. */
const ENDLESS = `
  import { indexRecords } from "./src/search/pagefind.ts";
  process.on("SIGINT", () => process.exit(130));
  function* records() {
    for (let n = 0; ; n++) {
      if (n === 1) console.log("begun");
      yield { url: "/" + n, html: "<html><body>a</body></html>" };
    }
  }
  await indexRecords(records(), 1, "und");
`;

const childrenOf = ({ pid }: ChildProcess) =>
  execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child = 0, parent]) => (parent === pid ? [child] : []));

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(process.platform === "win32")("Pagefind's process", () => {
  const program = join(ROOT, ".cache/tests/endless.mjs");

  beforeAll(async () => {
    const source = {
      name: "endless",
      load: (id: string) => (id === join(ROOT, "endless.ts") ? ENDLESS : null),
    };
    const resolved = { ...source, resolveId: (id: string) => (id === "endless.ts" ? join(ROOT, id) : null) };
    await build({ input: "endless.ts", platform: "node", plugins: [resolved], output: { file: program } });
  });

  test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
    "does not outlive a build that gets %s",
    async (signal) => {
      const parent = spawn(process.execPath, [program], { cwd: ROOT });
      await once(parent.stdout, "data");
      const children = childrenOf(parent);
      expect(children).toHaveLength(1);
      parent.kill(signal);
      await once(parent, "exit");
      for (let wait = 0; wait < 100 && children.some(isRunning); wait++) await setTimeout(100);
      expect(children.filter(isRunning)).toEqual([]);
    },
  );
});

test("files share their articles' excerpts, so that an index of a hundred pages has some thirty", async () => {
  const records = Array.from({ length: 100 }, (_, n) => ({
    url: `/${n}.html`,
    html: `<html><body>${"大桥 桥通 ".repeat(20)}第${n}</body></html>`,
  }));
  const files = await indexRecords(records, records.length, "und-2026");
  expect(files.filter(({ path }) => path.startsWith("fragment/"))).toHaveLength(25);
});
