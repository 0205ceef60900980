import { beforeAll, describe, expect, test } from "vitest";
import { articleOf, forbidden } from "../support/forbidden.ts";
import { expectRefused, tryFiles } from "../support/guard.ts";
import { attribute, find, parseHtml } from "../support/html.ts";
import { article, type Files, makeNewsroom, type Newsroom } from "../support/newsroom.ts";

/** Addresses that run or fetch something, however they are spelt. */
const ADDRESSES = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java&#x09;script:alert(1)",
  "java&#10;script:alert(1)",
  "&#106;avascript:alert(1)",
  "javascript&colon;alert(1)",
  "javascript&#58;alert(1)",
  "&#x1;javascript:alert(1)",
  " javascript:alert(1)",
  "vbscript:x",
  "data:text/html,x",
  "data:text/html;base64,PHNjcmlwdD4=",
  "file:///etc/passwd",
  "blob:https://x.example.com/1",
  "intent://x",
  "about:blank",
  "view-source:x",
  "feed:javascript:x",
];

/** Every place in which an address may stand. */
const PLACES: Readonly<Record<string, (address: string) => string>> = {
  link: (address) => `[字](<${address}>)`,
  picture: (address) => `![字](<${address}>)`,
  definition: (address) => `[字][r]\n\n[r]: <${address}>`,
  tag: (address) => `<a href="${address}">字</a>`,
  "tag of a picture": (address) => `<img alt="字" src="${address}">`,
  "tag of a video": (address) => `<video src="${address}" poster="${address}"></video>字`,
  "block of a video": (address) => `::视频{src="${address}" title="字" poster="${address}"}\n\n字`,
};

/** Markup that is taken away, and the word that stays. */
const MARKUP: Readonly<Record<string, string>> = {
  script: "<script>alert(1)</script>\n\n字",
  "script in capitals": "<ScRiPt>alert(1)</sCrIpT>\n\n字",
  "event handler": '<img alt="字" src="x.jpg" onerror="alert(1)">字',
  "event handler of a detail": "<details open ontoggle=alert(1)><summary>字</summary></details>",
  svg: "<svg onload=alert(1)><script>alert(1)</script></svg>\n\n字",
  math: '<math><mi//xlink:href="data:x,<script>alert(4)</script>">\n\n字',
  style: '<p style="position:fixed">字</p>',
  "style sheet": "<style>p { display: none }</style>\n\n字",
  frame: '<iframe src="https://evil.example.com/" srcdoc="<script>x</script>"></iframe>\n\n字',
  form: '<form action="https://evil.example.com/"><input name=q><button formaction="javascript:x">字</button></form>',
  refresh: '<meta http-equiv="refresh" content="0;url=https://evil.example.com/">\n\n字',
  base: '<base href="https://evil.example.com/">\n\n字',
  object: '<object data="x.swf"></object><embed src="x.swf">\n\n字',
  noscript: '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>\n\n字',
  template: "<template><script>alert(1)</script></template>\n\n字",
  textarea: "<textarea><img src=x onerror=alert(1)></textarea>\n\n字",
  title: "</title><script>alert(1)</script>\n\n字",
  "other link": '<a xlink:href="javascript:alert(1)" ping="https://evil.example.com/">字</a>',
  "set of pictures": '<img alt="字" srcset="https://evil.example.com/x.jpg 1x" src="x.jpg">字',
  "our own slots": '<a href="javascript:x" data-slot="0">字</a>',
};

const cases = [
  ...Object.entries(PLACES).flatMap(([place, write]) =>
    ADDRESSES.map((address) => [`${place} to ${address}`, write(address)] as const),
  ),
  ...Object.entries(MARKUP),
];
const pathOf = (at: number) => `content/news/2026-03-10-${at}.md`;

describe("in one build of texts that each try something", () => {
  let room: Newsroom;
  let warned: ReadonlySet<string>;
  beforeAll(async () => {
    const files: Files = Object.fromEntries(
      cases.map(([name, text], at) => [
        pathOf(at),
        article({ 标题: `题${at}`, 摘要: name.replace(/["#:\\]/g, "") }, text),
      ]),
    );
    room = makeNewsroom(files);
    const { code, stdout } = await room.build({ report: "json" });
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { file: string; severity: string; line?: number }[];
    };
    expect(code).toBe(0);
    expect(diagnostics.filter(({ severity, line }) => severity !== "warning" || line === undefined)).toEqual(
      [],
    );
    warned = new Set(diagnostics.map(({ file }) => file));
  });

  test.each(cases.map(([name], at) => [name, at] as const))("a %s is taken away with a warning", (_, at) => {
    const page = articleOf(room.page(`/2026/0310/${at}.html`));
    expect(forbidden(page)).toEqual([]);
    expect(page).toContain("字");
    expect([...warned]).toContain(pathOf(at));
  });

  test("no feed holds any of it either", () => {
    for (const route of ["/feed.xml", "/atom.xml", "/feed.json"])
      expect(room.page(route)).not.toMatch(/<script|onerror=|javascript:alert|vbscript:x"/i);
  });
});

test("the search for what is forbidden would find it", () => {
  for (const html of [
    '<a href="java\tscript:alert(1)">字</a>',
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    '<p style="a">',
    "<svg>",
  ])
    expect(forbidden(html)).not.toEqual([]);
});

test("a text that is too deep, too large, tangled or never ends is an error, and its neighbours are told of theirs", async () => {
  const at = (name: string) => `content/news/2026-03-10-${name}.md`;
  const trial = await tryFiles({
    [at("deep")]: article({ 标题: "甲" }, `${"> ".repeat(101)}字`),
    [at("large")]: article({ 标题: "甲" }, "字".repeat(400_000)),
    [at("tangled")]: article({ 标题: "甲" }, "*a ".repeat(50_000)),
    [at("neighbour")]: article({ 标题: "甲", 日期: "2026-02-30" }),
    [at("unclosed")]: article({ 标题: "甲" }, "字\n\n<script>alert(1)"),
  });
  expect(trial.told).toEqual([
    `${at("deep")} E 4:1 markdown/too-deep`,
    `${at("large")} E 4:1 markdown/too-large`,
    `${at("neighbour")} E 3:5 date/impossible`,
    `${at("tangled")} E 4:1 markdown/too-tangled`,
    `${at("unclosed")} W 7:1 markdown/removed-element`,
    `${at("unclosed")} E 7:1 markdown/unclosed-tag`,
  ]);
  expectRefused(trial);
});

test("braces are literal, and ids of the text cannot shadow the page's own", async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: braces of other languages, as typed
  const braces = "{{title}} {{{body}}} {{> partial}} ${x} {%raw%}";
  const text = `${braces}\n\n# main\n\n## __proto__\n\n## 正文\n\n<a id="document">字</a>`;
  const room = makeNewsroom({ "content/news/2026-03-10-a.md": article({ 标题: "甲" }, text) });
  expect(await room.build({ strict: true })).toMatchObject({ code: 0 });
  const page = room.page("/2026/0310/a.html");
  expect(page).toContain(braces);
  const ids = find(parseHtml(page), () => true).flatMap(({ element }) => attribute(element, "id") ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => /^(?:document|__proto__|正文)$/.test(id))).toEqual([]);
});
