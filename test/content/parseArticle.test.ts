import { describe, expect, it } from "vitest";
import { hashText } from "../../src/content/hashText.ts";
import { articleParser } from "../../src/content/parseArticle.ts";
import { article } from "../support/newsroom.ts";
import { spots } from "../support/spots.ts";
import { CONFIG, source } from "./config.ts";

const parse = (path: string, text: string) => articleParser(CONFIG)(source(path, text));
const articleOf = (path: string, text: string) => {
  const { value, diagnostics } = parse(path, text);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error("no article");
  return value.value;
};
const RAIN = article({ 标题: "雨" });

const FULL = `---
标题: 云河大桥恢复通车
日期: 2026-03-28 10:30
更新: 2026-03-28 18:00
标签: [交通, 云河大桥]
摘要: 一句话。
来源: {名称: 某报, 链接: https://a.example/b}
记者: [张三, {姓名: 李四, 单位: 某报}]
署名: 本报记者
通讯员: [王五]
编辑: 赵六
题图: {图片: bridge.jpg, 替代文字: 大桥, 说明: 图说, 摄影: 孙七}
网址: bridge
旧网址: [/old/a.html, /old/b.html]
草稿: 否
发布时间: 2026-03-28 12:00
下线时间: 2026-12-31
置顶: 2026-04-01
热门: 是
相关: [weather]
不相关:
  - rain
更正: {日期: 2026-03-29, 内容: 通车时间应为十点}
撤稿: {日期: 2026-03-30, 原因: 重复}
AI生成: 图片由AI生成
版式: longread
附加: {天气: 晴}
---

云河大桥28日**恢复**通车，详见[说明](../notice.md)。

![大桥](bridge.jpg)
`;

const FILE = "content/news/2026-01-01-name.md";
const day = (local: string, dateOnly: boolean) => ({
  epoch: Date.parse(`${local}+08:00`),
  local,
  offset: "+08:00",
  dateOnly,
});

describe("an article", () => {
  it("is made of every key", () => {
    expect(articleOf("news/2026-01-01-name.md", FULL)).toEqual({
      id: "news/2026-01-01-name",
      path: "news/2026-01-01-name.md",
      section: "news",
      slug: "bridge",
      title: "云河大桥恢复通车",
      date: day("2026-03-28T10:30:00", false),
      updated: day("2026-03-28T18:00:00", false),
      tags: ["交通", "云河大桥"],
      excerpt: "一句话。",
      source: { name: "某报", url: "https://a.example/b" },
      authors: [{ name: "张三" }, { name: "李四", unit: "某报" }],
      byline: "本报记者",
      correspondents: ["王五"],
      editor: "赵六",
      cover: { src: "bridge.jpg", alt: "大桥", caption: "图说", credit: "孙七" },
      aliases: [
        { value: "/old/a.html", place: { file: FILE, line: 14, column: 7 } },
        { value: "/old/b.html", place: { file: FILE, line: 14, column: 20 } },
      ],
      draft: false,
      publishAt: day("2026-03-28T12:00:00", false),
      expires: day("2027-01-01T00:00:00", true),
      pinned: day("2026-04-02T00:00:00", true),
      hot: true,
      related: [{ value: "weather", place: { file: FILE, line: 20, column: 6 } }],
      relatedExclude: [{ value: "rain", place: { file: FILE, line: 22, column: 5 } }],
      corrections: [{ date: day("2026-03-29T00:00:00", true), text: "通车时间应为十点" }],
      withdrawn: { date: day("2026-03-30T00:00:00", true), reason: "重复" },
      aigc: "图片由AI生成",
      layout: "longread",
      extra: { 天气: "晴" },
      body: {
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        words: 14,
        references: [
          { kind: "link", target: "../notice.md", place: { file: FILE, line: 30, column: 19 } },
          { kind: "picture", target: "bridge.jpg", place: { file: FILE, line: 32, column: 1 } },
        ],
      },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      restDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      places: {
        title: { file: FILE, line: 2, column: 5 },
        slug: { file: FILE, line: 13, column: 5 },
        layout: { file: FILE, line: 26, column: 5 },
        cover: { file: FILE, line: 12, column: 5 },
        source: { file: FILE, line: 7, column: 5 },
      },
    });
  });

  it("is the same with CRLF and a byte-order mark", () => {
    const windows = `\ufeff${FULL.replaceAll("\n", "\r\n")}`;
    expect(parse("news/2026-01-01-name.md", windows)).toEqual(parse("news/2026-01-01-name.md", FULL));
  });

  it("has quiet defaults", () => {
    expect(articleOf("news/2026-02-09-rain.md", RAIN)).toEqual({
      id: "news/2026-02-09-rain",
      path: "news/2026-02-09-rain.md",
      section: "news",
      slug: "rain",
      title: "雨",
      date: day("2026-02-09T00:00:00", true),
      tags: [],
      excerpt: "正文。",
      authors: [],
      correspondents: [],
      aliases: [],
      draft: false,
      pinned: false,
      related: [],
      relatedExclude: [],
      corrections: [],
      layout: "article",
      extra: {},
      body: { hash: hashText("<p>正文。</p>"), references: [], words: 2 },
      digest: expect.anything(),
      restDigest: expect.anything(),
      places: expect.anything(),
    });
  });

  it("is labelled as made with AI only where it says so", () => {
    expect(articleOf("news/2026-02-09-a.md", article({ 标题: "雨", AI生成: "是" })).aigc).toBe(true);
    expect(articleOf("news/2026-02-09-a.md", article({ 标题: "雨", AI生成: "否" })).aigc).toBeUndefined();
  });
});

describe("what is hardly meant", () => {
  it.each<[Record<string, string>, string]>([
    [{ 日期: "2206-03-28" }, "3:5 date/far-from-name"],
    [{ 日期: "2025-03-28" }, "3:5 date/far-from-name"],
    [{ 日期: "2026-03-28", 下线时间: "2026-03-20" }, "4:7 date/never-shown"],
    [{ 日期: "2026-03-28 10:00", 下线时间: "2026-03-28 10:00" }, "4:7 date/never-shown"],
    [{ 发布时间: "2026-04-10", 下线时间: "2026-04-01" }, "4:7 date/never-shown"],
    [{ 更新: "2026-03-27" }, "3:5 date/before-date"],
    [{ 发布时间: "2036-03-28 08:00" }, "3:7 date/far-embargo"],
    [{ 更正: "{日期: 2025-03-29, 内容: 甲}" }, "3:10 date/before-date"],
  ])("%j is read, with a warning", (fields, expected) => {
    const { value, diagnostics } = parse("news/2026-03-28-rain.md", article({ 标题: "雨", ...fields }));
    expect(value).toBeDefined();
    expect(spots(diagnostics)).toEqual([expected]);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["warning"]);
  });

  it.each<Record<string, string>>([
    { 日期: "2026-06-28" },
    { 更新: "2026-03-28" },
    { 发布时间: "2027-03-28" },
    { 下线时间: "2026-03-28" },
    { 更正: "{日期: 2026-03-28, 内容: 甲}" },
  ])("%j says nothing odd", (fields) => {
    const { diagnostics } = parse("news/2026-03-28-rain.md", article({ 标题: "雨", ...fields }));
    expect(diagnostics).toEqual([]);
  });

  it.each(["0026-03-01", "1026-03-01", "2206-03-01"])(
    "is the year of %s, of which the name says nothing",
    (date) => {
      const { value, diagnostics } = parse("news/rain.md", article({ 标题: "雨", 日期: date }));
      expect(value).toBeDefined();
      expect(spots(diagnostics)).toEqual(["3:5 date/odd-year"]);
      expect(spots(parse(`news/${date}-rain.md`, article({ 标题: "雨" })).diagnostics)).toEqual([
        "1:1 date/odd-year",
      ]);
    },
  );

  it.each([
    ["记者: 张三 李四", "[张三, 李四]", "3:5"],
    ["通讯员: 张三 欧阳若兰 王五", "[张三, 欧阳若兰, 王五]", "3:6"],
    ["记者: [王五, 张三 李四]", "张三, 李四", "3:10"],
  ])("is one person of several names: %j", (line, form, place) => {
    const { value, diagnostics } = parse(
      "news/2026-03-28-rain.md",
      `---\n标题: 雨\n${line}\n---\n\n正文。\n`,
    );
    expect(value).toBeDefined();
    expect(spots(diagnostics)).toEqual([`${place} content/two-names`]);
    expect(diagnostics[0]?.hint.zh).toBe(`是几个人就写成 ${form}；是一个人就去掉空格`);
    const mended = line.replace(/张三(?: \p{Script=Han}+)+/u, form);
    const text = `---\n标题: 雨\n${mended}\n---\n\n正文。\n`;
    expect(parse("news/2026-03-28-rain.md", text).diagnostics).toEqual([]);
  });

  it.each(["王 伟", "王　伟", "张三　李四四", "Zhang San", "{姓名: 李四, 单位: 云河日报 融媒中心}"])(
    "is not one person who is called %s",
    (name) => {
      const text = article({ 标题: "雨", 记者: name });
      expect(parse("news/2026-03-28-rain.md", text).diagnostics).toEqual([]);
    },
  );

  it("is an article without a text, unless it is a draft or withdrawn", () => {
    const told = (fields: Record<string, string>, body: string) =>
      spots(parse("news/2026-03-28-rain.md", article({ 标题: "雨", ...fields }, body)).diagnostics);
    expect(told({}, "\n")).toEqual(["1:1 content/no-text"]);
    expect(told({}, "![雨](a.jpg)")).toEqual([]);
    expect(told({ 草稿: "是" }, "")).toEqual([]);
    expect(told({ 撤稿: "{日期: 2026-03-29, 原因: 有误}" }, "")).toEqual([]);
  });
});

describe("what a space and # cut off", () => {
  it.each([
    ["标签: #天气 #民生", "error", "标签: [天气, 民生]"],
    ["记者: #张三", "error", "记者: [张三]"],
    ["编辑: #1", "error", "用英文双引号把整段文字括起来"],
    ["摘要: #今晚# 有雨", "error", "用英文双引号把整段文字括起来"],
    ["标签: 天气 #民生", "warning", "标签: [天气, 民生]"],
  ])("is told once: %j", (line, severity, fix) => {
    const { diagnostics } = parse("news/2026-03-28-a.md", `---\n标题: 雨\n${line}\n---\n\n正文。\n`);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: "front-matter/cut-by-hash", severity, line: 3 });
    expect(diagnostics[0]?.hint.zh).toContain(fix);
  });

  it("stands for a title too, which is not said to be empty besides", () => {
    const { diagnostics } = parse("news/2026-03-28-a.md", "---\n标题: #快讯# 今晚有雨\n---\n\n正文。\n");
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["front-matter/cut-by-hash", "error"],
    ]);
  });

  it("may be a remark", () => {
    const text = "---\n标题: 雨\n标签: 天气 # 待补\n草稿: 是 #再看\n---\n\n正文。\n";
    expect(parse("news/2026-03-28-a.md", text).diagnostics).toEqual([]);
  });
});

describe("the file's name", () => {
  it.each([
    ["news/2026-02-09-rain.md", "news/2026-02-09-rain", "news", "rain", "2026-02-09"],
    ["news/2026-02-09-rain/index.md", "news/2026-02-09-rain", "news", "rain", "2026-02-09"],
    ["news/city/2026-02-09-rain.md", "news/city/2026-02-09-rain", "news/city", "rain", "2026-02-09"],
    ["news/2026-02-09-2026-03-01.md", "news/2026-02-09-2026-03-01", "news", "2026-03-01", "2026-02-09"],
    ["news/2026-02-09.md", "news/2026-02-09", "news", "2026-02-09", "2026-02-09"],
  ])("%s gives id, section, slug and date", (path, id, section, slug, date) => {
    const value = articleOf(path, RAIN);
    expect([value.id, value.section, value.slug, value.date.local.slice(0, 10)]).toEqual([
      id,
      section,
      slug,
      date,
    ]);
  });

  it("gives way to the date and the slug of the front matter", () => {
    const value = articleOf(
      "news/2026-02-09-rain.md",
      article({ 标题: "雨", 日期: "2026-02-10", 网址: "snow" }),
    );
    expect([value.id, value.slug, value.date.local.slice(0, 10)]).toEqual([
      "news/2026-02-09-rain",
      "snow",
      "2026-02-10",
    ]);
  });

  it("need not start with a date where the front matter has one", () => {
    expect(articleOf("news/rain.md", article({ 标题: "雨", 日期: "2026-02-10" })).slug).toBe("rain");
  });

  it.each([
    ["news/rain.md", "1:1 date/missing"],
    ["news/20260209-rain.md", "1:1 date/missing"],
    ["news/2026-2-9-rain.md", "1:1 date/missing"],
    ["news/2026-02-30-rain.md", "1:1 date/impossible"],
    ["news/2026-02-09-a?b.md", "1:1 content/slug"],
    ["news/2026-02-09-nul.md", "1:1 content/slug"],
    [`news/2026-02-09-${"长".repeat(70)}.md`, "1:1 content/slug"],
  ])("%s is refused", (path, expected) => {
    const { value, diagnostics } = parse(path, RAIN);
    expect(value).toBeUndefined();
    expect(spots(diagnostics)).toEqual([expected]);
  });

  it.each([
    ["---\n标题: 雨\n日期:\n---\n\n正文。\n", "3:1 date/missing"],
    ["---\n标题: 雨\n日期: ''\n---\n\n正文。\n", "3:1 date/missing"],
    ["---\n日期: 2026-02-09\n标题:\n---\n\n正文。\n", "3:1 yaml/empty"],
  ])("does not stand for what was left empty, which is told where it stands: %j", (text, expected) => {
    expect(spots(parse("news/rain.md", text).diagnostics)).toEqual([expected]);
  });

  it("stands for a date that was left empty where it starts with one", () => {
    const text = "---\n标题: 雨\n日期:\n---\n\n正文。\n";
    expect(articleOf("news/2026-02-09-rain.md", text).date.local.slice(0, 10)).toBe("2026-02-09");
  });

  const DATED = article({ 标题: "雨", 日期: "2026-03-01" });
  const hints = (path: string, text = DATED) =>
    parse(path, text).diagnostics.map(({ severity, code, hint }) => `${severity} ${code} ${hint.zh}`);

  it.each([
    ["2026-02-30-x.md", "date/name-impossible", "2026-03-01-x.md"],
    ["2026-13-45-bad.md", "date/name-impossible", "2026-03-01-bad.md"],
    ["2026-02-30/index.md", "date/name-impossible", "2026-03-01"],
    ["2026-02-09-大雨 来了.md", "content/name-blank", "2026-02-09-大雨-来了.md"],
    ["大雨 来了/index.md", "content/name-blank", "大雨-来了"],
    ["2026-11-20 有空 格.md", "date/name-unread", "2026-11-20-有空-格.md"],
  ])("in %s is questioned as %s, and a better one shown", (name, code, better) => {
    expect(hints(`news/${name}`)).toEqual([`warning ${code} 文件改名为 ${better}`]);
    const named = better.endsWith(".md") ? better : `${better}/index.md`;
    const text = article({ 标题: "雨", 日期: named.slice(0, 10).match(/^2.*/)?.[0] ?? "2026-03-01" });
    expect(hints(`news/${named}`, text)).toEqual([]);
  });

  it.each([
    ["20260209-z.md", "2026-02-09-z.md"],
    ["20260209.md", "2026-02-09.md"],
    ["2026_02_09_w.md", "2026-02-09-w.md"],
    ["2026.2.9-w.md", "2026-02-09-w.md"],
    ["2026-2-9-rain.md", "2026-02-09-rain.md"],
    ["2026-02-09_rain.md", "2026-02-09-rain.md"],
    ["2026-02-09rain/index.md", "2026-02-09-rain"],
    ["2026年2月9日大雨.md", "2026-02-09-大雨.md"],
  ])("%s starts with a date that is not read, and may stay as a slug", (name, better) => {
    const kept = name.replace(/(?:\/index)?\.md$/, "");
    expect(hints(`news/${name}`)).toEqual([
      `warning date/name-unread 文件改名为 ${better}；已经发布、网址不想变的，加一行“网址: ${kept}”`,
    ]);
    expect(hints(`news/${name}`, article({ 标题: "雨", 日期: "2026-03-01", 网址: kept }))).toEqual([]);
  });

  it.each([
    "2025-2026赛季.md",
    "2026.md",
    "20261399-x.md",
    "2026-1.md",
    "12306-2026-02-09.md",
    "19491001000-x.md",
  ])("%s does not start with a date", (name) => {
    expect(hints(`news/${name}`)).toEqual([]);
  });

  it("does not matter to the problem of a day that does not exist in the front matter", () => {
    const text = article({ 标题: "雨", 日期: "2026-02-30" });
    expect(spots(parse("news/2026-02-09-rain.md", text).diagnostics)).toEqual(["3:5 date/impossible"]);
  });
});

describe("the body's hash", () => {
  it("is that of its markup, and nothing of the front matter matters to it", () => {
    const one = articleOf("news/2026-02-09-a.md", article({ 标题: "雨" }, "正文。"));
    const other = articleOf("life/2026-03-09-b.md", article({ 标题: "雪", 标签: "[甲]" }, "\n正文。\n\n"));
    expect(one.body.hash).toBe("6b8f7a57caf89cccd0613aef08b99c5ce6f211ee8cf3877bf53ab2577e8c2f0d");
    expect(other.body.hash).toBe(one.body.hash);
  });

  it("changes with the text", () => {
    const one = articleOf("news/2026-02-09-a.md", article({ 标题: "雨" }, "正文。"));
    const other = articleOf("news/2026-02-09-a.md", article({ 标题: "雨" }, "正文！"));
    expect(other.body.hash).not.toBe(one.body.hash);
  });
});

describe("places", () => {
  it("of a single value stand at the value", () => {
    const value = articleOf(
      "news/2026-02-09-a.md",
      article({ 标题: "雨", 相关: "weather", 旧网址: "/a.html" }),
    );
    expect(value.related[0]?.place).toMatchObject({ line: 3, column: 5 });
    expect(value.aliases[0]?.place).toMatchObject({ line: 4, column: 6 });
  });

  it("of the body count from the file's first line, also behind a fence with spaces", () => {
    const text = "---\n标题: 雨\n---  \n\n看[说明](a.md)。\n";
    expect(articleOf("news/2026-02-09-a.md", text).body.references[0]?.place).toMatchObject({
      line: 5,
      column: 2,
    });
  });
});

describe("problems", () => {
  it("of the front matter's values and of the body are told together", () => {
    const text = "---\n标题: ''\n草稿: 也许\ntitel: x\n---\n\n<script>alert(1)</script>\n";
    const codes = parse("news/2026-02-09-a.md", text).diagnostics.map(({ code, line }) => `${line} ${code}`);
    expect(codes).toEqual(
      expect.arrayContaining([
        "2 yaml/empty",
        "3 yaml/wrong-type",
        "4 yaml/mistyped-key",
        "7 markdown/removed-element",
      ]),
    );
  });

  it.each([
    [
      "a duplicate key",
      "标题: 雨\n草稿: 是\n草稿: 也许\n热门: 很热",
      ["4 yaml/duplicate-key", "5 yaml/wrong-type"],
    ],
    ["an anchor", "标题: &重要 雨\n热门: 很热", ["2 yaml/anchor", "3 yaml/wrong-type"]],
    ["an alias", "标题: *重要*\n热门: 很热", ["2 yaml/anchor", "3 yaml/wrong-type"]],
    ["a forbidden key", "标题: 雨\nconstructor: x\n热门: 很热", ["3 yaml/key", "4 yaml/wrong-type"]],
    ["what cannot be read", "标题: [\n热门: 很热", ["2 yaml/syntax"]],
  ])("beside %s are told in the same run, without echoes", (_what, yaml, expected) => {
    const { value, diagnostics } = parse("news/2026-02-09-a.md", `---\n${yaml}\n---\n\n<script>x</script>\n`);
    expect(value).toBeUndefined();
    const codes = diagnostics.map(({ code, line }) => `${line} ${code}`);
    expect(codes).toEqual([...expected, expect.stringMatching(/ markdown\/removed-element$/)]);
  });

  it.each([
    ["标题: C# 与 #十四五# 规划", "2:5 front-matter/cut-by-hash", "C# 与"],
    ["摘要: 甲 # 乙\n标题: 雨", "2:5 front-matter/cut-by-hash", "雨"],
  ])("a text cut by a hash is a warning: %j", (yaml, expected, title) => {
    const { value, diagnostics } = parse("news/2026-02-09-a.md", `---\n${yaml}\n---\n正文`);
    expect(spots(diagnostics)).toEqual([expected]);
    expect(value?.value.title).toBe(title);
  });

  it("a warning leaves the article standing", () => {
    const { value, diagnostics } = parse("news/2026-02-09-a.md", article({ 标题: "快讯: 雨", 天气: "晴" }));
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["warning", "warning"]);
    expect(value?.value.title).toBe("快讯: 雨");
  });

  it("are the same whenever the file is read", () => {
    const read = articleParser(CONFIG);
    const bad = source("news/2026-02-09-a.md", "---\n标题: [\n---\n");
    expect(read(bad)).toEqual(read(bad));
    expect(read(bad).diagnostics).toHaveLength(1);
  });
});
