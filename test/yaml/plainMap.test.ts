import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readWholeYaml } from "../../src/yaml/failsafe.ts";
import { readPlainMap } from "../../src/yaml/plainMap.ts";

/** What the plain reader gives is what the whole one gives, or nothing. */
function isFaithful(text: string): boolean {
  const plain = readPlainMap(text, "content/a.md", 3);
  if (plain !== undefined)
    expect(readWholeYaml(text, "content/a.md", 3)).toEqual({ value: plain, diagnostics: [] });
  return plain !== undefined;
}

test.each([
  ["title: 甲"],
  ["标题: 云河大桥（二期）通车\n日期: 2026-03-01 10:30\n标签: [民生, 交通,  5G 基站 ]\n"],
  ["\ntitle: 007\n\ndraft: yes\nurl: https://x.example.com/a#b\n"],
  ["authors:\n  - name: 林书远\n    unit: 松岭融媒记者\n  - 甲\n标签:\n- 民生\n- 交通\neditor: 乙"],
  ["a: 比分3:2，12:30，1e3"],
  ["title: 甲 - 乙 ? 丙 ! “丁” & *"],
])("reads %j without the whole reader", (text) => {
  expect(isFaithful(text)).toBe(true);
});

test.each([
  ["title: 甲 # 乙"],
  ["title: 快讯: 台风"],
  ["title: 甲\n  乙"],
  ["title: 甲\ntitle: 乙"],
  ["title: |\n  甲"],
  ["title: '甲'"],
  ["title:甲"],
  ["title:"],
  ["tags: [甲, [乙]]"],
  ["tags: [甲, ]"],
  ["tags: [a: b]"],
  ["tags: [甲，乙] 丙"],
  ["__proto__: 甲"],
  ["- 甲"],
  ["a:\n  - 甲\n - 乙"],
  ["a:\n  - 甲\n    乙"],
  ["a:\n  - 甲: 1\n   乙: 2"],
  ["a:\n  - 甲: 1\n    甲: 2"],
  ["a:\n  - 甲:\n    乙: 2"],
  ["a:\nb: 1"],
  ["甲"],
  [""],
])("leaves %j to the whole reader", (text) => {
  expect(readPlainMap(text, "content/a.md", 1)).toBeUndefined();
});

const PIECES = [
  ..."a:甲，, #[]{}-?!&*|>'\"%@`\\\t\u00a0\ufeff0~=.（“\n",
  "title: ",
  "标签: ",
  ": ",
  " #",
  "\n",
  "true",
  "null",
  "---",
  "...",
  "<<",
  "__proto__",
];

test("is faithful to the whole reader, whatever the text", () => {
  const piece = fc.oneof(
    { arbitrary: fc.constantFrom("甲", "b", "，", " 乙", ", 丙", "2:3"), weight: 6 },
    { arbitrary: fc.constantFrom(...PIECES), weight: 1 },
  );
  const line = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
  const started = fc
    .tuple(
      fc.constantFrom("title: 甲", "甲: a", "a: [b", "b:\n  - 甲", "  - b: 甲", "    c: 乙", "- 丙", ""),
      line,
    )
    .map((parts) => parts.join(""));
  let plain = 0;
  fc.assert(
    fc.property(fc.array(started, { minLength: 1, maxLength: 4 }), (lines) => {
      if (isFaithful(lines.join("\n"))) plain++;
    }),
    { numRuns: 4000, seed: 1 },
  );
  expect(plain).toBeGreaterThan(400);
});

test("is faithful on the sample newsroom, and reads most of it", () => {
  const content = join(import.meta.dirname, "../../content");
  const files = readdirSync(content, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".md"),
  );
  const blocks = files.map((path) => readFileSync(join(content, path), "utf8").split(/^---$/m)[1] ?? "");
  expect(blocks.filter(isFaithful).length).toBeGreaterThan(blocks.length / 2);
});
