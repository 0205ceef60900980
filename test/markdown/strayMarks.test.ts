import { describe, expect, test } from "vitest";
import { render } from "./render.ts";

describe("marks that nobody sees", () => {
  test.each([
    ["甲\u200b乙", "<p>甲乙</p>"],
    ["最\u00ad高气温\u2060，\ufeff30\u200b度", "<p>最高气温，30度</p>"],
    ["\u200b甲\u200b\n\u200b乙\u200b", "<p>甲乙</p>"],
    ["**甲**\u200b乙", "<p><strong>甲</strong>乙</p>"],
    ["甲\n\n\u200b\n\n乙", "<p>甲</p>\n<p>乙</p>"],
    ["甲\n\u200b\n乙", "<p>甲</p>\n<p>乙</p>"],
    ["\u200b## 题", '<h2 id="text-题">题</h2>'],
    ["\ufeff- 甲\n\u200b- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"],
  ])("go without a word beside Chinese and before a sign: %j", (markdown, html) => {
    expect(render(markdown)).toMatchObject({ html, diagnostics: [] });
    expect(render(markdown, { fast: false })).toMatchObject({ html, diagnostics: [] });
  });

  test("go from the words of a picture", () => {
    const { html } = render('![图\u200b上](a.jpg "图\u00ad注")');
    expect(html).toContain('alt="图上"');
    expect(html).toContain("图注");
  });

  test.each([
    ["`甲\u200b乙`", "<p><code>甲\u200b乙</code></p>"],
    ["```\n\u200b# 甲\n```", "<pre><code>\u200b# 甲\n</code></pre>"],
    ["long\u00adword a\u200bb", "<p>long\u00adword a\u200bb</p>"],
    ["一家👨\u200d👩\u200d👧，甲\u00a0乙", "<p>一家👨\u200d👩\u200d👧，甲\u00a0乙</p>"],
  ])("stay where they may be meant: %j", (markdown, html) => {
    expect(render(markdown).html).toBe(html);
  });
});
