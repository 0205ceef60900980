import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { fillSlots } from "../../src/markdown/slots.ts";
import { render } from "./render.ts";

describe("the text for excerpts", () => {
  test.each([
    ["paragraphs, one a line", "　　一\n二\n\n三", "一二\n三"],
    ["lists, one item a line", "- 一\n- 二\n  - 三", "一\n二\n三"],
    ["quotes", "> 一", "一"],
    ["links, emphasis and inline code as words", "[一](a.md)**二**`三`", "一二三"],
    ["Latin lines with a space", "New\nYork", "New York"],
    ["a line break as a space", "一<br>二", "一 二"],
    ["raw paragraphs", "<p>一</p><div>二</div>", "一\n二"],
    ["no headings", "## 一\n\n二", "二"],
    ["no pictures and captions", '![一](a.jpg "二")\n\n三![四](a.jpg)', "三"],
    ["no code", "```\n一\n```\n\n二", "二"],
    ["no tables", "| 一 |\n|-|\n| 二 |\n\n三", "三"],
    ["no footnotes", "一[^1]\n\n[^1]: 二", "一"],
    ["no blocks of their own", ":::更正\n一\n:::\n\n二\n\n::视频{src=a.mp4 title=三}", "二"],
    ["no link in place of a video", "一\n\n::视频{src=https://evil.example/a.mp4 title=二}", "一"],
    ["no ruby readings", "<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字", "汉字"],
  ])("holds %s", (_, markdown, text) => {
    expect(render(markdown).text).toBe(text);
  });
});

test.each([
  ["云河大桥", 4],
  ["云河 Istio 1.20 版", 5],
  ["3.2公里，don't stop", 5],
  ["## 标题\n\n正文\n\n| 表 |\n|-|\n| 格 |", 6],
  ["一**二**Is**tio**", 3],
  [":::更正{日期=2026-02-09}\n错字\n:::", 2],
  ["文[^1]\n\n[^1]: 注", 2],
  ["", 0],
])("%j has %i words", (markdown, words) => {
  expect(render(markdown).words).toBe(words);
});

test("problems come in the order of the text, with lines of the file", () => {
  const { diagnostics } = render("[a]()\n\n<font>b</font>\n\n![](c.jpg)", { firstLine: 8 });
  expect(diagnostics.map(({ file, line, code }) => [file, line, code])).toEqual([
    ["content/a.md", 8, "markdown/empty-address"],
    ["content/a.md", 10, "markdown/removed-element"],
    ["content/a.md", 12, "markdown/missing-alt"],
  ]);
});

test("the same text gives the same value, whatever was rendered before", () => {
  const markdown = "## 一\n\n## 一\n\n[a](b.md)[^1]\n\n[^1]: 注";
  const first = render(markdown);
  render("## 一\n\n[^1]: x\n\n文[^1]");
  expect(render(markdown)).toEqual(first);
});

test("a body with everything in it is valid HTML", async () => {
  const markdown = [
    "# 头\n\n　　云河讯 <b id='x'>粗</b>[^1]，见[内](a.md)和https://example.org。",
    '![桥](a.jpg "合龙")\n\n:::图集[春]\n![甲](b.jpg "图")\n![乙](c.jpg)\n:::',
    "::视频{src=v.mp4 poster=p.jpg title=桥}",
    ":::更正{日期=2026-02-09}\n错字\n:::",
    "| 甲 | 乙 |\n|:-:|--:|\n| 1 | 2 |\n\n- [ ] 一\n- [x] 二",
    "<details><summary>一</summary>二</details>\n\n[^1]: 说明",
  ].join("\n\n");
  const { html, references } = render(markdown);
  const filled = fillSlots(
    html,
    references.map(({ kind }, index) => {
      if (kind === "link") return { kind, href: `/${index}.html` };
      return kind === "picture" ? { kind, src: `/${index}.jpg`, lazy: true } : { kind, src: `/${index}` };
    }),
  );
  const page = `<!DOCTYPE html>\n<html lang="zh-CN"><head><title>页</title></head><body><main><h1>页</h1>\n${filled}</main></body></html>\n`;
  const report = await new HtmlValidate({
    extends: ["html-validate:recommended"],
  }).validateString(page);
  expect(
    report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([]);
});
