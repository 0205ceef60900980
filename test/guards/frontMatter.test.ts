import { beforeAll, describe, expect, test } from "vitest";
import { articleParser } from "../../src/content/parseArticle.ts";
import { CONFIG } from "../content/config.ts";
import { expectRefused, type Told, type Trial, tryFiles } from "../support/guard.ts";
import { article, makeNewsroom } from "../support/newsroom.ts";

const OK = { 标题: "甲" };
const long = (length: number) => "长".repeat(length);

/** Nine lists, each of nine times the one before: 3 GB, if the aliases were followed. */
const BOMB = Object.fromEntries(
  [..."abcdefghi"].map((key, at) => {
    const items = Array(9).fill(at === 0 ? "x" : `*${"abcdefghi"[at - 1]}`);
    return [key, `&${key} [${items.join(", ")}]`];
  }),
);

/** Each file is bad in its own way. */
const BAD: Readonly<Record<string, readonly [content: string, told: Told]>> = {
  "without front matter": ["正文\n", ["E 1:1 front-matter/missing"]],
  "whose front matter is not closed": ["---\n标题: 甲\n\n正文\n", ["E 1:1 front-matter/unclosed"]],
  "closed by four hyphens": ["---\n标题: 甲\n----\n正文\n", ["E 3:1 front-matter/fence"]],
  "closed by a dash": ["---\n标题: 甲\n———\n正文\n", ["E 3:1 front-matter/fence"]],
  "closed by dots": ["---\n标题: 甲\n...\n正文\n", ["E 3:1 front-matter/fence"]],
  "with a key twice": [article({ ...OK, 日期: "2026-03-01\n标题: 乙" }), ["E 4:1 yaml/duplicate-key"]],
  "with a key in both languages": [article({ ...OK, title: "乙" }), ["E 3:1 yaml/duplicate-key"]],
  "with a list for a title": [article({ 标题: "[甲]" }), ["E 2:5 yaml/wrong-type"]],
  "with a map for tags": [article({ ...OK, 标签: "{a: b}" }), ["E 3:5 yaml/wrong-type"]],
  "with neither yes nor no": [article({ ...OK, 草稿: "也许" }), ["E 3:5 yaml/wrong-type"]],
  "with titel for title": [article({ titel: "甲" }), ["E 1:1 yaml/missing-key", "E 2:1 yaml/mistyped-key"]],
  "with a slip in 草稿": [article({ ...OK, 草搞: "是" }), ["E 3:1 yaml/mistyped-key"]],
  "with a slip in 撤稿": [
    article({ ...OK, 撒稿: "{日期: 2026-03-02, 原因: 有误}" }),
    ["E 3:1 yaml/mistyped-key"],
  ],
  "with a slip in 发布时间": [article({ ...OK, 发布时问: "2026-05-01" }), ["E 3:1 yaml/mistyped-key"]],
  "with a slip in 下线时间": [article({ ...OK, 下线时: "2026-03-20" }), ["E 3:1 yaml/mistyped-key"]],
  "of a day that does not exist": [article({ ...OK, 日期: "2026-02-30" }), ["E 3:5 date/impossible"]],
  "of an hour that does not exist": [article({ ...OK, 日期: "2026-02-09 24:30" }), ["E 3:5 date/impossible"]],
  "with a date in words": [article({ ...OK, 日期: "昨天" }), ["E 3:5 date/unreadable"]],
  "of the year 20240": [article({ ...OK, 日期: "20240-01-01" }), ["E 3:5 date/unreadable"]],
  "with an empty title": [article({ 标题: "" }), ["E 2:1 yaml/empty"]],
  "with a title of spaces": [article({ 标题: '" 　"' }), ["E 2:5 yaml/empty"]],
  "with a title of 201 characters": [article({ 标题: long(201) }), ["E 2:5 yaml/too-long"]],
  "with an anchor": [article({ 标题: "&重要 消息" }), ["E 2:5 yaml/anchor"]],
  "with an alias": [article({ 标题: "*重要" }), ["E 2:5 yaml/anchor"]],
  "with a merge key": [article({ ...OK, "<<": "{a: b}" }), ["E 3:1 yaml/key"]],
  "with __proto__": [
    article({ ...OK, __proto__x: "", ["__proto__"]: "{a: b}" }),
    ["W 3:1 yaml/unknown-key", "E 4:1 yaml/key"],
  ],
  "with constructor": [article({ ...OK, constructor: "{prototype: {a: b}}" }), ["E 3:1 yaml/key"]],
  "with __proto__ in its own fields": [
    article({ ...OK, 附加: "{__proto__: {polluted: 是}}" }),
    ["E 3:6 yaml/key"],
  ],
  "with a tag that runs code elsewhere": [
    article({ ...OK, 附加: "{a: !!js/function 'function () {}'}" }),
    ["E 3:9 yaml/tag"],
  ],
  "in JavaScript": ["---js\nglobalThis.hasRun = true;\n---\n文\n", ["E 1:1 front-matter/fence"]],
  "in JavaScript behind a space": [
    "--- js\nglobalThis.hasRun = true;\n---\n文\n",
    ["E 1:1 front-matter/fence"],
  ],
  "in JavaScript in capitals": ["---JS\nglobalThis.hasRun = true;\n---\n文\n", ["E 1:1 front-matter/fence"]],
  "in JavaScript by its whole name": [
    "---javascript\nglobalThis.hasRun = true;\n---\n文\n",
    ["E 1:1 front-matter/fence"],
  ],
  "in JSON": ['---json\n{"title": "a"}\n---\n文\n', ["E 1:1 front-matter/fence"]],
  "in TOML": ['+++\ntitle = "a"\n+++\n文\n', ["E 1:1 front-matter/missing"]],
  "with an alias bomb": [
    article({
      ...OK,
      附加: `\n${Object.entries(BOMB)
        .map(([key, value]) => `  ${key}: ${value}`)
        .join("\n")}`,
    }),
    [..."abcdefghi"].map((_, at) => `E ${at + 4}:6 yaml/anchor`),
  ],
  "with three thousand brackets": [
    article({ ...OK, 附加: "[".repeat(3000) + "]".repeat(3000) }),
    ["E 1:1 yaml/too-large"],
  ],
  "with an open bracket": ["---\n标题: [甲\n---\n文\n", ["E 2:5 yaml/syntax"]],
  "with the same open bracket": ["---\n标题: [甲\n---\n文\n", ["E 2:5 yaml/syntax"]],
};

const names = Object.keys(BAD);
const pathOf = (name: string) => `content/news/2026-03-10-${names.indexOf(name)}.md`;

describe("in one build of a newsroom in which every front matter is bad in its own way", () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await tryFiles(
      Object.fromEntries(Object.entries(BAD).map(([name, [content]]) => [pathOf(name), content])),
    );
  });

  test.each(names)("one %s is told at its place", (name) => {
    expect(trial.toldOf(pathOf(name))).toEqual(BAD[name]?.[1]);
  });

  test("nothing else is told, nothing is published, and nothing has run", () => {
    expect(trial.told).toHaveLength(Object.values(BAD).flatMap(([, told]) => told).length);
    expectRefused(trial);
    expect(globalThis).not.toHaveProperty("hasRun");
    expect({}).not.toHaveProperty("polluted");
    expect({}).not.toHaveProperty("a");
  });
});

test("an alias bomb is told in under a second", () => {
  const parse = articleParser(CONFIG);
  const file = { path: "news/2026-03-10-a.md", bytes: Buffer.from(article({ ...OK, ...BOMB })) };
  parse(file);
  const start = process.cpuUsage().user;
  expect(parse(file).value).toBeUndefined();
  expect(process.cpuUsage().user - start).toBeLessThan(1_000_000);
});

test("a title that a space and # cut short is a warning", async () => {
  const file = "content/news/2026-03-10-a.md";
  const { code, toldOf } = await tryFiles({ [file]: article({ 标题: "第3 #号台风" }) });
  expect([code, toldOf(file)]).toEqual([0, ["W 2:5 front-matter/cut-by-hash"]]);
});

describe("a title that YAML elsewhere takes for something else", () => {
  const titles = ["007", "yes", "12:30", "1e3", "2026-05-01", "null", "~", "0x1F", "1_000", ".5", long(200)];
  const room = makeNewsroom(
    Object.fromEntries(
      titles.map((title, at) => [`content/news/2026-03-10-${at}.md`, article({ 标题: title })]),
    ),
  );
  beforeAll(async () => {
    expect(await room.build({ strict: true })).toMatchObject({ code: 0 });
  });

  test.each(titles)("is the text that was typed: %s", (title) => {
    const at = titles.indexOf(title);
    expect(room.page(`/2026/0310/${at}.html`)).toContain(`>${title}</h1>`);
    const { items } = JSON.parse(room.page("/feed.json")) as { items: { url: string; title: string }[] };
    expect(items.find(({ url }) => url.endsWith(`/${at}.html`))?.title).toBe(title);
  });
});

describe("a title with markup", () => {
  const title = `</title></script><script>alert(1)</script><!--"'&]]>`;

  test("is text everywhere", async () => {
    const room = makeNewsroom({
      "content/news/2026-03-10-a.md": article({ 标题: JSON.stringify(title), 标签: `["<b onclick=x>"]` }),
      "content/news/2026-03-11-b.md": article({ 标题: "乙" }),
    });
    expect(await room.build()).toMatchObject({ code: 0 });
    expect(JSON.parse(room.page("/feed.json")).items[1].title).toBe(title);
    for (const [route, text] of room.site()) {
      if (!/\.(?:html|xml)$/.test(route)) continue;
      expect(text, route).not.toContain("<script>alert");
      expect(text, route).not.toContain("<b onclick");
      if (route.endsWith(".html")) expect(text, route).not.toContain("</script><script>");
    }
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(room.page("/2026/0310/a.html"));
    expect(JSON.stringify(JSON.parse(data?.[1] ?? ""))).toContain(JSON.stringify(title).slice(1, -1));
  });
});
