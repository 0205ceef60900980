import { describe, expect, test } from "vitest";
import { problemsIn, render } from "./render.ts";

describe("a line that is read as the address of a link, so that nobody sees it, is told", () => {
  test.each([
    ["甲\n\n[编者按]: 本文\n\n乙", "3 unused-definition"],
    ["[记者]: 张三", "1 unused-definition"],
    ["[编者按]:\n本文很长", "1 unused-definition"],
    ["> [记者]: 张三", "1 unused-definition"],
    ["[a]: https://a.com", "1 unused-definition"],
    ["甲[a]\n\n[a]: /b.html\n[a]: /c.html", "4 repeated-definition"],
    ["据统计[1]\n\n[1]: 数据来自市交通局", "3 definition-address"],
  ])("%s", (markdown, problem) => {
    expect(problemsIn(markdown)).toEqual([problem]);
  });

  test.each([
    ["[编者按]: 本文", "是正文就用全角的方括号和冒号：［编者按］：…，或者在前面加一个反斜杠：\\[编者按]: …"],
    ["据统计[1]\n\n[1]: 局里", "是注释就写成脚注：正文里写 [^1]，这里写 [^1]: 局里"],
  ])("%s with what to write instead", (markdown, fix) => {
    expect(render(markdown).diagnostics.map(({ hint }) => hint.zh)).toEqual([fix]);
  });

  test.each([
    ["［编者按］：本文", "<p>［编者按］：本文</p>"],
    ["\\[编者按]: 本文", "<p>[编者按]: 本文</p>"],
  ])("and %s is what it says", (markdown, html) => {
    expect(render(markdown)).toMatchObject({ html, diagnostics: [] });
  });
});

test.each([
  "见[通知]\n\n[通知]: /b.html",
  "见[这里][通知]，![图][通知]\n\n[通知]: /b.jpg",
  "见[通知]\n\n[通知]: 通知.md",
  "见[通知]\n\n[通知]: /b.html\n[通知]: /b.html",
  "**[通知]**\n\n[通知]: https://a.com",
  "[//]: # (只给编辑看)",
  "[comment]: <> (只给编辑看)",
  "[编者按]: 本文 很长",
])("a definition that serves stays silent: %s", (markdown) => {
  expect(problemsIn(markdown)).toEqual([]);
});
