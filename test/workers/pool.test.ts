import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ParseBatch, ParseFile } from "../../src/workers/parseBatch.ts";
import { parseInWorkers } from "../../src/workers/pool.ts";
import { CONFIG } from "../content/config.ts";
import { article } from "../support/newsroom.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jianbao-pool-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function source(name: string, body: string): ParseFile {
  const onDisk = join(folder, name);
  writeFileSync(onDisk, article({ 标题: name }, body));
  return { path: `news/2026-03-01-${name}.md`, onDisk, kind: "article" };
}

const batch = (...files: ParseFile[]): ParseBatch => ({
  config: CONFIG,
  files,
});

async function parse(batches: readonly ParseBatch[], deadlineSeconds?: number) {
  return parseInWorkers(batches, 2, deadlineSeconds);
}

test("results come back in the order of the batches and of their files", async () => {
  const batches = ["甲乙", "丙", "丁戊己"].map((names) =>
    batch(...[...names].map((name) => source(name, "正文。"))),
  );
  const results = await parse(batches);
  expect(results.map((parsed) => parsed.map(({ path }) => path.at(-4)))).toEqual([
    ["甲", "乙"],
    ["丙"],
    ["丁", "戊", "己"],
  ]);
  expect(results.flat().every(({ value, body }) => value !== undefined && body !== undefined)).toBe(true);
});

test("a file past its deadline is an error that names it, and the others go on", async () => {
  const endless = source("slow", "\\".repeat(1_000_000));
  const [first = [], second = []] = await parse(
    [batch(source("甲", "文。"), endless, source("乙", "文。")), batch(source("丙", "文。"))],
    1,
  );
  const told = [...first, ...second].map(({ path, diagnostics }) => [
    path,
    diagnostics.map(({ code }) => code),
  ]);
  expect(Object.fromEntries(told)).toEqual({
    "news/2026-03-01-甲.md": [],
    "news/2026-03-01-乙.md": [],
    "news/2026-03-01-丙.md": [],
    "news/2026-03-01-slow.md": ["content/deadline"],
  });
  const idless = [...first, ...second].filter(({ id }) => id === undefined);
  expect(idless.map(({ path }) => path)).toEqual([endless.path]);
});

test("what the machine refuses a thread is told with its code, as it would be without one", async () => {
  const taken = join(folder, "taken");
  writeFileSync(taken, "");
  const bodies = { file: join(taken, "bodies"), keep: [] };
  const refused = parse([{ ...batch(source("甲", "文。")), bodies }]);
  await expect(refused).rejects.toMatchObject({ code: "EEXIST", syscall: "mkdir", path: taken });
});
