import { beforeAll, describe, expect, test } from "vitest";
import { expectRefused, type Told, type Trial, tryFiles } from "../support/guard.ts";
import { article, makeNewsroom } from "../support/newsroom.ts";

const bytes = (hex: string) => Buffer.from(hex.replaceAll(" ", ""), "hex");
const WHOLE = article({ 标题: "甲" });
const GBK = bytes("2d2d2d 0a b1eacce2 3a20 d4c6bad3 0a 2d2d2d 0a d5fdcec4 0a");

/** Each file is bad in its own way. */
const BAD: Readonly<Record<string, readonly [content: string | Uint8Array, told: Told]>> = {
  "in GBK": [GBK, ["E 2:1 content/encoding"]],
  "in UTF-16 with its mark": [
    Buffer.concat([bytes("fffe"), Buffer.from(WHOLE, "utf16le")]),
    ["E 1:1 content/encoding"],
  ],
  "in UTF-16, big end first": [
    Buffer.concat([bytes("feff"), Buffer.from(WHOLE, "utf16le").swap16()]),
    ["E 1:1 content/encoding"],
  ],
  "in UTF-16 without its mark": [Buffer.from(WHOLE, "utf16le"), ["E 2:4 content/encoding"]],
  "with a broken byte": [
    Buffer.concat([Buffer.from(article({ 标题: "甲" }, "正文")), bytes("e8 a1 0a")]),
    ["E 6:1 content/encoding"],
  ],
  "with half of a pair": [
    Buffer.concat([Buffer.from("---\n标题: 甲\n---\n正文😀"), bytes("ed a0 80 0a")]),
    ["E 4:5 content/encoding"],
  ],
  "with half of a pair in an escape": [article({ 标题: '"甲\\uD800"' }), ["E 2:5 yaml/control-character"]],
  "with a NUL": [article({ 标题: "甲" }, "正\0文"), ["E 5:2 content/control-character"]],
  "with a NUL in an escape": [article({ 标题: '"甲\\0"' }), ["E 2:5 yaml/control-character"]],
  "with a bell": [article({ 标题: "甲" }, "正\u0007文"), ["E 5:2 content/control-character"]],
  "that is empty": ["", ["E 1:1 content/empty"]],
  "that is a picture": [bytes("89504e47 0d0a1a0a 0000000d"), ["E 1:1 content/encoding"]],
  "with a mark without width before its fence": [`\u200b${WHOLE}`, ["E 1:1 front-matter/hidden-start"]],
  "with a second byte-order mark": [`\ufeff\ufeff${WHOLE}`, ["E 1:1 front-matter/hidden-start"]],
  "with a space that does not break before its fence": [
    `\u00a0${WHOLE}`,
    ["E 1:1 front-matter/hidden-start"],
  ],
  "with a turned title": [article({ 标题: "甲\u202e乙" }), ["E 2:5 content/bidi-override"]],
  "with a turned slug": [article({ 标题: "甲", 网址: "a\u202eb" }), ["E 3:5 content/bidi-override"]],
  "with a turned slug in an escape": [
    article({ 标题: "甲", 网址: '"a\\u202eb"' }),
    ["E 3:5 content/bidi-override"],
  ],
  "with a turned tag": [article({ 标题: "甲", 标签: "[好, a\u2066b]" }), ["E 3:9 content/bidi-override"]],
};

const names = Object.keys(BAD);
const pathOf = (name: string) => `content/news/2026-03-10-${names.indexOf(name)}.md`;

describe("in one build of a newsroom in which every file is bad in its own way", () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await tryFiles(
      Object.fromEntries(Object.entries(BAD).map(([name, [content]]) => [pathOf(name), content])),
    );
  });

  test.each(names)("a file %s is told at its place", (name) => {
    expect(trial.toldOf(pathOf(name))).toEqual(BAD[name]?.[1]);
  });

  test("nothing else is told, and nothing is published", () => {
    expect(trial.told).toHaveLength(names.length);
    expectRefused(trial);
  });

  test("GBK is called by its name, and the fix is to save as UTF-8", () => {
    expect(trial.terminal.stderr).toMatch(/GBK（GB18030）[\s\S]+另存为/);
  });
});

describe("what only looks wrong", () => {
  const body = "正\u202e文";
  const tags = "[天\u200b气, 暴\u2060雨, 家庭👨\u200d👩\u200d👧]";
  const files = {
    "content/news/2026-03-10-turned.md": article({ 标题: "甲", 摘要: "摘\u2067要" }, body),
    "content/news/2026-03-10-tags.md": article({ 标题: "乙", 标签: tags }),
  };

  test("is published with a warning at its place, and is an error with --strict", async () => {
    const trial = await tryFiles(files);
    expect(trial.code).toBe(0);
    expect(trial.toldOf("content/news/2026-03-10-turned.md")).toEqual([
      "W 3:6 content/hidden-direction",
      "W 6:2 content/hidden-direction",
    ]);
    expect(trial.toldOf("content/news/2026-03-10-tags.md")).toEqual([
      "W 3:6 content/hidden-mark",
      "W 3:11 content/hidden-mark",
    ]);
    expect((await trial.room.build({ strict: true })).code).toBe(1);
  });

  test("loses the marks without width in its tags, and an emoji keeps its joiners", async () => {
    const { room } = await tryFiles(files);
    const routes = [...room.site().keys()];
    expect(routes).toContain("/tags/天气/index.html");
    expect(routes).toContain("/tags/暴雨/index.html");
    expect(routes).toContain("/tags/家庭👨\u200d👩\u200d👧/index.html");
  });
});

test.each([
  ["a byte-order mark", (text: string) => `\ufeff${text}`],
  ["Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
  ["both", (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`],
])("%s changes no byte of the site and is told to nobody", async (_, spoil) => {
  const texts = {
    "content/news/2026-03-10-a.md": article({ 标题: "甲", 标签: "[民生]" }, "第一行\n第二行\n\n- 一\n- 二"),
    "content/news/_index.md": article({ 标题: "要闻" }, "导语。"),
    "content/site.yaml": "title: 云河新闻网\nurl: https://news.example.com\n",
  };
  const [plain, spoilt] = [
    texts,
    Object.fromEntries(Object.entries(texts).map(([p, t]) => [p, spoil(t)])),
  ].map(makeNewsroom);
  expect((await plain?.build({ strict: true }))?.code).toBe(0);
  expect((await spoilt?.build({ strict: true }))?.code).toBe(0);
  expect(spoilt?.site()).toEqual(plain?.site());
});
