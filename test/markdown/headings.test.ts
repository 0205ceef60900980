import { expect, test } from "vitest";
import { bodyId, ID_PREFIX } from "../../src/markdown/headings.ts";
import { render } from "./render.ts";

const levels = (markdown: string) => [...render(markdown).html.matchAll(/<(h\d)/g)].map(([, level]) => level);

test.each([
  ["# 一\n## 二\n### 三", ["h2", "h3", "h4"]],
  ["## 一\n### 二", ["h2", "h3"]],
  ["## 一\n# 二", ["h3", "h2"]],
  ["# 一\n###### 二", ["h2", "h6"]],
  ["<h1>一</h1>\n\n## 二", ["h2", "h3"]],
  ["> # 一", ["h2"]],
])("%j never outranks the page's own heading", (markdown, expected) => {
  expect(levels(markdown)).toEqual(expected);
});

test.each([
  ["## 报名方式", "text-报名方式"],
  ["## 一、报名 方式", "text-一报名-方式"],
  ["## main", "text-main"],
  ["## footnote-label", "text-footnote-label"],
  ['<h2 id="main">头</h2>', "text-main"],
  ['<h2 id="a b">头</h2>', "text-a-b"],
])("%j has an id that no template has", (markdown, id) => {
  expect(render(markdown).html).toContain(` id="${id}"`);
});

test("no two ids of a body are alike", () => {
  const { html } = render(
    '## 一\n\n## 一\n\n<b id="一">二</b><b id="一-1">三</b><a name="四"></a><b id="四">四</b>\n\n## fn-1\n\n## label\n\n注[^1]\n\n[^1]: 文',
  );
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^(?:text|note)-/.test(id ?? ""))).toBe(true);
});

test.each([
  ["[看](#报名方式)\n\n## 报名方式", "#text-%E6%8A%A5%E5%90%8D%E6%96%B9%E5%BC%8F"],
  ['<a href="#甲">看</a>\n\n<b id="甲">甲</b>', "#text-甲"],
  ['[看](#甲)\n\n<a name="甲"></a>', "#text-%E7%94%B2"],
  ["[看](#text-main)\n\n## main", "#text-main"],
  ["[看](#main)", "#main"],
  ["[看](#Using-analytics-usa-gov)\n\n## Using analytics.usa.gov", "#text-using-analyticsusagov"],
])("an anchor that the editor wrote works: %j", (markdown, href) => {
  expect(render(markdown).html).toContain(`href="${href}"`);
});

test("the id of another article's heading is its fragment with the prefix, once", () => {
  expect(bodyId("报名")).toBe(`${ID_PREFIX}报名`);
  expect(bodyId(bodyId("报名"))).toBe(bodyId("报名"));
});

test.each([
  ["zh-CN", "脚注", "返回正文"],
  ["en", "Footnotes", "Back to the text"],
])("footnotes in %s are labelled and lead there and back", (language, label, back) => {
  const { html } = render("# 头\n\n文[^注]\n\n[^注]: 说明", { language });
  expect(html).toContain(`<h2 class="sr-only" id="note-label">${label}</h2>`);
  expect(html).toContain(`aria-label="${back}"`);
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, target]) => target);
  expect(targets).toHaveLength(2);
  expect(targets.every((target) => ids.has(target))).toBe(true);
});
