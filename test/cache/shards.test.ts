import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bodiesFile, bodyFinder, writeBodies } from "../../src/cache/bodies.ts";
import { contentIdOf } from "../../src/cache/contentId.ts";
import { findParse, keepParse, openCopyCache, saveCopyCache } from "../../src/cache/copyCache.ts";
import { hashText } from "../../src/content/hashText.ts";
import { trustedHtml } from "../../src/model/html.ts";

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "jianbao-cache-"));
});

afterEach(() => rmSync(dir, { recursive: true }));

const idOf = (text: string) => contentIdOf(Buffer.from(text));
const PATH = "news/a.md";

function keep(text: string, key = "k"): void {
  const cache = openCopyCache(dir, "t");
  keepParse(cache, PATH, { id: idOf(text), key, value: { text }, diagnostics: [] });
  saveCopyCache(cache, new Set([PATH]));
}

const find = (text: string, key = "k") => findParse(openCopyCache(dir, "t"), PATH, idOf(text), key)?.value;

test("what was parsed is found again by the same bytes under the same key, and by nothing else", () => {
  keep("甲");
  expect(find("甲")).toEqual({ text: "甲" });
  expect(find("乙")).toBeUndefined();
  expect(find("甲", "another tool")).toBeUndefined();
});

test("two versions of a file are kept, and the third drops the oldest", () => {
  keep("甲");
  keep("乙");
  expect([find("甲"), find("乙")]).toEqual([{ text: "甲" }, { text: "乙" }]);
  keep("丙");
  expect([find("甲"), find("乙"), find("丙")]).toEqual([undefined, { text: "乙" }, { text: "丙" }]);
});

test("what another version of the tool parsed is not found, and does not stay", () => {
  keep("甲");
  const [shard = ""] = readdirSync(join(dir, "copy"));
  const other = openCopyCache(dir, "u");
  expect(findParse(other, PATH, idOf("甲"), "k")).toBeUndefined();
  saveCopyCache(other, new Set([PATH]));
  expect(readFileSync(join(dir, "copy", shard), "utf8")).not.toContain("甲");
});

test("a file that is gone is dropped, and nothing is written where nothing changed", () => {
  keep("甲");
  const [shard = ""] = readdirSync(join(dir, "copy"));
  const before = readFileSync(join(dir, "copy", shard));
  saveCopyCache(openCopyCache(dir, "t"), new Set([PATH]));
  expect(readFileSync(join(dir, "copy", shard))).toEqual(before);
  saveCopyCache(openCopyCache(dir, "t"), new Set());
  expect(find("甲")).toBeUndefined();
});

test.each([
  ["cut", (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
  ["changed", (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace("text", "TEXT"), "latin1")],
  ["emptied", () => Buffer.alloc(0)],
])("a shard that was %s is a warning and holds nothing", (_what, damage) => {
  keep("甲");
  const [shard = ""] = readdirSync(join(dir, "copy"));
  const file = join(dir, "copy", shard);
  writeFileSync(file, damage(readFileSync(file)));
  const cache = openCopyCache(dir, "t");
  expect(cache.diagnostics.map(({ code, file }) => [code, file])).toEqual([
    ["cache/damaged", `.cache/copy/${shard}`],
  ]);
  expect(findParse(cache, PATH, idOf("甲"), "k")).toBeUndefined();
});

test("bodies are read one at a time; one that was lost or replaced since the shard was indexed is not found", () => {
  const [one, two] = ["<p>一</p>", "<p>二 & “二”</p>"].map(trustedHtml);
  if (one === undefined || two === undefined) throw new Error("two bodies are wanted");
  const hashes = [hashText(one), hashText(two)] as const;
  const file = bodiesFile(dir, "00");
  writeBodies(
    file,
    new Map([
      [hashes[0], one],
      [hashes[1], two],
    ]),
  );
  const find = bodyFinder(dir);
  const body = (hash: string) => find(hash, "00");
  expect(hashes.map(body)).toEqual([one, two]);
  expect(body(hashText("<p>三</p>"))).toBeUndefined();
  writeBodies(
    file,
    new Map([
      [hashes[1], two],
      [hashes[0], one],
    ]),
  );
  expect(body(hashes[0])).toBeUndefined();
});
