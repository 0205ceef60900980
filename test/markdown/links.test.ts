import { expect, test } from "vitest";
import { problemsIn, render } from "./render.ts";

test.each([
  ["[词](../a.md#b)", '<a data-slot="0">词</a>', "../a.md#b"],
  ['[词](/2026/a.html "题")', '<a data-slot="0" title="题">词</a>', "/2026/a.html"],
  ["[词](https://news.example.com/2026/a.html)", '<a data-slot="0">词</a>', "/2026/a.html"],
  ["[词][甲]\n\n[甲]: <图 表.pdf>", '<a data-slot="0">词</a>', "图 表.pdf"],
  ['<a href="a.md" title="题">词</a>', '<a data-slot="0" title="题">词</a>', "a.md"],
  ['<a href="a&#46;md" data-slot="7">词</a>', '<a data-slot="0">词</a>', "a.md"],
  ['[x]({{ "/2014/a/" | url }})', null, null],
])("%s is left for the whole site to resolve", (markdown, html, target) => {
  const rendered = render(markdown);
  if (html === null) expect(rendered.references).toEqual([]);
  else {
    expect(rendered.html).toBe(`<p>${html}</p>`);
    expect(rendered.references).toMatchObject([{ kind: "link", target }]);
  }
});

test("a reference knows its place in the file", () => {
  const { references } = render("一\n\n二[词](a.md)和<a href='b.md'>词</a>", { firstLine: 10 });
  expect(references.map(({ place }) => place)).toEqual([
    { file: "content/a.md", line: 12, column: 2 },
    { file: "content/a.md", line: 12, column: 12 },
  ]);
});

test.each([
  ["[词](https://example.org/)", '<a href="https://example.org/" rel="noopener noreferrer">词</a>'],
  ["[词](//example.org/)", '<a href="//example.org/" rel="noopener noreferrer">词</a>'],
  [
    '<a href="https://example.org/" rel="opener">词</a>',
    '<a href="https://example.org/" rel="noopener noreferrer">词</a>',
  ],
  ["[词](mailto:a@example.com)", '<a href="mailto:a@example.com">词</a>'],
  ["[词](tel:0000-12345)", '<a href="tel:0000-12345">词</a>'],
  ["[词](#没有)", '<a href="#%E6%B2%A1%E6%9C%89">词</a>'],
])("%s stays a link", (markdown, html) => {
  expect(render(markdown)).toMatchObject({ html: `<p>${html}</p>`, references: [] });
});

test("www. without its scheme leads out, with a warning", () => {
  expect(render("[词](www.example.org)").html).toContain('href="https://www.example.org"');
  expect(problemsIn("[词](www.example.org)")).toEqual(["1 missing-scheme"]);
});

test.each([
  "[词](javascript:alert(1))",
  "[词](JAVASCRIPT:alert(1))",
  "[词](javascript&#58;alert(1))",
  "[词](&#1;javascript:alert(1))",
  "[词](<java\tscript:alert(1)>)",
  "[词][甲]\n\n[甲]: data:text/html,x",
  "<a href='javascript:alert(1)'>词</a>",
  "<a href='java&Tab;script:alert(1)'>词</a>",
  "<a href='&#x01;vbscript:x'>词</a>",
  "<A HREF=javascript&colon;alert(1)>词</A>",
])("of an unsafe link the words stay: %j", (markdown) => {
  const { html, references } = render(markdown);
  // A control character that Markdown encodes leaves a path of the site, which no page has.
  if (references.length === 0) expect(html).toBe("<p>词</p>");
  expect(html).not.toMatch(/script|data:/i);
});

test.each([
  ["一\n\n[词](javascript:alert(1))", "3 unsafe-address"],
  ["<javascript:alert(1)>", "1 unsafe-address"],
  ["[词]()", "1 empty-address"],
])("%j is told with its line", (markdown, problem) => {
  expect(problemsIn(markdown)).toEqual([problem]);
});
