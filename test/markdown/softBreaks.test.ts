import { expect, test } from "vitest";
import { render } from "./render.ts";

test.each([
  ["between Han characters", "云河\n大桥", "<p>云河大桥</p>"],
  ["after full-width punctuation", "开通，\n市民", "<p>开通，市民</p>"],
  ["after full-width punctuation before Latin", "增长，\nGDP", "<p>增长，GDP</p>"],
  ["before a curly quote", "他说\n“好”", "<p>他说“好”</p>"],
  ["between two quotes of Chinese text", "“甲”\n“乙”", "<p>“甲”“乙”</p>"],
  ["after a dash", "通车——\n市民", "<p>通车——市民</p>"],
  ["after an ellipsis", "还有……\n市民", "<p>还有……市民</p>"],
  ["before emphasis", "主桥\n**合龙**", "<p>主桥<strong>合龙</strong></p>"],
  ["after emphasis", "**合龙**\n通车", "<p><strong>合龙</strong>通车</p>"],
  ["inside emphasis", "**合\n龙**", "<p><strong>合龙</strong></p>"],
  ["around rare Han characters", "𠮷\n𠮷", "<p>𠮷𠮷</p>"],
  ["three lines in a row", "一\n二\n三", "<p>一二三</p>"],
  ["with Windows line ends", "一\r\n二", "<p>一二</p>"],
  ["in a list", "- 一\n  二", "<ul>\n<li>一二</li>\n</ul>"],
  ["in a heading", "一\n二\n===", '<h2 id="text-一二">一二</h2>'],
])("a line break goes %s", (_, markdown, html) => {
  expect(render(markdown).html).toBe(html);
});

test.each([
  ["between Latin words", "New\nYork", "<p>New\nYork</p>"],
  ["between Han and Latin", "使用\nIstio", "<p>使用\nIstio</p>"],
  ["between Latin and Han", "Istio\n使用", "<p>Istio\n使用</p>"],
  ["between quotes of English text", "“Yes.”\n“No.”", "<p>“Yes.”\n“No.”</p>"],
  ["between Korean words", "서울\n특별시", "<p>서울\n특별시</p>"],
  ["where it is asked for", "一  \n二", "<p>一<br>\n二</p>"],
  ["in code", "```\n一\n二\n```", "<pre><code>一\n二\n</code></pre>"],
])("a line break stays %s", (_, markdown, html) => {
  expect(render(markdown).html).toBe(html);
});
