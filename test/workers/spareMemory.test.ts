import { spawnSync } from "node:child_process";
import { expect, test, vi } from "vitest";
import { spareMemory } from "../../src/workers/spareMemory.ts";

const given = vi.hoisted(() => [] as string[]);
vi.mock("node:v8", () => ({ setFlagsFromString: (flag: string) => given.push(flag) }));

test("only a large newsroom's memory is spared, by a flag that this Node knows", () => {
  spareMemory(10_000);
  expect(given).toEqual([]);
  spareMemory(100_000);
  expect(given).toHaveLength(1);
  expect(spawnSync(process.execPath, [...given, "--eval", "0"]).status).toBe(0);
  expect(spawnSync(process.execPath, ["--heap-grows-by=30", "--eval", "0"]).status).not.toBe(0);
});
