import { describe, expect, test } from "vitest";
import { type PageKind, pageSchemas } from "../../src/model/page.ts";
import { type Planned, plan, wholeValue } from "../support/edition.ts";
import { article, type Files } from "../support/newsroom.ts";
import { svg } from "../support/pictures.ts";

/** Every field of every file, once. */
const EVERYTHING: Files = {
  "content/site.yaml": [
    "title: 云河新闻网",
    "slogan: 示例",
    "description: 一个示例站点",
    "url: https://x.example.com/paper",
    "navigation: [{title: 首页, url: /}, {title: 外面, url: 'https://other.example.com/'}]",
    "publisher: {name: 中心, logo: /favicon.svg, url: 'https://rmt.example.com/'}",
    "editorInChief: 唐静言",
    "contact: {phone: 0000-12345, email: a@example.com, address: 路1号}",
    "licences: [{label: ICP, number: '1', url: 'https://beian.example.com/'}, {label: 许可, number: '2'}]",
    "reportLine: {phone: 0000-12345, url: /corrections/}",
    "copyright: 版权所有",
    "links: {ignore: [/epaper/]}",
    "media: {hosts: [video.example.com]}",
    "search: {fallback: 'https://search.example.com/?site=a&q='}",
    "social: {cards: article}",
    "lists: {perPage: 1, related: {count: 3}}",
    "",
  ].join("\n"),
  "content/tags.yaml": "青石区: {label: 青石区, parent: 云河市, aliases: [青石]}\n云河市: {parent: 澜江省}\n",
  "content/sources.yaml":
    "- {name: 澜江日报（示例）, url: 'https://lanjiang.example.com/', aliases: [澜江日报]}\n",
  "content/static/favicon.svg": svg(1, 1),
  "content/news/_index.md": article(
    { 标题: "要闻", 顺序: "1", 简介: "大事", 题图: "/favicon.svg" },
    "导语。",
  ),
  "content/news/counties/_index.md": article({ 标题: "区县" }, ""),
  "content/pages/about.md": article({ 标题: "关于", 摘要: "关于本站", 网址: "about-us", 旧网址: "/about/" }),
  "content/news/counties/2026-03-03-full/index.md": article(
    {
      标题: "全项",
      日期: "2026-03-03 09:30",
      更新: "2026-03-04 10:00",
      标签: "[青石, 民生]",
      摘要: "一句话。",
      来源: "{名称: 澜江日报, 链接: 'https://lanjiang.example.com/1.html'}",
      记者: "[{姓名: 林晓禾, 单位: 云河融媒记者}, 周以安]",
      通讯员: "[何秋实]",
      编辑: "叶初晴",
      题图: "{图片: cover.svg, 替代文字: 桥, 说明: 大桥, 摄影: 苏青禾}",
      网址: "full",
      旧网址: "[/old.html]",
      发布时间: "2026-03-03 10:00",
      下线时间: "2027-01-01",
      置顶: "2026-12-31",
      热门: "是",
      相关: "[b]",
      不相关: "[c]",
      更正: "[{日期: 2026-03-05 11:00, 内容: 人数应为三人}]",
      AI生成: "配图由人工智能生成",
      附加: "{栏花: 红}",
    },
    "字\n\n![图](inner.svg)",
  ),
  "content/news/counties/2026-03-03-full/cover.svg": svg(8, 6),
  "content/news/counties/2026-03-03-full/inner.svg": svg(2, 2),
  "content/news/2026-03-02-b.md": article({ 标题: "乙", 署名: "本报评论员", 标签: "[青石]", AI生成: "是" }),
  "content/news/2026-02-01-c.md": article({ 标题: "丙", 记者: "林晓禾" }),
  "content/news/2026-01-31-d.md": article({ 标题: "丁", 撤稿: "{日期: 2026-02-01, 原因: 有误}" }),
  "content/news/2026-04-01-e.md": article({ 标题: "戊" }),
  "content/news/2026-01-30-f.md": article({ 标题: "己", 草稿: "是" }),
};

const ALMOST_NOTHING: Files = {
  "content/a/2026-01-01-x.md": article({ 标题: "甲" }, "![](gone.png)"),
};

/** What zod has to say of each planned page. */
function complaints({ pages }: Planned): string[] {
  return pages.flatMap((page) => {
    if (page.kind !== "template") return [];
    const parsed = pageSchemas[page.template as PageKind].safeParse(wholeValue(page));
    return parsed.success ? [] : [`${page.route}: ${parsed.error.message}`];
  });
}

const kindsOf = ({ pages }: Planned) =>
  new Set(pages.flatMap((page) => (page.kind === "template" ? [page.template] : [])));

describe("every page's value satisfies its schema strictly", () => {
  test("with every field, and every kind of page is among them", async () => {
    const site = await plan(EVERYTHING);
    expect(site.diagnostics).toEqual([]);
    expect(complaints(site)).toEqual([]);
    expect([...kindsOf(site)].sort()).toEqual(Object.keys(pageSchemas).sort());
  });

  test("with every field, in a preview of drafts and the future", async () => {
    const site = await plan(EVERYTHING, undefined, { drafts: true, future: true });
    expect(complaints(site)).toEqual([]);
    expect(site.value("article", "/2026/0401/e.html").state).toBe("待发布");
    expect(site.value("article", "/2026/0130/f.html").state).toBe("草稿");
  });

  test("with almost none", async () => {
    expect(complaints(await plan(ALMOST_NOTHING))).toEqual([]);
  });

  test("without an article", async () => {
    expect(complaints(await plan({}))).toEqual([]);
  });

  test("and a field more, or one of the wrong type, would be told", async () => {
    const site = await plan(ALMOST_NOTHING);
    const spoil = (more: object): Planned => ({
      ...site,
      pages: site.pages.map((page) =>
        page.kind === "template" && page.template === "hot"
          ? { ...page, parts: { ...page.parts, ...more } }
          : page,
      ),
    });
    expect(complaints(spoil({ surplus: 1 }))).toHaveLength(1);
    expect(complaints(spoil({ title: undefined }))).toHaveLength(1);
  });
});

describe("an article's value", async () => {
  const site = await plan(EVERYTHING);
  const value = site.value("article", "/2026/0303/full.html");

  test("shows every field as it is printed", () => {
    expect(value).toMatchObject({
      title: "全项",
      date: { text: "2026-03-03 09:30", iso: "2026-03-03T09:30:00+08:00" },
      updated: { text: "2026-03-04 10:00" },
      section: { title: "区县", url: "/paper/news/counties/" },
      source: { name: "澜江日报（示例）", url: "https://lanjiang.example.com/1.html" },
      editor: "叶初晴",
      reporters: [
        { label: "云河融媒记者", name: "林晓禾" },
        { label: "记者", name: "周以安" },
      ],
      correspondents: ["何秋实"],
      cover: { width: 8, height: 6, alt: "桥", caption: "大桥", credit: "苏青禾" },
      length: "约 1 字 · 阅读 1 分钟",
      aigc: "配图由人工智能生成",
      corrections: [{ date: { text: "2026-03-05 11:00" }, text: "人数应为三人" }],
      tags: [{ title: "青石区" }, { title: "民生" }],
      extra: { 栏花: "红" },
    });
    expect(value.breadcrumb.map(({ title }) => title)).toEqual(["首页", "要闻", "区县"]);
  });

  test("of a republished one names the original as canonical", () => {
    expect(value.head.canonical).toBe("https://lanjiang.example.com/1.html");
    expect(value.share.url).toBe("https://x.example.com/paper/2026/0303/full.html");
  });

  test("leads to the articles before and after it in the one order", () => {
    expect(value.previous).toBeUndefined();
    expect(value.next?.title).toBe("乙");
    expect(site.value("article", "/2026/0302/b.html").previous?.title).toBe("全项");
  });

  test("places the editor's related article and passes over the excluded", () => {
    expect(value.related.map(({ title }) => title)).toEqual(["乙"]);
  });

  test("with a byline prints that and no names", () => {
    expect(site.value("article", "/2026/0302/b.html")).toMatchObject({
      byline: "本报评论员",
      reporters: [],
      correspondents: [],
      aigc: "本文含有人工智能生成的内容",
    });
  });

  test("names the site as the source of our own", () => {
    expect(site.value("article", "/2026/0302/b.html").source).toEqual({ name: "云河新闻网" });
  });

  test("of an author leads to a page of theirs", () => {
    expect(site.value("author", "/authors/林晓禾/index.html")).toMatchObject({
      title: "林晓禾",
      unit: "云河融媒记者",
    });
  });
});
