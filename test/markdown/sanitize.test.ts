import { expect, test } from "vitest";
import { problemsIn, render } from "./render.ts";

test.each([
  "H<sub>2</sub>O m<sup>2</sup>",
  "一<br>二",
  "<u>一</u><mark>二</mark><kbd>三</kbd>",
  "<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>",
  '<abbr title="人工智能">AI</abbr>',
])("%s passes", (markup) => {
  expect(render(markup)).toMatchObject({ html: `<p>${markup}</p>`, diagnostics: [] });
});

test.each([
  "<details open><summary>一</summary>二</details>",
  "<figure><figcaption>一</figcaption></figure>",
  '<div class="table-scroll" tabindex="0" role="group" aria-label="表格"><table><caption>甲</caption><tbody><tr><td colspan="2" rowspan="1">一</td></tr></tbody></table></div>',
])("%s passes as a block", (markup) => {
  const written = markup.replace(/<div[^>]*>|<\/div>/g, "");
  expect(render(written)).toMatchObject({ html: markup, diagnostics: [] });
});

test.each([
  ["<script>alert(1)</script>", "", ["1 removed-element"]],
  ["<SCRIPT SRC=//evil.example></SCRIPT>", "", ["1 removed-element"]],
  ["一<iframe src='https://evil.example'>二</iframe>", "<p>一</p>", ["1 removed-element"]],
  ["<style>p{}</style>", "", ["1 removed-element"]],
  ["<svg onload=alert(1)><a href='x'>一</a></svg>", "<p></p>", ["1 removed-element"]],
  ["<object data=x></object><embed src=x>", "<p></p>", ["1 removed-element", "1 removed-element"]],
  ["<font color=red>一</font>", "<p>一</p>", ["1 removed-element"]],
  ["<form action=x><button>一</button></form>", "一", ["1 removed-element", "1 removed-element"]],
  ["<input type=text value=x>", "", ["1 removed-element"]],
  ["<math><mtext><img src=x onerror=alert(1)></mtext></math>", "<p></p>", ["1 removed-element"]],
  ["<base href=//evil.example>", "", ["1 removed-element"]],
  ["<meta http-equiv=refresh content=0>", "", ["1 removed-element"]],
  ["一<!-- 二 -->三", "<p>一三</p>", []],
])("%s leaves %j", (markup, html, problems) => {
  expect(render(markup).html.trim()).toBe(html);
  expect(problemsIn(markup)).toEqual(problems);
});

test.each([
  ['<b onclick="x()">一</b>', "onclick"],
  ['<b style="position:fixed">一</b>', "style"],
  ['<b class="hero">一</b>', "class"],
  ['<b data-slot="0">一</b>', "data-slot"],
  ['<b aria-hidden="true">一</b>', "aria-hidden"],
  ["<b contenteditable>一</b>", "contenteditable"],
])("%s loses its attribute, and the message names it", (markup, attribute) => {
  const { html, diagnostics } = render(markup);
  expect(html).toBe("<p><b>一</b></p>");
  expect(diagnostics.map(({ message }) => message.zh)).toEqual([`<b> 上的 ${attribute} 不能用，已去掉`]);
});

test.each([
  '<img src="x" alt="" srcset="javascript:x">',
  '<a href="a.md" target="_blank" ping="x" download>一</a>',
  '<q cite="javascript:x">一</q>',
  '<td background="javascript:x">一</td>',
  '<details ontoggle="x()">一</details>',
  '<img alt="" src=`x`onerror=alert(1)>',
])("nothing that runs is left of %s", (markup) => {
  expect(render(markup).html).not.toMatch(/<script|javascript:|\son\w+=|srcset|ping|download/i);
});

test("each kind is told once a text, at its first line", () => {
  const markup =
    '<b style="x">一</b>\n\n<i style="x">二</i>\n\n<font>三</font>\n\n<font>四</font>\n\n<style>x</style>';
  expect(problemsIn(markup)).toEqual(["1 removed-attribute", "5 removed-element", "9 removed-element"]);
});

test("our own classes pass and an editor's do not", () => {
  expect(render('<aside class="correction hero">一</aside>').html).toBe(
    '<aside class="correction">一</aside>',
  );
});

test("braces of templates are text", () => {
  expect(render("{{ title }} 和 {{{ body }}}").html).toBe("<p>{{ title }} 和 {{{ body }}}</p>");
});

test("Markdown inside raw blocks is read", () => {
  expect(render("<details>\n<summary>一</summary>\n\n**二**\n\n</details>").html).toContain(
    "<strong>二</strong>",
  );
});
