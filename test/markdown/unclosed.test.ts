import { describe, expect, test } from "vitest";
import { problemsIn, render } from "./render.ts";

/** What was found, as `line:column severity code`. */
function foundIn(markdown: string): string[] {
  return render(markdown).diagnostics.map(
    ({ line, column, severity, code }) => `${line}:${column} ${severity} ${code.replace("markdown/", "")}`,
  );
}

describe("what is opened and never closed is told where it opens", () => {
  test.each([
    ["第一段。\n\n<!-- 待核实 ->\n\n第二段，很重要。", "3:1 error unclosed-comment"],
    ["<!-- 待核实", "1:1 error unclosed-comment"],
    ["<!-- 待核实 —>\n\n第二段", "1:1 error unclosed-comment"],
    ["甲\n\n- <!-- 待核实\n\n乙", "3:3 error unclosed-comment"],
    ["> <!-- 待核实\n> 乙\n\n丙", "1:3 error unclosed-comment"],
    ["<!-- 一 -->\n\n<div>\n<!-- 待核实\n</div>\n\n乙", "4:1 error unclosed-comment"],
    ["<!-- 待核实 ->\n\n第二段\n\n<!-- 已核实 -->\n\n丁", "1:1 error unclosed-comment"],
    ["甲 <!-- 待核实 ->\n\n乙", "1:3 error unclosed-comment"],
    ["甲\n乙 <!-- 待\n\n核实 -->", "2:3 error unclosed-comment"],
    ["甲\n\n<?xml:namespace prefix = o />\n\n乙", "3:1 error unclosed-tag"],
    ["<![CDATA[\n\n乙", "1:1 error unclosed-tag"],
    ["<!DOCTYPE html\n\n乙", "1:1 error unclosed-tag"],
    ["<pre>\n\n乙", "1:1 warning unclosed-code"],
    ["甲 <pre>乙\n\n丙", "1:3 warning unclosed-code"],
    ["甲\n\n```\n乙\n\n丙", "3:1 warning unclosed-code"],
    ["```js\n乙\n``\n\n丙", "1:1 warning unclosed-code"],
    ["````\n乙\n```\n\n丙", "1:1 warning unclosed-code"],
    ["~~~\n乙\n```\n\n丙", "1:1 warning unclosed-code"],
    ["> ```\n> 乙\n\n丙", "1:3 warning unclosed-code"],
    ["甲\n\n```", "3:1 warning unclosed-code"],
  ])("%s", (markdown, found) => {
    expect(foundIn(markdown)).toEqual([found]);
    expect(foundIn(markdown.replaceAll("\n", "\r\n"))).toEqual([found]);
  });

  test.each(["script", "style", "textarea"])("<%s> in a line, unless it is closed there", (tag) => {
    expect(foundIn(`甲 <${tag}>乙</${tag.toUpperCase()}> 丙`)).toEqual(["1:3 warning removed-element"]);
    expect(foundIn(`甲 <${tag}>乙\n\n丙`)).toContain("1:3 error unclosed-tag");
  });

  test.each(["script", "style", "textarea"])("<%s>, as all that follows is lost", (tag) => {
    expect(foundIn(`甲\n\n<${tag}>\n\n乙`)).toEqual([
      "3:1 warning removed-element",
      "3:1 error unclosed-tag",
    ]);
  });
});

test.each([
  "<!-- 待核实 -->\n\n乙",
  "<!--\n待\n\n核实\n-->\n\n乙",
  "<!-- 甲 --> <!-- 乙 -->",
  "<!-- 甲 -->\n<!-- 乙 -->\n\n丙",
  "<!-- 写成 <!-- -->\n\n乙",
  "<!-->\n\n乙",
  "甲<!-- 待核实 -->乙",
  "甲<!-- 待\n核实 -->乙",
  "`<!--` 和 \\<!-- 是注释的开头",
  "```\n<!-- 待\n```\n\n乙",
  "<?xml a?>\n\n乙",
  "<!DOCTYPE html>\n\n乙",
  "<pre>\n\n甲\n</pre>\n\n乙",
  "甲 <pre>乙</pre> 丙",
  "```\n甲\n```",
  "```\n甲\n`````  \n\n乙",
  "> ~~~\n> 甲\n> ~~~\n\n乙",
  "- 甲\n  ```\n  乙\n  ```\n- 丙",
])("what is closed stays silent: %s", (markdown) => {
  expect(problemsIn(markdown)).toEqual([]);
});
