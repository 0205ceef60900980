import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentIdOf } from "../../src/cache/contentId.ts";
import { findParse, keepParse, openCopyCache, saveCopyCache } from "../../src/cache/copyCache.ts";
import { sourceParser } from "../../src/content/parseSource.ts";

const config = {
  timeZone: "Asia/Shanghai",
  language: "zh-CN",
  origin: "https://x.example.com",
  basePath: "",
  mediaHosts: [],
};
const PATH = "news/2026-03-01-a.md";
const BYTES = Buffer.from(
  "---\ntitle: 甲\nrelated: [乙]\nrelatedExclude: 丙\naliases: /old.html\ncover: a.jpg\nextra: {file: content/news/2026-03-01-a.md, line: '1'}\n---\n\n[丁](../b.md)\n",
);

test("places lose the name of their file in the cache and get it back; an editor's own fields keep theirs", () => {
  const parsed = sourceParser(config)({ path: PATH, bytes: BYTES }, "article");
  expect(parsed.diagnostics).toEqual([]);
  const dir = mkdtempSync(join(tmpdir(), "jianbao-places-"));
  try {
    const id = contentIdOf(BYTES);
    const cache = openCopyCache(dir, "t");
    keepParse(cache, PATH, { id, key: "k", value: parsed.value?.value, diagnostics: [] });
    saveCopyCache(cache, new Set([PATH]));
    const [shard = ""] = readdirSync(join(dir, "copy"));
    expect(readFileSync(join(dir, "copy", shard), "utf8").split(`content/${PATH}`)).toHaveLength(2);
    const found = findParse(openCopyCache(dir, "t"), PATH, id, "k");
    expect(found?.value).toEqual(JSON.parse(JSON.stringify(parsed.value?.value)));
  } finally {
    rmSync(dir, { recursive: true });
  }
});
