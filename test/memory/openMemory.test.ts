import { join } from "node:path";
import { expect, test } from "vitest";
import { openMemory } from "../../src/memory/openMemory.ts";
import { type Order, readDesk } from "../../src/press.ts";
import { article, makeNewsroom, NOW } from "../support/newsroom.ts";

test("a process that lasts parses again only what was saved, though it writes the cache", async () => {
  const room = makeNewsroom({
    "content/news/2026-03-01-a.md": article({ 标题: "甲" }),
    "content/news/2026-03-02-b.md": article({ 标题: "乙" }),
  });
  const cacheDir = join(room.root, ".cache");
  const order: Order = {
    root: room.root,
    defaultTheme: join(import.meta.dirname, "../../templates"),
    now: Date.parse(NOW),
    show: {},
    threads: 1,
    cacheDir,
    mayWriteCache: true,
    memory: openMemory({ cacheDir, isPreview: true, mayWrite: true, isLasting: true }),
  };
  const parsed = async (of: Order) => (await readDesk(of, () => {})).value?.copy.parsed;
  expect(await parsed(order)).toBe(2);
  expect(await parsed(order)).toBe(0);
  room.write({ "content/news/2026-03-02-b.md": article({ 标题: "新乙" }) });
  expect(await parsed(order)).toBe(1);
  // The next process has it all from the file, and lets go of it when it has read it.
  const { memory: _, ...alone } = order;
  const { value } = await readDesk(alone, () => {});
  expect(value?.copy.parsed).toBe(0);
  expect(value?.memory.copies?.files.size).toBe(0);
});
