import { describe, expect, test } from "vitest";
import { render } from "./render.ts";

/** The page, and what was told, as `line:column tag`. */
function read(markdown: string): readonly [html: string, ...told: string[]] {
  const { html, diagnostics } = render(markdown);
  const told = diagnostics.map(({ line, column, code, message }) =>
    code === "markdown/removed-element" ? `${line}:${column} ${message.en.split(" is ")[0]}` : code,
  );
  return [html, ...told];
}

describe("what Word writes into a text", () => {
  test.each([
    ["正文<o:p></o:p>", "<p>正文</p>", "1:3 <o:p>"],
    ["<st1:date year=\"2026\" w:st='on'>今天</st1:date>晴", "<p>今天晴</p>", "1:1 <st1:date>"],
    ["甲\n乙<w:sdt>丙</w:sdt>", "<p>甲乙丙</p>", "2:2 <w:sdt>"],
    ["> 甲\n> 乙<o:p></o:p>", "<blockquote>\n<p>甲乙</p>\n</blockquote>", "2:4 <o:p>"],
    ["**甲<o:p></o:p>**", "<p><strong>甲</strong></p>", "1:4 <o:p>"],
    ["## 题<o:p></o:p>", '<h2 id="text-题">题</h2>', "1:5 <o:p>"],
  ])("goes and is told once, as other tags are: %s", (markdown, ...expected) => {
    expect(read(markdown)).toEqual(expected);
  });

  test.each([
    ["<![if !supportLists]>一、<![endif]>甲", "<p>一、甲</p>"],
    ['甲<?xml:namespace prefix = o ns = "urn" />乙', "<p>甲乙</p>"],
  ])("goes like a comment: %s", (markdown, html) => {
    expect(read(markdown)).toEqual([html]);
  });

  test.each([
    ["\\<o:p>", "<p>&lt;o:p></p>"],
    ["&lt;o:p>", "<p>&lt;o:p></p>"],
    ["`<o:p>`", "<p><code>&lt;o:p></code></p>"],
    ["比分<3:2>，<甲:乙>", "<p>比分&lt;3:2>，&lt;甲:乙></p>"],
  ])("stays where it is text: %s", (markdown, html) => {
    expect(read(markdown)).toEqual([html]);
  });

  test("does not break the limit of tags", () => {
    expect(read("甲<o:p>\n\n".repeat(600))).toEqual(["", "markdown/too-deep"]);
  });
});
