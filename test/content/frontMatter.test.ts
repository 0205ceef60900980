import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "../../src/content/frontMatter.ts";
import { spots } from "../support/spots.ts";
import { toPlain } from "../yaml/plain.ts";

const KEYS = new Set(["标题", "title", "标签"]);
const split = (text: string) =>
  splitFrontMatter(text, "content/a.md", (key) => (KEYS.has(key) ? key : undefined));

describe("a file", () => {
  it.each([
    ["---\n标题: 雨\n---\n正文\n", { 标题: "雨" }, "正文\n", 4],
    ["---\n标题: 雨\n---\n\n正文\n", { 标题: "雨" }, "\n正文\n", 4],
    ["---\n标题: 雨\n---", { 标题: "雨" }, "", 4],
    ["---  \n标题: 雨\n---\t \n  正文", { 标题: "雨" }, "  正文", 4],
    ["---\n标题: 雨\n---\n  \n正文", { 标题: "雨" }, "  \n正文", 4],
    ["---\n---\n正文", undefined, "正文", 3],
    ["---\n# 只有说明\n---\n正文", undefined, "正文", 4],
    ["---\n\n标题: 雨\n\n\n---\n正文", { 标题: "雨" }, "正文", 7],
    ["---\n标题: 雨\n---\n正文\n---\n后文\n---js\n", { 标题: "雨" }, "正文\n---\n后文\n---js\n", 4],
    ["---\n标题: 甲---乙\n---\n正文", { 标题: "甲---乙" }, "正文", 4],
    ["---\n标题: 雨\n ---\n---\n正文", { 标题: "雨 ---" }, "正文", 5],
  ])("%j is taken apart", (text, front, body, firstLine) => {
    const { node, ...rest } = split(text);
    expect(node && toPlain(node)).toEqual(front);
    expect(rest).toEqual({ body, firstLine, diagnostics: [] });
  });

  it("counts the lines of its body as the file does", () => {
    for (const fence of ["---", "--- "]) {
      const text = `${fence}\n标题: 雨\n\n标签: []\n${fence}\n\n第七行\n`;
      const { body, firstLine } = split(text);
      const line = body.split("\n").indexOf("第七行");
      expect(text.split("\n")[firstLine - 1 + line]).toBe("第七行");
    }
  });
});

describe("a fence", () => {
  it.each([
    ["---js\nglobalThis.ran = true\n---\n", ["1:1 front-matter/fence"]],
    ["--- js\nglobalThis.ran = true\n---\n", ["1:1 front-matter/fence"]],
    ["---JS\nglobalThis.ran = true\n---\n", ["1:1 front-matter/fence"]],
    ["---javascript\nglobalThis.ran = true\n---\n", ["1:1 front-matter/fence"]],
    ["--- javascript\nglobalThis.ran = true\n---\n", ["1:1 front-matter/fence"]],
    ['---json\n{"title": "x"}\n---\n', ["1:1 front-matter/fence"]],
    ["---yaml\ntitle: x\n---\n", ["1:1 front-matter/fence"]],
    ["---toml\ntitle = 1\n---\n", ["1:1 front-matter/fence"]],
    ["----\ntitle: x\n----\n", ["1:1 front-matter/fence"]],
    ["---：\ntitle: x\n---\n", ["1:1 front-matter/fence"]],
    ["+++\ntitle = 1\n+++\n", ["1:1 front-matter/missing"]],
    ["\n---\ntitle: x\n---\n", ["1:1 front-matter/blank-first-line"]],
    [" ---\ntitle: x\n---\n", ["1:1 front-matter/hidden-start"]],
    ["\u200b---\ntitle: x\n---\n", ["1:1 front-matter/hidden-start"]],
    ["---\ntitle: x\n———\n正文\n", ["3:1 front-matter/fence"]],
    ["---\ntitle: x\n...\n正文\n", ["3:1 front-matter/fence"]],
    ["---\ntitle: x\n--\n正文\n", ["3:1 front-matter/fence"]],
    ["———\ntitle: x\n———\n", ["1:1 front-matter/missing"]],
    ["标题: 雨\n", ["1:1 front-matter/missing"]],
    ["---\ntitle: x\n\n正文写到最后", ["1:1 front-matter/unclosed"]],
    ["---", ["1:1 front-matter/unclosed"]],
    ["---\ntitle: x\n---foo\n正文", ["3:1 front-matter/fence"]],
    ["---\ntitle: x\n----\n正文", ["3:1 front-matter/fence"]],
    ["---\ntitle: x\n--- # 完\n正文", ["3:1 front-matter/fence"]],
    ["---\ntitle: x\n---js\n---\n正文", ["3:1 front-matter/fence"]],
  ])("of %j is refused", (text, expected) => {
    const { node, body, diagnostics } = split(text);
    expect(spots(diagnostics)).toEqual(expected);
    expect({ node, body }).toEqual({ node: undefined, body: "" });
    expect(globalThis).not.toHaveProperty("ran");
  });

  it("is shown as it was written", () => {
    expect(split("---  js \nx\n---\n").diagnostics[0]?.message.zh).toBe(
      "这一行应当只有 ---，现在是“---  js”",
    );
  });
});

describe("bad YAML", () => {
  const BAD = "---\n标题: 雨\n标签: [民生\n---\n正文";

  it("gives the same errors when the same text is read twice", () => {
    const first = split(BAD);
    expect(spots(first.diagnostics)).toEqual(["3:5 yaml/syntax"]);
    expect(split(BAD)).toEqual(first);
  });

  it("does not come back as an empty front matter", () => {
    split(BAD);
    expect(split(BAD).diagnostics).not.toEqual([]);
  });

  it.each([
    ["---\na: 1\na: 2\n---\n", ["3:1 yaml/duplicate-key"]],
    ["---\n# 说明\n\na: &x 1\n---\n", ["4:4 yaml/anchor"]],
    ["---\na: 1\n...\nb: 2\n---\n", ["4:1 yaml/syntax"]],
    ["---\n__proto__: 1\n---\n", ["2:1 yaml/key"]],
    [`---\na: ${"[".repeat(1000)}\n---\n`, ["1:1 yaml/too-large"]],
  ])("%j is told by its line in the file", (text, expected) => {
    expect(spots(split(text).diagnostics)).toEqual(expected);
  });
});
