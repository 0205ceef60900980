import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tryLock } from "../../src/output/lock.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jianbao-lock-"));
  file = join(folder, "lock");
});

afterEach(() => rmSync(folder, { recursive: true }));

const holding = (pid: number, host = hostname()) => writeFileSync(file, JSON.stringify({ pid, host }));

test("is got where nobody holds it, and leaves nothing when it is released", () => {
  const attempt = tryLock(file);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ pid: process.pid, host: hostname() });
  if ("release" in attempt) attempt.release();
  expect(readdirSync(folder)).toEqual([]);
});

test("names a holder that lives", () => {
  holding(process.ppid);
  expect(tryLock(file)).toEqual({ holder: { pid: process.ppid, host: hostname() } });
});

test("stands where its holder is on another machine", () => {
  holding(1, "elsewhere.example");
  expect(tryLock(file)).toEqual({ holder: { pid: 1, host: "elsewhere.example" } });
});

test.each([
  ["a holder that has died", () => holding(2 ** 22 + 1)],
  ["a lock that is no lock", () => writeFileSync(file, "{")],
  ["a holder with our own number, from before a restart", () => holding(process.pid)],
])("is taken over from %s", (_what, leave) => {
  leave();
  expect(tryLock(file)).toHaveProperty("release");
  expect(readdirSync(folder)).toEqual(["lock"]);
});
