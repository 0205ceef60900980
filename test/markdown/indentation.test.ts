import { expect, test } from "vitest";
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
