import { describe, expect, it } from "vitest";
import { readYaml } from "../../src/yaml/failsafe.ts";

const cases: readonly (readonly [text: string, place: string, zh: string])[] = [
  ['a: "x\nb: 1\nc: 2', "1:4", "从这里开始的引号没有收尾"],
  ["a: 'x\nb: 1", "1:4", "从这里开始的引号没有收尾"],
  ['标签: ["民生, 交通]\nb: 1', "1:6", "从这里开始的引号没有收尾"],
  ["标签: [民生, 交通\n日期: 2026-02-09", "1:5", "从这里开始的括号没有收尾"],
  ["a: {b: [1\nc: 2", "1:8", "从这里开始的括号没有收尾"],
  ["title: x\n网址：https://a.example\nb: 1", "2:3", "名字后面是全角冒号“：”"],
  ["title: x\n网址：https://a.example", "2:3", "名字后面是全角冒号“：”"],
  ["a:\n  - 名称：x\n    网址: y", "2:7", "名字后面是全角冒号“：”"],
  ["title:云河\nurl: x", "1:6", "冒号后面少了一个空格"],
  ["a: 1\nurl:https://a.example", "2:4", "冒号后面少了一个空格"],
  ["a: 1\n说明文字", "2:1", "这一行没有写成“名字: 内容”"],
  ["a: 1\n说明文字\nb: 2", "2:1", "这一行没有写成“名字: 内容”"],
  ["标签:\n- 天气\n-民生", "3:1", "减号后面少了一个空格，没有当作列表的一项"],
  ["标签:\n-民生\n- 天气\nb: 1", "2:1", "减号后面少了一个空格，没有当作列表的一项"],
  ["标签:\n  - 天气\n  -民生\nb: 1", "3:3", "减号后面少了一个空格，没有当作列表的一项"],
  ["a: 快讯: 台风", "1:4", "一行里有两个“冒号加空格”，或者缩进不对"],
  ["a:\n  b: 1\n c: 2", "3:1", "这一行的缩进和前后对不齐"],
  ["a:\n\tb: 1", "2:1", "缩进用了 Tab 键"],
  ["a: ]", "1:4", "这里有多余的符号"],
  ['a: "他说"好"', "1:8", "引号在前面已经收尾，这里不能再有文字"],
  ["a: [快讯]台风登陆", "1:8", "括号在前面已经收尾，这里不能再有文字"],
  ['a: "\\q"', "1:5", "英文双引号里的反斜杠 \\ 用得不对"],
  ["a: @云河", "1:4", "文字不能以 @、` 或 % 开头"],
  ["a: `x`", "1:4", "文字不能以 @、` 或 % 开头"],
  ["a: %x", "1:4", "文字不能以 @、` 或 % 开头"],
  ["题图: ![图](a.jpg)", "1:5", "这里不能用 Markdown 的图片写法"],
  ["标签: [天气, #民生]\nb: 1", "1:10", "这一行里空格加 # 之后的都被当作注释，括号也就没有收尾"],
  ["<<<<<<< HEAD\na: 甲\n=======\na: 乙\n>>>>>>> b", "1:1", "这里有没处理完的合并冲突（两个人改了同一处）"],
  [
    "t: 1\n<<<<<<< HEAD\na: 甲\n=======\na: 乙\n>>>>>>> b\n",
    "2:1",
    "这里有没处理完的合并冲突（两个人改了同一处）",
  ],
  ["a: 1\n---\nb: 2", "2:1", "设置到上一行已经结束，后面不能再写"],
  ["a: 1\n...\nb: 2", "3:1", "设置到上一行已经结束，后面不能再写"],
];

describe("a mistake in YAML", () => {
  it.each(cases)("%j is told at %s: %s", (text, place, zh) => {
    const { value, diagnostics } = readYaml(text, "f.yaml");
    expect(value).toBeUndefined();
    expect(
      diagnostics.map(({ code, line, column, message }) => [code, `${line}:${column}`, message.zh]),
    ).toEqual([["yaml/syntax", place, zh]]);
  });

  const isKnownKey = (key: string) => ["标题", "日期", "内容", "标签", "更正"].includes(key);
  const toldOf = (text: string) =>
    readYaml(text, "f.yaml", 1, isKnownKey).diagnostics.map(
      ({ line, column, hint }) => `${line}:${column} ${hint.zh}`,
    );

  it.each([
    ["标题: 题\n\t日期: 2026-03-01", "2:2"],
    ["标题: 题\n 日期: 2026-03-01\n标签: 甲", "2:2"],
    ["标题: 题\n\n  日期: 2026-03-01", "3:3"],
    ["标题: 题目很长\n  分两行\n  日期: 2026-03-01", "3:3"],
    ["标签: [甲]\n  日期: 2026-03-01", "2:3"],
    ['标题: "题"\n  日期:\n', "2:3"],
    [" 标题: 题\n日期: 2026-03-01", "1:2"],
  ])("in %j is an indent that hides a key from the top level, at %s", (text, place) => {
    expect(toldOf(text)).toEqual([`${place} 删掉行首的空格或 Tab，让名字顶格写`]);
    const mended = text.replace(/^[ \t]+(?=标题|日期)/gm, "");
    expect(readYaml(mended, "f.yaml", 1, isKnownKey).diagnostics).toEqual([]);
  });

  it.each([
    // Below a key without a value, an indented line is a part of it.
    ["更正:\n\t日期: 2026-03-01", "2:1 把行首的 Tab 换成空格"],
    ["更正:\n  - 内容: 甲\n   日期: 2026-03-01", "3:1 同一层的各行，行首空一样多的格"],
    ["标题: 题\n  天气: 晴", "1:5 冒号后面的文字里还有冒号时，用英文双引号把这段文字括起来"],
    [
      "天气: 今天: 晴\n标题: 题\n日期: 2026-03-01",
      "1:5 冒号后面的文字里还有冒号时，用英文双引号把这段文字括起来",
    ],
  ])("in %j is another", (text, told) => {
    expect(toldOf(text)).toEqual([told]);
  });

  it("is told once, without the echoes that follow it", () => {
    expect(readYaml("a: ]\nb: ]\nc: }", "f.yaml").diagnostics).toHaveLength(1);
  });

  it("says in the hint what to type", () => {
    const [diagnostic] = readYaml("title: x\n网址：y\n", "f.yaml").diagnostics;
    expect(diagnostic?.hint.zh).toBe("换成英文冒号，后面空一格");
  });
});
