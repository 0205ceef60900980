import { describe, expect, it } from "vitest";
import { readYaml } from "../../src/yaml/failsafe.ts";
import { spots } from "../support/spots.ts";
import { nodeAt, toPlain } from "./plain.ts";

describe("reading", () => {
  it.each([
    "007",
    "yes",
    "12:30",
    "1e3",
    "0x1F",
    "null",
    "~",
    "2026-02-09",
    "2023-02-30",
    "1_000",
    ".inf",
    "true",
    "-1",
    "+86 10",
    "3.10",
    "50% 的人",
    "《云河》",
    "“引语”开头",
    "http://a.example/?b=c#d",
  ])("keeps %s as the text that was typed", (typed) => {
    const { value, diagnostics } = readYaml(`a: ${typed}\nb: [${typed}]`, "f.yaml");
    expect(value && toPlain(value)).toEqual({ a: typed, b: [typed] });
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ["a: 'x: y'", { a: "x: y" }],
    ['a: "x\\ty"', { a: "x\ty" }],
    ["a:", { a: "" }],
    ["a: |\n  x\n  y\n", { a: "x\ny\n" }],
    ["a: >\n  x\n  y\n", { a: "x y\n" }],
    ["a: x\n  y", { a: "x y" }],
    ["a: {b: c, d: [e, {f: g}]}", { a: { b: "c", d: ["e", { f: "g" }] } }],
    ["- x\n- a: y", ["x", { a: "y" }]],
    ["7: x\ntrue: y", { 7: "x", true: "y" }],
    ["? a\n? b", { a: "", b: "" }],
    ["# 只有说明\na: x # 说明", { a: "x" }],
    ["toString: x\nvalueOf: y", { toString: "x", valueOf: "y" }],
  ])("reads %j", (text, expected) => {
    const { value, diagnostics } = readYaml(text, "f.yaml");
    expect(value && toPlain(value)).toEqual(expected);
    expect(diagnostics).toEqual([]);
  });

  it.each(["", "\n\n", "# 说明\n", "  "])("finds nothing in %j", (text) => {
    expect(readYaml(text, "f.yaml")).toEqual({ value: undefined, diagnostics: [] });
  });

  it("keeps the comment that cut a text", () => {
    expect(nodeAt("a: C# 语言 #1 号", "a")).toMatchObject({ text: "C# 语言", comment: "1 号" });
    expect(nodeAt("a: x\n# 另一行\nb: y", "a")).not.toHaveProperty("comment");
  });
});

describe("places", () => {
  const text = "标题: 雨\n标签:\n  - 甲\n  - {名: 乙}\n  -\n空:\n";

  it.each([
    [[], 1, 1],
    [["标题"], 1, 5],
    [["标签"], 3, 3],
    [["标签", 0], 3, 5],
    [["标签", 1], 4, 5],
    [["标签", 1, "名"], 4, 9],
  ])("stand at the value of %j", (path, line, column) => {
    expect(nodeAt(text, ...path).place).toEqual({ file: "f.yaml", line, column });
  });

  it("stand at the key as well", () => {
    const { value } = readYaml(text, "f.yaml");
    const keys = value?.kind === "map" ? value.entries.map(({ place }) => [place.line, place.column]) : [];
    expect(keys).toEqual([
      [1, 1],
      [2, 1],
      [6, 1],
    ]);
  });

  it("count from the line on which the text starts in its file", () => {
    expect(readYaml("a: x\na: y", "f.yaml", 10).diagnostics).toMatchObject([
      { file: "f.yaml", line: 11, column: 1 },
    ]);
  });

  it("count columns in UTF-16 units behind an emoji", () => {
    expect(spots(readYaml("a: {😀: &x 1}", "f.yaml").diagnostics)).toEqual(["1:9 yaml/anchor"]);
  });
});

describe("refusals", () => {
  it.each([
    ["a: &x 1\nb: *x", ["1:4 yaml/anchor", "2:4 yaml/anchor"]],
    ["标题: &重要 消息", ["1:5 yaml/anchor"]],
    ["标题: **重要** 消息", ["1:5 yaml/anchor"]],
    ["a: *", ["1:4 yaml/anchor"]],
    ["a: &", ["1:4 yaml/anchor"]],
    ["&a k: v", ["1:1 yaml/anchor"]],
    ["*a : v", ["1:1 yaml/anchor"]],
    ["a: &x\n  - 1", ["1:4 yaml/anchor"]],
    ["标题: !重要 消息", ["1:5 yaml/tag"]],
    ["a: 1\nb: !important", ["2:4 yaml/tag"]],
    ["a: !!int 7", ["1:4 yaml/tag"]],
    ["a: !!js/function 'x'", ["1:4 yaml/tag"]],
    ["a: [x, !y z]", ["1:8 yaml/tag"]],
    ["!x k: v", ["1:1 yaml/tag"]],
    ["__proto__: 1\na:\n  constructor: 1\n  prototype: 1", ["1:1 yaml/key", "3:3 yaml/key", "4:3 yaml/key"]],
    ['"__proto__": {polluted: 1}', ["1:1 yaml/key"]],
    ["a: {b: 1}\n<<: {c: 1}", ["2:1 yaml/key"]],
    [": x", ["1:1 yaml/key"]],
    ["[a]: x", ["1:1 yaml/key"]],
    ["a: 1\nb:\n  c: 1\n  c: 2\na: 3", ["4:3 yaml/duplicate-key", "5:1 yaml/duplicate-key"]],
  ])("%j is refused at its place", (text, expected) => {
    expect(spots(readYaml(text, "f.yaml").diagnostics)).toEqual(expected);
  });

  it("leave no prototype changed", () => {
    readYaml("__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}", "f.yaml");
    expect({}).not.toHaveProperty("polluted");
  });

  it("name what stands there", () => {
    const messages = readYaml("a: &重要 消息\nb: *x\n__proto__: 1", "f.yaml").diagnostics.map(
      ({ message }) => message.zh,
    );
    expect(messages).toEqual([
      "“&重要”以 & 开头，不会当作文字来读",
      "“*x”以 * 开头，不会当作文字来读",
      "“__proto__”不能用作名字",
    ]);
  });
});

describe("hostile text", () => {
  const levels = "abcdefghij".split("");
  const bomb = levels
    .map((name, index) => `${name}: &${name} [${Array(9).fill(index === 0 ? "x" : `*${levels[index - 1]}`)}]`)
    .join("\n");

  it("does not expand an alias bomb", () => {
    const { diagnostics } = readYaml(bomb, "f.yaml");
    expect(spots(diagnostics).slice(0, 3)).toEqual(["1:4 yaml/anchor", "2:4 yaml/anchor", "3:4 yaml/anchor"]);
    expect(diagnostics.every(({ code }) => code === "yaml/anchor")).toBe(true);
  });

  // Each of these ends a recursive parser's stack or its memory; the file's own time limit is the test's.
  it.each([
    ["flow lists", `a: ${"[".repeat(100_000)}`],
    ["flow maps", `a: ${"{b: ".repeat(50_000)}`],
    ["block lists", "- ".repeat(100_000)],
    ["block lists by tabs", "-\t".repeat(100_000)],
    ["explicit keys", "? ".repeat(100_000)],
    ["mixed marks", "- ? ".repeat(50_000)],
    ["a quarter of a million letters", "字".repeat(256 * 1024 + 1)],
  ])("refuses %s at the start of the block", (_name, text) => {
    expect(readYaml(text, "f.yaml", 3)).toEqual({
      value: undefined,
      diagnostics: [expect.objectContaining({ code: "yaml/too-large", line: 3, column: 1 })],
    });
  });

  it.each([
    ["forty lists", `a: ${"[".repeat(40)}x${"]".repeat(40)}`],
    ["a long text", `a: ${"字".repeat(200_000)}`],
    [
      "five hundred steps of indentation",
      Array.from({ length: 500 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
    ],
  ])("still reads %s", (_name, text) => {
    const { value, diagnostics } = readYaml(text, "f.yaml");
    expect(diagnostics).toEqual([]);
    expect(value?.kind).toBe("map");
  });
});
