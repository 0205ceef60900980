import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readYaml } from "../../src/yaml/failsafe.ts";
import { flag, oneOrMany, shorthand, text, webAddress, whole } from "../../src/yaml/scalars.ts";
import { knownSpellings } from "../../src/yaml/spellings.ts";
import { readTyped } from "../../src/yaml/typed.ts";
import { spots } from "../support/spots.ts";

const person = z.strictObject({
  name: text(4).meta({ zh: "姓名", also: ["名字"] }),
  unit: text(60).optional().meta({ zh: "单位" }),
});

const schema = z.strictObject({
  title: text(10).meta({ zh: "标题" }),
  tags: oneOrMany(text(5))
    .optional()
    .meta({ zh: "标签", meant: ["关键词"] }),
  source: shorthand("name", person).optional().meta({ zh: "来源" }),
  authors: oneOrMany(shorthand("name", person))
    .optional()
    .meta({ zh: "记者", also: ["author"] }),
  corrections: oneOrMany(
    z.strictObject({ date: text(10).meta({ zh: "日期" }), text: text(10).meta({ zh: "内容" }) }),
  )
    .optional()
    .meta({ zh: "更正" }),
  draft: flag()
    .optional()
    .meta({ zh: "草稿", hides: true, meant: ["暂不发布"] }),
  count: whole(1, 50).prefault("6").meta({ zh: "数量" }),
  mode: z.enum(["auto", "baked"]).optional(),
  url: webAddress().optional().meta({ zh: "网址" }),
  lists: z
    .strictObject({ hot: z.strictObject({ count: whole(0, 9).prefault("3") }).prefault({}) })
    .prefault({}),
  extra: z.record(z.string(), z.unknown()).optional().meta({ zh: "附加" }),
});

const START = { file: "f.md", line: 1, column: 1 };

function read(yaml: string, options: { readonly strictKeys?: boolean } = {}) {
  return readTyped(schema, readYaml(yaml, "f.md").value, START, options);
}

function told(yaml: string): string[] {
  const { diagnostics } = read(yaml);
  return diagnostics.map(({ line, column, message }) => `${line}:${column} ${message.zh}`);
}

describe("a typed map", () => {
  it("has its defaults where nothing is written", () => {
    const { value, diagnostics } = read("title: 雨");
    expect(value).toEqual({ title: "雨", count: 6, lists: { hot: { count: 3 } } });
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ["English", "title: 雨\nsource: {name: 某报, unit: 甲}\ndraft: true\nauthors: [{name: 张三}]"],
    ["Chinese", "标题: 雨\n来源: {姓名: 某报, 单位: 甲}\n草稿: 是\n记者: [{姓名: 张三}]"],
    ["mixed", "Title: 雨\n来源: {名字: 某报, UNIT: 甲}\nDRAFT: yes\nauthor: 张三"],
  ])("reads keys in %s as the same fields", (_language, yaml) => {
    const { value, diagnostics } = read(yaml);
    expect(value).toMatchObject({
      title: "雨",
      source: { name: "某报", unit: "甲" },
      draft: true,
      authors: [{ name: "张三" }],
    });
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ["标签: 民生", { tags: ["民生"] }],
    ["标签: [民生, 007]", { tags: ["民生", "007"] }],
    ["标签:\n  - 民生", { tags: ["民生"] }],
    ["标签: []", { tags: [] }],
    ["来源: 某报", { source: { name: "某报" } }],
    ["记者: 张三", { authors: [{ name: "张三" }] }],
    ["记者: {姓名: 张三, 单位: 甲}", { authors: [{ name: "张三", unit: "甲" }] }],
    ["记者: [张三, {姓名: 李四}]", { authors: [{ name: "张三" }, { name: "李四" }] }],
    ["更正: {日期: x, 内容: y}", { corrections: [{ date: "x", text: "y" }] }],
    ["网址: HTTPS://News.example.com", { url: "https://news.example.com/" }],
    ["来源: 甲：乙", { source: { name: "甲：乙" } }],
    ["附加: {甲: {乙: [1, 是]}}", { extra: { 甲: { 乙: ["1", "是"] } } }],
  ])("reads %j as meant", (yaml, expected) => {
    const { value, diagnostics } = read(`标题: 雨\n${yaml}`);
    expect(value).toMatchObject(expected);
    expect(diagnostics).toEqual([]);
  });

  it.each(["标签:", '标签: ""', "数量:", "lists:", "lists: {hot: }", "附加:"])(
    "takes the empty %j as not written",
    (yaml) => {
      expect(read(`标题: 雨\n${yaml}`)).toMatchObject({
        value: { title: "雨", count: 6, lists: { hot: { count: 3 } } },
        diagnostics: [],
      });
    },
  );
});

describe("problems of keys", () => {
  it("tells an empty key that would keep the article from readers", () => {
    expect(told("标题: 雨\n草稿:")).toEqual(["2:1 “草稿”是空的"]);
    expect(told('标题: 雨\n草稿: ""')).toEqual(["2:1 “草稿”是空的"]);
  });

  it("tells what a comma in braces cut off", () => {
    expect(told("标题: 雨\n来源: {姓名: 某报, 三版}")).toEqual([
      "2:14 “姓名”的文字在英文逗号处断开了，后面的“三版”没有读进去",
    ]);
  });

  it("tells a field that is given in both languages, at the second", () => {
    expect(told("title: 雨\n数量: 3\n标题: 雪")).toEqual(["3:1 “标题”和“title”是同一项，写了两次"]);
    expect(told("标题: 雨\n来源: {name: 甲, 姓名: 乙}")).toEqual(["2:15 “姓名”和“name”是同一项，写了两次"]);
    expect(told("标题: 雨\nauthors: 甲\nauthor: 乙")).toEqual(["3:1 “author”和“authors”是同一项，写了两次"]);
    expect(told("title: 雨\nTitle: 雪")).toEqual(["2:1 “Title”和“title”是同一项，写了两次"]);
  });

  it.each([
    ["titel: x", "title"],
    ["titl: x", "title"],
    ["tag: x", "tags"],
    ["Drafts: true", "draft"],
    ["moed: auto", "mode"],
  ])("makes %j, one slip from a known key, an error", (yaml, nearest) => {
    const { diagnostics } = read(`标题: 雨\n${yaml}`);
    expect(spots(diagnostics)).toEqual(["2:1 yaml/mistyped-key"]);
    expect(diagnostics[0]).toMatchObject({ severity: "error", hint: { zh: `应为“${nearest}”` } });
  });

  it.each([
    ["数目: x", "是不是“数量”？"],
    // 标题 stands in the map already, so it cannot have been meant.
    ["标体: x", "是不是“标签”？"],
    ["corections2: x", "是不是“corrections”？"],
    ["天气: 晴", "核对名字；自家要用的内容写在 extra（附加）下面"],
    ["weather: x", "核对名字；自家要用的内容写在 extra（附加）下面"],
  ])("warns of the unknown %j", (yaml, hint) => {
    const { value, diagnostics } = read(`标题: 雨\n${yaml}`);
    expect(value).toMatchObject({ title: "雨" });
    expect(spots(diagnostics)).toEqual(["2:1 yaml/unknown-key"]);
    expect(diagnostics[0]).toMatchObject({ severity: "warning", hint: { zh: hint } });
  });

  it("lists the known keys where they are few", () => {
    const { diagnostics } = read("标题: 雨\n来源: {姓名: 甲, 电话: 1}");
    expect(spots(diagnostics)).toEqual(["2:13 yaml/unknown-key"]);
    expect(diagnostics[0]?.hint.zh).toBe("这里可以写：姓名、单位");
  });

  it("suggests the field that goes by a name elsewhere; where that would show what is to be hidden, it is an error", () => {
    expect(read("标题: 雨\n关键词: 天气").diagnostics).toMatchObject([
      { severity: "warning", code: "yaml/unknown-key", hint: { zh: "是不是“标签”？" } },
    ]);
    expect(read("标题: 雨\n暂不发布: 是").diagnostics).toMatchObject([
      { severity: "error", code: "yaml/mistyped-key", hint: { zh: "应为“草稿”" } },
    ]);
  });

  it("makes an unknown key an error where keys are strict", () => {
    const { diagnostics } = read("标题: 雨\nlists: {hot: {weather: 1}}", { strictKeys: true });
    expect(diagnostics).toMatchObject([{ severity: "error", code: "yaml/unknown-key", line: 2, column: 15 }]);
  });

  it("leaves the keys below a free map alone", () => {
    expect(read("标题: 雨\n附加: {titel: x, title: y}").diagnostics).toEqual([]);
  });
});

describe("problems of values", () => {
  it.each([
    ["", ["1:1 缺少“标题”"]],
    ["数量: 3", ["1:1 缺少“标题”"]],
    ["标题:", ["1:1 “标题”是空的"]],
    ['标题: "  "', ["1:5 “标题”是空的"]],
    ["title: ''", ["1:1 “title”是空的"]],
    ["标题: 一二三四五六七八九十", []],
    ["标题: 一二三四五六七八九十一", ["1:5 “标题”最多 10 个字"]],
    ["标题: [甲]", ["1:5 “标题”应当是一段文字"]],
    ["标题: {甲: 乙}", ["1:5 “标题”应当是一段文字"]],
  ])("tells the title of %j", (yaml, expected) => {
    expect(told(yaml)).toEqual(expected);
  });

  it.each([
    ["标签: [甲, 一二三四五六]", ["2:9 “标签”最多 5 个字"]],
    ["标签:\n  - 甲\n  - ''", ["4:5 “标签”是空的"]],
    ["标签: 一二三四五六", ["2:5 “标签”最多 5 个字"]],
    ["tags: [甲, [乙]]", ["2:11 “tags”应当是一段文字"]],
    ["来源: 一二三四五", ["2:5 “来源”最多 4 个字"]],
    ["tags: {甲: 乙}", ["2:7 “tags”应当是一个列表"]],
    ["来源: {单位: 甲}", ["2:5 缺少“姓名”"]],
    ["来源: [甲]", ["2:5 “来源”下面应当是一行一项的“名字: 内容”"]],
    ["记者: [甲, {单位: 乙}]", ["2:9 缺少“姓名”"]],
    ["记者: {姓名: '', 单位: 乙}", ["2:6 “姓名”是空的"]],
    ["记者: {姓名: 一二三四五}", ["2:10 “姓名”最多 4 个字"]],
    ["更正: 一段文字", ["2:5 “更正”下面应当是一行一项的“名字: 内容”"]],
    ["更正:\n  - 日期: x\n  - 内容: y", ["3:5 缺少“内容”", "4:5 缺少“日期”"]],
    ["更正: {日期: [x], 内容: y}", ["2:10 “日期”应当是一段文字"]],
    ["草稿: 也许", ["2:5 “草稿”只能写“是”或“否”（true 或 false）"]],
    ["数量: 多", ["2:5 “数量”应当是一个整数"]],
    ["数量: 1.5", ["2:5 “数量”应当是一个整数"]],
    ["数量: 0", ["2:5 “数量”应在 1 到 50 之间"]],
    ["数量: 51", ["2:5 “数量”应在 1 到 50 之间"]],
    ["数量: 99999999999", ["2:5 “数量”应当是一个整数"]],
    ["lists: {hot: {count: 10}}", ["2:22 “count”应在 0 到 9 之间"]],
    ["lists: [1]", ["2:8 “lists”下面应当是一行一项的“名字: 内容”"]],
    ["mode: on", ["2:7 “mode”只能写 auto、baked 中的一个"]],
    ["网址: news.example.com", ["2:5 “网址”里的“news.example.com”不是完整的网址"]],
    ["网址: javascript:alert(1)", ["2:5 “网址”里的“javascript:alert(1)”不是完整的网址"]],
    ["网址: ftp://a.example", ["2:5 “网址”里的“ftp://a.example”不是完整的网址"]],
    ["来源: 姓名：某报", ["2:7 名字后面是全角冒号“：”"]],
    ["来源:\n  姓名：某报", ["3:5 名字后面是全角冒号“：”"]],
    ["记者:\n  - 张三\n  - Name：李四", ["4:9 名字后面是全角冒号“：”"]],
    ["更正:\n  日期：2026-02-09", ["3:5 名字后面是全角冒号“：”"]],
    // YAML takes both lines for one text.
    ["标签:\n  -民生\n  -天气", ["3:3 减号后面少了一个空格，没有当作列表的一项"]],
    ["附加: 甲", ["2:5 “附加”下面应当是一行一项的“名字: 内容”"]],
  ])("tells %j at its place", (yaml, expected) => {
    expect(told(`标题: 雨\n${yaml}`)).toEqual(expected);
  });

  it("are all told at once", () => {
    expect(told("草稿: x\n数量: y\n标签: ['']\ntitel: z")).toEqual([
      "4:1 没有“titel”这一项",
      "1:1 缺少“标题”",
      "3:6 “标签”是空的",
      "1:5 “草稿”只能写“是”或“否”（true 或 false）",
      "2:5 “数量”应当是一个整数",
    ]);
  });

  it("name the key as its editor wrote it, in both languages", () => {
    const [diagnostic] = read("title: 雨\nDraft: 也许").diagnostics;
    expect(diagnostic?.message).toEqual({
      zh: "“Draft”只能写“是”或“否”（true 或 false）",
      en: "“Draft” should be true or false",
    });
    expect(diagnostic?.hint.zh).toBe("例如 Draft: true");
  });

  it("say which keys a map may hold", () => {
    expect(read("标题: 雨\n更正: 有误").diagnostics[0]?.hint.zh).toBe(
      "在“更正:”下面另起一行，空两格，写“日期: …”、“内容: …”",
    );
  });

  it.each(["- 甲", "甲", "标题：雨"])("wants a map, not %j", (yaml) => {
    expect(spots(read(yaml).diagnostics)).toEqual(["1:1 yaml/not-a-map"]);
  });
});

describe("placeOf", () => {
  const yaml = "标题: 雨\n标签: [甲, 乙]\n来源: 某报\n更正:\n  - 日期: x\n    内容: y";

  it.each([
    ["/title", 1, 5],
    ["/tags", 2, 5],
    ["/tags/1", 2, 9],
    ["/source", 3, 5],
    ["/corrections/0/text", 6, 9],
  ])("gives the place of %s", (path, line, column) => {
    expect(read(yaml).placeOf(path)).toEqual({ file: "f.md", line, column });
  });

  it("gives the place of a single value that stands for a list", () => {
    expect(read("标题: 雨\n标签: 甲").placeOf("/tags/0")).toEqual({ file: "f.md", line: 2, column: 5 });
  });

  it("gives the start for a key that was not written", () => {
    expect(read(yaml).placeOf("/url")).toEqual(START);
  });
});

describe("knownSpellings", () => {
  it("holds each name of a field in lower case, whatever the language", () => {
    expect([...knownSpellings(person)]).toEqual([
      ["name", "name"],
      ["姓名", "name"],
      ["名字", "name"],
      ["unit", "unit"],
      ["单位", "unit"],
    ]);
  });
});
