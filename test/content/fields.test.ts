import { describe, expect, it } from "vitest";
import { articleFields, pageFields, sectionFields } from "../../src/content/fields.ts";
import { readYaml } from "../../src/yaml/failsafe.ts";
import { zhName } from "../../src/yaml/schema.ts";
import { readTyped } from "../../src/yaml/typed.ts";
import { spots } from "../support/spots.ts";

const fields = articleFields("Asia/Shanghai");
const START = { file: "f.md", line: 1, column: 1 };

function read(yaml: string) {
  return readTyped(fields, readYaml(`标题: 雨\n${yaml}`, "f.md").value, START);
}

const day = (local: string, dateOnly = true) => ({
  epoch: Date.parse(`${local}+08:00`),
  local,
  offset: "+08:00",
  dateOnly,
});

/** Every key of an article: what may be written, and what it means. */
const KEYS: readonly (readonly [name: string, zh: string, written: string, value: unknown])[] = [
  ["title", "标题", "007", "007"],
  ["date", "日期", "2026-02-09", day("2026-02-09T00:00:00")],
  ["date", "日期", "2026年2月9日 10:30", day("2026-02-09T10:30:00", false)],
  ["updated", "更新", "2026-02-10 08:00", day("2026-02-10T08:00:00", false)],
  ["tags", "标签", "[民生, 12:30]", ["民生", "12:30"]],
  ["tags", "标签", "民生", ["民生"]],
  ["summary", "摘要", "一句话", "一句话"],
  ["source", "来源", "某报", { name: "某报" }],
  ["source", "来源", "{名称: 某报, 链接: https://a.example/b}", { name: "某报", url: "https://a.example/b" }],
  ["authors", "记者", "[张三, {姓名: 李四, 单位: 某报}]", [{ name: "张三" }, { name: "李四", unit: "某报" }]],
  ["authors", "记者", "张三", [{ name: "张三" }]],
  ["byline", "署名", "本报记者 张三", "本报记者 张三"],
  ["correspondents", "通讯员", "[王五]", ["王五"]],
  ["editor", "编辑", "赵六", "赵六"],
  ["cover", "题图", "a.jpg", { src: "a.jpg" }],
  [
    "cover",
    "题图",
    "{图片: a.jpg, 替代文字: 甲, 说明: 乙, 摄影: 丙}",
    { src: "a.jpg", alt: "甲", caption: "乙", credit: "丙" },
  ],
  ["cover", "题图", "{src: a.jpg, 图说: 乙, 作者: 丙}", { src: "a.jpg", caption: "乙", credit: "丙" }],
  ["slug", "网址", "yun-he", "yun-he"],
  ["aliases", "旧网址", "/html/2019/a.html", ["/html/2019/a.html"]],
  ["draft", "草稿", "是", true],
  ["publishAt", "发布时间", "2026-02-09 18:00", day("2026-02-09T18:00:00", false)],
  ["expires", "下线时间", "2026-02-09", day("2026-02-10T00:00:00")],
  ["expires", "下线时间", "2026-02-09 18:00", day("2026-02-09T18:00:00", false)],
  ["pinned", "置顶", "true", true],
  ["pinned", "置顶", "否", false],
  ["pinned", "置顶", "2026-02-09", day("2026-02-10T00:00:00")],
  ["hot", "热门", "no", false],
  ["related", "相关", "[weather, news/2026-02-09-rain]", ["weather", "news/2026-02-09-rain"]],
  ["relatedExclude", "不相关", "weather", ["weather"]],
  [
    "corrections",
    "更正",
    "[{日期: 2026-02-10, 内容: 甲}]",
    [{ date: day("2026-02-10T00:00:00"), text: "甲" }],
  ],
  ["corrections", "更正", "{date: 2026-02-10, 文字: 甲}", [{ date: day("2026-02-10T00:00:00"), text: "甲" }]],
  ["withdrawn", "撤稿", "{日期: 2026-02-10, 原因: 甲}", { date: day("2026-02-10T00:00:00"), reason: "甲" }],
  ["aigc", "AI生成", "是", true],
  ["aigc", "AI生成", "图片由AI生成", "图片由AI生成"],
  ["layout", "版式", "longread", "longread"],
  ["extra", "附加", "{天气: 晴}", { 天气: "晴" }],
];

describe("an article's key", () => {
  it.each(KEYS)("%s (%s) reads %j", (name, zh, written, value) => {
    for (const key of [name, zh]) {
      const line = `${key}: ${written}`;
      const typed = readTyped(
        fields,
        readYaml(name === "title" ? line : `标题: 雨\n${line}`, "f.md").value,
        START,
      );
      expect(typed.diagnostics).toEqual([]);
      expect(typed.value?.[name as keyof typeof typed.value]).toEqual(value);
    }
  });

  it("stands in the table above, whichever it is", () => {
    const known = Object.entries(fields.shape).map(([name, field]) => [name, zhName(field, name)]);
    const inTable = new Map(KEYS.map(([name, zh]) => [name, zh]));
    expect([...inTable]).toEqual(known);
  });

  it("may be called author for authors", () => {
    expect(read("author: 张三").value?.authors).toEqual([{ name: "张三" }]);
  });

  it.each([
    ["日期: 昨天", "2:5 date/unreadable"],
    ["日期: 2026-02-30", "2:5 date/impossible"],
    ["日期: 2026-2-30", "2:5 date/impossible"],
    ["日期: 2026.13.1", "2:5 date/impossible"],
    ["日期: 2026年2月9日 晚上25点10分", "2:5 date/impossible"],
    ["日期: [2026-02-09]", "2:5 yaml/wrong-type"],
    ["置顶: 很久", "2:5 date/flag-or-date"],
    ["置顶: 2026-02-30", "2:5 date/impossible"],
    ["下线时间: 2026-13-01", "2:7 date/impossible"],
    ["草稿: 2", "2:5 yaml/wrong-type"],
    ["热门: 很热", "2:5 yaml/wrong-type"],
    ["标签: [民生, {}]", "2:10 yaml/wrong-type"],
    ["来源: {链接: https://a.example}", "2:5 yaml/missing-key"],
    ["来源: {名称: 甲, 链接: a.example}", "2:17 yaml/url"],
    ["记者: {单位: 甲}", "2:5 yaml/missing-key"],
    ["题图: {说明: 甲}", "2:5 yaml/missing-key"],
    ["网址: ../a", "2:5 content/slug"],
    ["网址: a/b", "2:5 content/slug"],
    ["网址: a?b", "2:5 content/slug"],
    ["网址: .a", "2:5 content/slug"],
    ["网址: CON", "2:5 content/slug"],
    ['编辑: "\u200b"', "2:5 yaml/empty"],
    ["旧网址: a.html", "2:6 content/alias"],
    ["旧网址: https://a.example/b", "2:6 content/alias"],
    ["旧网址: /a?b=c", "2:6 content/alias"],
    ["旧网址: /a/../b", "2:6 content/alias"],
    ["旧网址: //a.example/b", "2:6 content/alias"],
    ["旧网址: [/a, /b#c]", "2:11 content/alias"],
    ["更正: 甲", "2:5 yaml/wrong-type"],
    ["更正: {日期: 昨天, 内容: 甲}", "2:10 date/unreadable"],
    ["撤稿: 是", "2:5 yaml/wrong-type"],
    ["撤稿: {日期: 2026-02-10}", "2:5 yaml/missing-key"],
    ["撤稿:", "2:1 yaml/empty"],
    ["草稿:", "2:1 yaml/empty"],
    ["发布时间:", "2:1 yaml/empty"],
    ["下线时间:", "2:1 yaml/empty"],
    ["更正: {日期: 2026-02-10, 内容: 原文“三月”, 应为“四月”}", "2:34 yaml/cut-by-comma"],
    ["网址: rain.html", "2:5 content/slug"],
    ["网址: 今晚 有雨", "2:5 content/slug"],
    ["版式: ../a", "2:5 content/layout"],
    ["栏目: 要闻", "2:1 content/section-key"],
    ["Section: news", "2:1 content/section-key"],
    ["专栏: 云河人", "2:1 yaml/unknown-key"],
    ['标签: ["\u202e民生"]', "2:6 content/bidi-override"],
    ["编辑: 张\u2066三", "2:5 content/bidi-override"],
  ])("refuses or questions %j", (yaml, expected) => {
    expect(spots(read(yaml).diagnostics)).toEqual([expected]);
  });

  /** Names under which what keeps an article from readers goes elsewhere, and the key that is shown for them. */
  const MEANT: Readonly<Record<string, string>> = {
    日期: "时间 发布日期 发稿时间 发表时间",
    date: "pubDate publishedAt",
    草稿: "不发布 暂不发布 隐藏 保密 初稿",
    draft: "hidden private isDraft is_draft",
    发布时间: "上线 上线时间 上线日期 解禁 解禁时间 定时",
    publishAt: "embargo publishDate publish_at",
    下线时间: "下线 下线日期 下线日 下架 到期 到期时间 过期 过期时间 截止时间",
    expires: "expiry expiryDate expiresAt expires_at unpublish",
    撤稿: "撤回 删稿 撤销",
    withdrawn: "withdrawal",
  };

  it.each(
    Object.entries(MEANT).flatMap(([key, words]) => words.split(" ").map((word) => [word, key] as const)),
  )("called %s is an error that shows %s, which is never what is merely near", (word, key) => {
    const [problem, ...others] = read(`${word}: 2026-12-20`).diagnostics;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      severity: "error",
      code: "yaml/mistyped-key",
      hint: { zh: `应为“${key}”` },
    });
  });

  it.each([
    ["发布", "content/publish-key"],
    ["状态", "content/publish-key"],
    ["Published", "content/publish-key"],
    ["撤稿日期", "content/withdrawn-key"],
    ["撤稿原因", "content/withdrawn-key"],
  ])("called %s has no other name, as its value would be another", (word, code) => {
    expect(read(`${word}: 否`).diagnostics).toMatchObject([{ severity: "error", code }]);
    expect(read(`撤稿: {日期: 2026-02-10, 原因: 有误}\n${word}: 否`).diagnostics).toMatchObject([{ code }]);
  });

  it.each([
    // One character from 草稿 and from 撤稿, and none of them.
    ["撰稿: 张三", "warning", "是不是“记者”？"],
    ["供稿: 市水务局", "warning", "是不是“通讯员”？"],
    ["publisher: 某报", "warning", "是不是“source”？"],
    ["更新时间: 2026-02-09", "warning", "是不是“更新”？"],
    ["审稿: 王五", "error", "如果是“草稿”或“撤稿”，改正名字；自家要用的内容写在 extra（附加）下面"],
    [
      "撒稿: {日期: 2026-02-10, 原因: 有误}",
      "error",
      "如果是“草稿”或“撤稿”，改正名字；自家要用的内容写在 extra（附加）下面",
    ],
    ["更改: 有误", "warning", "是不是“更新”或“更正”？"],
    ["日期: 2026-02-09\n时间: 10:30", "error", "“日期”已经写了：把这里的内容并到那里，或者删掉这一行"],
    [
      "日期: 2026-02-09\n发稿时间: 2026-02-09",
      "error",
      "“日期”已经写了：把这里的内容并到那里，或者删掉这一行",
    ],
    ["日期: 2026-02-09\n日历: 正月", "warning", "核对名字；自家要用的内容写在 extra（附加）下面"],
  ])("that is merely near is not taken for another: %j", (yaml, severity, hint) => {
    const [problem] = read(yaml).diagnostics;
    expect([problem?.severity, problem?.hint.zh]).toEqual([severity, hint]);
  });

  it.each([
    ["2026-02-09 10：30", "2026-02-09 10:30"],
    ["２０２６-2-9", "2026-02-09"],
    ["“2026-02-09”", "2026-02-09"],
    ["2026.2.9 9:5", "2026-02-09 09:05"],
    ["2026年2月9日下午3点半", "2026-02-09 15:30"],
    ["2026年2月9日 晚上8时", "2026-02-09 20:00"],
    ["2026年2月9日 上午9点5分", "2026-02-09 09:05"],
    ["2-9 10:30", "2026-02-09 或 2026-02-09 10:30"],
  ])("shows how the date %j is written", (written, form) => {
    const [problem] = read(`日期: ${written}`).diagnostics;
    expect([problem?.code, problem?.hint.zh]).toEqual(["date/unreadable", `写成 ${form}`]);
  });

  it("drops invisible joiners from a title", () => {
    const { value } = readTyped(fields, readYaml("标题: 云\u200b河\ufeff\u2060", "f.md").value, START);
    expect(value?.title).toBe("云河");
  });

  it("makes a slug and an alias NFC", () => {
    const { value } = read("网址: cafe\u0301\n旧网址: /cafe\u0301.html");
    expect(value).toMatchObject({ slug: "caf\u00e9", aliases: ["/caf\u00e9.html"] });
  });

  it("reads a time in the site's zone", () => {
    const { value } = readTyped(
      articleFields("America/New_York"),
      readYaml("标题: 雨\n日期: 2026-02-09 10:30", "f.md").value,
      START,
    );
    expect(value?.date?.offset).toBe("-05:00");
  });
});

describe("a plain page's key", () => {
  it.each([
    ["title: 关于\ndescription: 甲\nslug: a\naliases: [/b]"],
    ["标题: 关于\n摘要: 甲\n网址: a\n旧网址: /b"],
    ["标题: 关于\nsummary: 甲\n网址: a\n旧网址: /b"],
  ])("reads %j", (yaml) => {
    const { value, diagnostics } = readTyped(pageFields, readYaml(yaml, "f.md").value, START);
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({ title: "关于", description: "甲", slug: "a", aliases: ["/b"] });
  });
});

describe("a plain page that is to be kept from readers", () => {
  it.each([
    ["隐藏: 是", "yaml/mistyped-key"],
    ["草搞: 是", "yaml/mistyped-key"],
    ["发布: 否", "content/publish-key"],
  ])("is not published for %j", (line, code) => {
    const { diagnostics } = readTyped(pageFields, readYaml(`标题: 关于\n${line}`, "f.md").value, START);
    expect(diagnostics).toMatchObject([{ severity: "error", code }]);
  });
});

describe("a section's key", () => {
  it.each([
    ["title: 要闻\norder: 1\ndescription: 甲\ncover: a.jpg"],
    ["标题: 要闻\n顺序: 1\n简介: 甲\n题图: a.jpg"],
    ["标题: 要闻\n排序: 1\n摘要: 甲\n题图: {图片: a.jpg}"],
  ])("reads %j", (yaml) => {
    const { value, diagnostics } = readTyped(sectionFields, readYaml(yaml, "f.md").value, START);
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({ title: "要闻", order: 1, description: "甲", cover: { src: "a.jpg" } });
  });

  it.each([
    ["顺序: 第一", "2:5 yaml/wrong-type"],
    ["顺序: -1", "2:5 yaml/out-of-range"],
    ["日期: 2026-02-09", "2:1 yaml/unknown-key"],
  ])("refuses or questions %j", (yaml, expected) => {
    const { diagnostics } = readTyped(sectionFields, readYaml(`标题: 要闻\n${yaml}`, "f.md").value, START);
    expect(spots(diagnostics)).toEqual([expected]);
  });
});
