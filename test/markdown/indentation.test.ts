import { describe, expect, test } from "vitest";
import { render } from "./render.ts";

test.each([
  ["full-width spaces", "　　本网讯", "<p>本网讯</p>"],
  ["four spaces", "    本网讯", "<p>本网讯</p>"],
  ["a tab", "\t本网讯", "<p>本网讯</p>"],
  ["entities", "&emsp;&emsp;本网讯", "<p>本网讯</p>"],
  ["no-break spaces", "&nbsp;&nbsp;本网讯", "<p>本网讯</p>"],
  ["spaces of both kinds", "  　　本网讯", "<p>本网讯</p>"],
  ["full-width spaces before emphasis", "　　**本网讯**", "<p><strong>本网讯</strong></p>"],
  ["full-width spaces in a quote", "> 　　本网讯", "<blockquote>\n<p>本网讯</p>\n</blockquote>"],
  ["full-width spaces in a list item", "- 　　一\n  　　二", "<ul>\n<li>一　　二</li>\n</ul>"],
])("a paragraph indented with %s is a paragraph", (_, markdown, html) => {
  expect(render(markdown).html).toBe(html);
});

test.each([
  ["starts a paragraph", "　　一。\n　　二。", "<p>一。</p>\n<p>二。</p>"],
  ["starts a paragraph after a hard break", "　　一。  \n　　二。", "<p>一。</p>\n<p>二。</p>"],
  ["starts a paragraph after emphasis", "**一**\n　　二", "<p><strong>一</strong></p>\n<p>二</p>"],
  ["is a blank line where nothing follows", "一。\n　　\n二。", "<p>一。</p>\n<p>二。</p>"],
])("a line with a full-width indent %s", (_, markdown, html) => {
  expect(render(markdown).html).toBe(html);
});

test("a paragraph of blanks alone goes", () => {
  expect(render("一\n\n　　\n\n二").html).toBe("<p>一</p>\n<p>二</p>");
});

test("blanks inside a paragraph stay", () => {
  expect(render("甲　乙").html).toBe("<p>甲　乙</p>");
});

test("fenced code keeps its indent", () => {
  expect(render("```js\n    a\n```").html).toBe('<pre><code class="language-js">    a\n</code></pre>');
});

describe("the sign of a block", () => {
  test.each([
    ["a heading", "## 报名方式"],
    ["a heading above a paragraph", "## 报名方式\n\n各位"],
    ["a list", "- 甲\n- 乙"],
    ["a numbered list", "1. 甲\n2. 乙"],
    ["a quote", "> 甲\n> 乙"],
    ["a table", "| 甲 | 乙 |\n| - | - |\n| 1 | 2 |"],
    ["a rule", "甲\n\n---\n\n乙"],
    ["a block of ours", ":::更正\n甲\n:::"],
    ["a video", "::视频{src=a.mp4}"],
    ["a fence", "```\nA\n```"],
  ])("of %s is read behind full-width spaces as without them", (_, markdown) => {
    const indented = markdown.replace(/^(?=[^A\n])/gm, "　　");
    const { html, diagnostics } = render(indented);
    expect({ html, codes: diagnostics.map(({ code }) => code) }).toEqual({
      html: render(markdown).html,
      codes: [],
    });
  });

  test("of an item below another's words makes a list in the list", () => {
    expect(render("- 甲\n　　- 乙").html).toBe(render("- 甲\n  - 乙").html);
  });

  test.each([
    ["a number before a paragraph", "　　1. 加强领导。\n　　各单位", "<p>1. 加强领导。</p>\n<p>各单位</p>"],
    ["a dash below a paragraph", "　　他说：\n　　- 好", "<p>他说：</p>\n<p>- 好</p>"],
    ["dashes below a paragraph", "　　甲\n　　---", "<p>甲</p>\n<p>---</p>"],
    ["a decimal number", "　　3.5亿元", "<p>3.5亿元</p>"],
    ["a sign in code", "```\n　　# 甲\n```", "<pre><code>　　# 甲\n</code></pre>"],
  ])("stays text behind full-width spaces where it is %s", (_, markdown, html) => {
    expect(render(markdown).html).toBe(html);
  });

  test("keeps its place", () => {
    expect(render("　　:::不明\n　　甲\n　　:::").diagnostics).toMatchObject([{ line: 1, column: 3 }]);
  });

  test("of a table below a paragraph, which is not read, is told with the indent as the cause", () => {
    const { diagnostics } = render("　　见表：\n　　| 甲 | 乙 |\n　　| - | - |\n　　| 1 | 2 |");
    expect(diagnostics).toMatchObject([
      { line: 2, code: "markdown/unread-table", hint: { zh: expect.stringMatching(/^删掉行首的全角空格/) } },
    ]);
  });
});
