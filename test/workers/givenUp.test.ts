import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { openContentIds } from "../../src/cache/contentIds.ts";
import { openCopyCache } from "../../src/cache/copyCache.ts";
import { discover } from "../../src/content/discover.ts";
import type { ParseBatch, ParsedFile } from "../../src/workers/parseBatch.ts";
import { parseNewsroom } from "../../src/workers/parseNewsroom.ts";
import { pastDeadline } from "../../src/workers/problems.ts";
import { CONFIG } from "../content/config.ts";
import { article, makeNewsroom } from "../support/newsroom.ts";

const machine = vi.hoisted(() => ({ isSlow: true }));

vi.mock("../../src/workers/canUseWorkers.ts", () => ({ CAN_USE_WORKERS: true }));
vi.mock("../../src/workers/pool.ts", async () => {
  const { parseBatch } = await import("../../src/workers/parseBatch.ts");
  const giveUp = ({ files }: ParseBatch): ParsedFile[] =>
    files.map(({ path }) => ({
      path,
      id: undefined,
      value: undefined,
      diagnostics: [pastDeadline({ file: `content/${path}` }, 10)],
    }));
  return {
    parseInWorkers: async (batches: readonly ParseBatch[]) =>
      batches.map((batch) => (machine.isSlow ? giveUp(batch) : parseBatch(batch))),
  };
});

test("a text that was given up is tried again by the next build, in a clean checkout too", async () => {
  const { root } = makeNewsroom({
    "content/news/2026-03-01-a.md": article({ 标题: "甲" }, "字".repeat(20_000)),
  });
  for (const args of [
    ["init", "-q"],
    ["add", "-A"],
  ])
    execFileSync("git", args, { cwd: root });
  const parse = async () => {
    const newsroom = await discover(join(root, "content"));
    const { articles, diagnostics } = await parseNewsroom(newsroom, {
      config: CONFIG,
      threads: 2,
      cache: {
        copies: openCopyCache(join(root, ".cache"), "tool"),
        contentIds: openContentIds(join(root, "content")),
        mayWrite: true,
      },
    });
    return [articles.length, ...diagnostics.map(({ code }) => code)];
  };
  expect(await parse()).toEqual([0, "content/deadline"]);
  machine.isSlow = false;
  expect(await parse()).toEqual([1]);
});
