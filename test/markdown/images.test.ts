import { expect, test } from "vitest";
import { problemsIn, render } from "./render.ts";

const slot = (alt: string, rest = "") => `<img data-slot="0" alt="${alt}"${rest} decoding="async">`;

test.each([
  ["alone", "![桥](a.jpg)", `<figure>${slot("桥")}</figure>`],
  ["with a caption", '![桥](a.jpg "合龙")', `<figure>${slot("桥")}<figcaption>合龙</figcaption></figure>`],
  ["indented", '　　![桥](a.jpg "合龙")', `<figure>${slot("桥")}<figcaption>合龙</figcaption></figure>`],
  ["in text", '看![桥](a.jpg "合龙")', `<p>看${slot("桥", ' title="合龙"')}</p>`],
  [
    "linked",
    '[![桥](a.jpg "合龙")](b.md)',
    '<figure><a data-slot="1"><img data-slot="0" alt="桥" decoding="async"></a><figcaption>合龙</figcaption></figure>',
  ],
  ["raw", '<img src="a.jpg" alt="桥" width="9" height="9">', slot("桥")],
])("a picture of the site, %s, is a slot", (_, markdown, html) => {
  const rendered = render(markdown);
  expect(rendered).toMatchObject({ html, diagnostics: [] });
  expect(rendered.references[0]).toMatchObject({ kind: "picture", target: "a.jpg" });
});

test("two pictures in a paragraph stay in it", () => {
  expect(render("![甲](a.jpg)![乙](b.jpg)").html).toMatch(/^<p><img .*><\/p>$/);
});

test("a picture from a listed host shows, and loads late", () => {
  expect(render("![桥](https://cdn.example.com/a.jpg)").html).toBe(
    '<figure><img src="https://cdn.example.com/a.jpg" alt="桥" loading="lazy" decoding="async"></figure>',
  );
});

test.each([
  ["from another host", "![桥](https://evil.example/a.jpg)", "<p>桥</p>", "1 foreign-media"],
  ["from a host that ends alike", "![桥](https://xcdn.example.com/a.jpg)", "<p>桥</p>", "1 foreign-media"],
  ["with an unsafe address", "![桥](data:image/png;base64,x)", "<p>桥</p>", "1 unsafe-address"],
  ["without an address", "![桥]()", "<p>桥</p>", "1 empty-address"],
])("of a picture %s the words stay", (_, markdown, html, problem) => {
  expect(render(markdown)).toMatchObject({ html, references: [] });
  expect(problemsIn(markdown)).toEqual([problem]);
});

test.each([
  ["![](a.jpg)", ["1 missing-alt"]],
  ["![ ](a.jpg)", ["1 missing-alt"]],
  ["一\n\n![][甲]\n\n[甲]: a.jpg", ["3 missing-alt"]],
  ['<img src="a.jpg">', ["1 missing-alt"]],
  ['<img src="a.jpg" alt="">', []],
])("%j: words for those who cannot see it", (markdown, problems) => {
  expect(problemsIn(markdown)).toEqual(problems);
});
