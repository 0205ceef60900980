import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeStoryteller } from "../bench/story.ts";
import { problemsIn, render } from "./render.ts";

const CONTENT = join(import.meta.dirname, "../../content");

/** What was found, as `line:column code`. */
function foundIn(markdown: string): string[] {
  return render(markdown).diagnostics.map(
    ({ line, column, code }) => `${line}:${column} ${code.replace("markdown/", "")}`,
  );
}

describe("Markdown that was meant but not read is told once, at its place", () => {
  test.each([
    ["##小标题", "1:1 unread-heading"],
    ["##　小标题", "1:1 unread-heading"],
    ["＃＃ 小标题", "1:1 unread-heading"],
    ["＃小标题\n文", "1:1 unread-heading"],
    ["文\n###小标题", "2:1 unread-heading"],
    ["> ##小标题", "1:3 unread-heading"],
    ["今天** 加粗 **了", "1:3 unread-strong"],
    ["**加粗 **的字", "1:1 unread-strong"],
    ["**真** 和 ** 假**", "1:9 unread-strong"],
    ["|甲|乙|\n|1|2|", "1:1 unread-table"],
    ["文\n| 甲 | 乙 |\n| 1 | 2 |\n| 3 | 4 |", "2:1 unread-table"],
    ["｜甲｜乙｜\n｜1｜2｜", "1:1 unread-table"],
    ["见 ![图](微信 图片(1).webp)", "1:3 unread-link"],
    ["![图]（a.jpg）", "1:1 unread-link"],
    ["[链接]（https://a.com）", "1:1 unread-link"],
    ["[链接](https://a.com）", "1:1 unread-link"],
    ["![图](a.webp “图注”)", "1:1 unread-link"],
    ["！[图](a.jpg)", "1:1 unread-link"],
    ["文[^9]。", "1:2 unread-footnote"],
    ["文。\n\n[^3]: 注", "3:1 unused-footnote"],
    ["[m](http://)", "1:1 empty-address"],
    ["：：：更正\n一\n：：：", "1:1 unread-block"],
    ["文\n> 一\n> ：：：更正", "3:3 unread-block"],
    ["::: 更正\n\n一\n\n:::", "1:1 unread-block"],
  ])("%s", (markdown, found) => {
    expect(foundIn(markdown)).toEqual([found]);
  });

  test.each([
    ["![图](微信 图片(1).webp)", "写成 ![图](<微信 图片(1).webp>)，或者给文件改个没有空格的名字"],
    ['![图](<a b.webp> "图注”)', '写成 ![图](<a b.webp> "图注")，或者给文件改个没有空格的名字'],
    ["！[图](a.jpg)", "写成 ![图](a.jpg)"],
    ["[链接]（https://a.com）", "写成 [链接](https://a.com)"],
    ["** 加粗 **", "去掉星号里面的空格，写成 **加粗**"],
  ])("%s is told how to write it", (markdown, fix) => {
    expect(render(markdown).diagnostics.map(({ hint }) => hint.zh)).toContain(fix);
  });
});

describe("what only looks like Markdown stays silent", () => {
  test.each([
    "#今日云河#",
    "#标签 今天开幕",
    "＃话题＃",
    "＃1机组",
    "C##和F#",
    "a ** b，2 ** 3 ** 4",
    "`** 码 **`，`##题`，`[^9]`，`![图](a b.jpg)`",
    "\\*\\* 甲 \\*\\*",
    "|x| + |y| = 3",
    "|x + y| ≤ |x|\n|x - y| ≥ |y|",
    "| /\\ |\n| \\/ |",
    "｜本报记者｜",
    "【图】（新华社）",
    "[来源]（新华社）",
    "[注](见 下文)",
    "f[i](a b.md)",
    "太好了！[看这里](https://a.com/)",
    "[^a-z]",
    "写信到a@b.cn，价格￥3*2**",
    "```\n##题\n|甲|乙|\n|1|2|\n```",
    "文[^1]\n\n[^1]: 注",
    "题\n=======",
  ])("%s", (markdown) => {
    expect(problemsIn(markdown)).toEqual([]);
  });

  test("in the sample articles and a generated newsroom", () => {
    const { story } = makeStoryteller(400, 7);
    const samples = readdirSync(CONTENT, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".md"))
      .map((path) => readFileSync(join(CONTENT, path), "utf8"));
    const texts = [...samples, ...Array.from({ length: 400 }, (_, number) => story(number).text)];
    expect(texts.length).toBeGreaterThan(400);
    const found = texts.flatMap((text) => problemsIn(text.replace(/^---\n.*?\n---\n/s, "")));
    expect(found.filter((one) => /unread|unused|conflict/.test(one))).toEqual([]);
  });

  test.each(["** 甲", "[甲](", "！[", "|甲", "［^1", "##甲", "[^1", "![甲]（（"])(
    "hostile runs of %s end in time",
    (piece) => {
      const start = performance.now();
      render(piece.repeat(10_000));
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});
