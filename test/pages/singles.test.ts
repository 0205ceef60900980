import { describe, expect, test } from "vitest";
import { plan, routesOf, told } from "../support/edition.ts";
import { article, type Files, SITE_YAML } from "../support/newsroom.ts";

describe("an old address", async () => {
  const site = await plan({
    "content/site.yaml": "title: 报\nurl: https://x.example.com/paper\n",
    "content/news/2026-03-01-a.md": article({ 标题: "甲", 旧网址: "[/html/2019/1.html, /old, /show.asp]" }),
    "content/news/2026-03-02-b.md": article({
      标题: "乙",
      旧网址: "/乙.html",
      撤稿: "{日期: 2026-03-03, 原因: 有误}",
    }),
    "content/news/2026-03-03-c.md": article({ 标题: "丙", 旧网址: "/hidden.html", 草稿: "是" }),
    "content/pages/about.md": article({ 标题: "关于", 旧网址: "/about-us.html" }),
  });

  test("has a page that leads to the new one", () => {
    expect(site.value("redirect", "/html/2019/1.html")).toMatchObject({
      title: "甲",
      language: "zh-CN",
      url: "/paper/2026/0301/a.html",
      canonical: "https://x.example.com/paper/2026/0301/a.html",
    });
    expect(site.value("redirect", "/old/index.html").url).toBe("/paper/2026/0301/a.html");
    expect(site.value("redirect", "/about-us.html").url).toBe("/paper/about.html");
  });

  test("with another ending than a page's stands in _redirects alone", () => {
    expect(routesOf(site.pages)).not.toContain("/show.asp");
    expect(site.text("/_redirects")).toContain("/paper/show.asp /paper/2026/0301/a.html 301\n");
  });

  test("stands in _redirects, percent-encoded, in the order of the articles", () => {
    expect(site.text("/_redirects")).toBe(
      [
        "/paper/html/2019/1.html /paper/2026/0301/a.html 301",
        "/paper/old/ /paper/2026/0301/a.html 301",
        "/paper/show.asp /paper/2026/0301/a.html 301",
        "/paper/%E4%B9%99.html /paper/2026/0302/b.html 301",
        "/paper/about-us.html /paper/about.html 301",
        "",
      ].join("\n"),
    );
  });

  test("of a withdrawn article does not tell its headline", () => {
    expect(site.value("redirect", "/乙.html").title).toBe("本文已撤稿");
  });

  test("of a draft is not there", () => {
    expect(routesOf(site.pages)).not.toContain("/hidden.html");
  });
});

test("more old addresses than _redirects may hold are a warning, and keep their pages", async () => {
  const aliases = Array.from({ length: 2001 }, (_, index) => `/old/${index}.html`);
  const site = await plan({
    "content/news/2026-03-01-a.md": article({ 标题: "甲", 旧网址: `[${aliases.join(", ")}]` }),
  });
  expect(told(site.diagnostics)).toEqual(["pages/too-many-redirects content/site.yaml"]);
  expect(site.text("/_redirects").trim().split("\n")).toHaveLength(2000);
  expect(routesOf(site.pages)).toContain("/old/2000.html");
});

test("the corrections page lists every correction, newest first", async () => {
  const site = await plan({
    "content/news/2026-03-02-a.md": article({
      标题: "甲",
      更正: "\n  - {日期: 2026-03-03, 内容: 一}\n  - {日期: 2026-03-05, 内容: 三}",
    }),
    "content/news/2026-03-01-b.md": article({ 标题: "乙", 更正: "[{日期: 2026-03-04, 内容: 二}]" }),
    "content/news/2026-03-01-c.md": article({
      标题: "丙",
      更正: "[{日期: 2026-03-06, 内容: 四}]",
      撤稿: "{日期: 2026-03-07, 原因: 有误}",
    }),
  });
  const { entries } = site.value("corrections", "/corrections/index.html");
  expect(entries.map(({ text, article }) => [text, article.title])).toEqual([
    ["三", "甲"],
    ["二", "乙"],
    ["一", "甲"],
  ]);
});

describe("the tags page", () => {
  test("lists tags by how many articles they have, then by name", async () => {
    const site = await plan({
      "content/tags.yaml": "青石区: {parent: 云河市}\n",
      "content/news/2026-03-01-a.md": article({ 标题: "甲", 标签: "[青石区, 民生]" }),
      "content/news/2026-03-02-b.md": article({ 标题: "乙", 标签: "[云河市, 交通]" }),
    });
    expect(site.value("tags", "/tags/index.html").tags).toEqual([
      { title: "云河市", url: `/tags/${encodeURIComponent("云河市")}/`, count: 2 },
      { title: "交通", url: `/tags/${encodeURIComponent("交通")}/`, count: 1 },
      { title: "民生", url: `/tags/${encodeURIComponent("民生")}/`, count: 1 },
      { title: "青石区", url: `/tags/${encodeURIComponent("青石区")}/`, count: 1 },
    ]);
  });
});

describe("the months page and the pages of months", async () => {
  const site = await plan({
    "content/news/2026-03-01-a.md": article({ 标题: "甲" }),
    "content/news/2026-01-01-b.md": article({ 标题: "乙" }),
    "content/news/2025-12-31-c.md": article({ 标题: "丙" }),
  });

  test("go by year and month, newest first", () => {
    const { years } = site.value("months", "/archive/index.html");
    expect(
      years.map(({ year, months }) => [year, months.map(({ title, count }) => `${title} ${count}`)]),
    ).toEqual([
      ["2026年", ["3月 1", "1月 1"]],
      ["2025年", ["12月 1"]],
    ]);
  });

  test("lead to the months beside them that have articles", () => {
    const month = site.value("archive", "/archive/2026/01/index.html");
    expect(month.title).toBe("2026年1月");
    expect(month.previous).toEqual({ title: "2025年12月", url: "/archive/2025/12/" });
    expect(month.next).toEqual({ title: "2026年3月", url: "/archive/2026/03/" });
  });
});

describe("the search page", () => {
  const engineOf = async (search: string) =>
    (await plan({ "content/site.yaml": SITE_YAML + search })).value("search", "/search/index.html").engine;

  test("sends the words as the last parameter of the fallback's address", async () => {
    expect(
      await engineOf("search: {fallback: 'https://s.example.com/find?site=x.example.com&q='}\n"),
    ).toEqual({
      action: "https://s.example.com/find",
      field: "q",
      hidden: [{ name: "site", value: "x.example.com" }],
      restriction: "site:news.example.com ",
    });
  });

  test("asks another engine for this site alone, unless its address does so already", async () => {
    const fallback = (address: string) => engineOf(`search: {fallback: '${address}'}\n`);
    expect((await fallback("https://s.example.com/?q="))?.restriction).toBe("site:news.example.com ");
    expect((await fallback("https://s.example.com/?d=news.example.com&q="))?.restriction).toBeUndefined();
  });

  test("offers the years that have visible articles, and the sections as they stand one in another", async () => {
    const site = await plan({
      "content/site.yaml": `${SITE_YAML}`,
      "content/news/_index.md": article({ 标题: "要闻", 顺序: "2" }),
      "content/news/区县/_index.md": article({ 标题: "区县" }),
      "content/life/_index.md": article({ 标题: "民生", 顺序: "1" }),
      "content/empty/_index.md": article({ 标题: "空" }),
      "content/news/区县/2025-12-31-a.md": article({ 标题: "甲" }),
      "content/life/2026-03-01-b.md": article({ 标题: "乙" }),
      "content/life/2024-03-01-c.md": article({ 标题: "丙", 草稿: "是" }),
    });
    expect(site.value("search", "/search/index.html").index).toEqual({
      engine: "/search/pagefind/pagefind.js",
      folder: "/search/",
      years: ["2026", "2025"],
      recent: undefined,
      all: "2026 2025",
      sections: [
        { title: "民生", value: "life" },
        { title: "要闻", value: "news" },
        { title: "\u3000区县", value: "news/%E5%8C%BA%E5%8E%BF".replace("/", "%2F") },
      ],
    });
  });

  test("searches the last three years first, where there are more", async () => {
    const years = ["2026", "2025", "2023", "2019"];
    const files = years.map((year) => [`content/news/${year}-01-01-a.md`, article({ 标题: year })]);
    const site = await plan({ "content/site.yaml": SITE_YAML, ...Object.fromEntries(files) });
    expect(site.value("search", "/search/index.html").index).toMatchObject({
      recent: "2026 2025 2023",
      all: "2026 2025 2023 2019",
    });
  });

  test("has no search of its own where site.yaml does without, or there is no article", async () => {
    const index = async (files: Files) => (await plan(files)).value("search", "/search/index.html").index;
    const one = { "content/news/2026-03-01-a.md": article({ 标题: "甲" }) };
    expect(
      await index({ ...one, "content/site.yaml": `${SITE_YAML}search: {index: false}\n` }),
    ).toBeUndefined();
    expect(await index({ "content/site.yaml": SITE_YAML })).toBeUndefined();
  });

  test("has no form without a fallback, and may be found by search engines", async () => {
    expect(await engineOf("")).toBeUndefined();
    const site = await plan({});
    expect(site.value("search", "/search/index.html").head.noindex).toBe(false);
  });
});

describe("older pages of a section", async () => {
  const newsroom = (days: readonly number[]): Files => ({
    "content/site.yaml": `${SITE_YAML}lists: {perPage: 2, hot: {count: 3}, latest: {count: 3}}\n`,
    "content/news/_index.md": article({ 标题: "要闻", 简介: "大事" }, "导语。"),
    "content/news/counties/2026-02-01-b.md": article({ 标题: "县里" }),
    ...Object.fromEntries(
      days.map((day) => [
        `content/news/2026-03-0${day}-a.md`,
        article({ 标题: `第${day}天`, ...(day === 1 ? { 置顶: "是" } : {}) }),
      ]),
    ),
  });
  const site = await plan(newsroom([1, 2, 3, 4, 5]));
  const titles = (route: string) => site.value("section", route).cards.map(({ title }) => title);

  test("are numbered from the oldest", () => {
    expect(titles("/news/page/1.html")).toEqual(["第1天", "县里"]);
    expect(titles("/news/page/2.html")).toEqual(["第3天", "第2天"]);
  });

  test("keep a pinned article in its place, which stands first on the index too", () => {
    expect(titles("/news/index.html")).toEqual(["第1天", "第5天", "第4天"]);
  });

  test("lead to the page before and to the index, and hold nothing that changes with other lists", () => {
    expect(site.value("section", "/news/page/2.html")).toMatchObject({
      pager: { label: "第 2 页", newer: "/news/", older: "/news/page/1.html" },
      subsections: [],
      description: undefined,
    });
    expect(site.value("section", "/news/page/2.html").body).toBeUndefined();
    expect(site.value("section", "/news/page/1.html").pager).toEqual({ label: "第 1 页", newer: "/news/" });
    expect(site.value("section", "/news/index.html")).toMatchObject({
      pager: { older: "/news/page/2.html" },
      subsections: [{ title: "counties", url: "/news/counties/" }],
      description: "大事",
    });
  });

  test("stand still when an article comes", async () => {
    const more = await plan(newsroom([1, 2, 3, 4, 5, 6]));
    const older = routesOf(site.pages).filter((route) => route.includes("/page/"));
    expect(older.length).toBeGreaterThan(2);
    for (const route of older) expect(more.page(route)).toEqual(site.page(route));
  });
});
