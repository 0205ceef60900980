import { describe, expect, test } from "vitest";
import { absoluteUrl, hrefOf, toRoute } from "../../src/model/route.ts";
import { aliasRoute, articleRoute } from "../../src/pages/routes.ts";
import { article as articleValue } from "../ranking/articles.ts";
import { compose, plan, told } from "../support/edition.ts";
import { article, type Files, SITE_YAML } from "../support/newsroom.ts";

const A = "content/news/2026-02-09-a.md";
const B = "content/news/2026-02-09-b.md";

describe("articleRoute", () => {
  const written = articleValue("news/counties/rain", "2026-02-09T10:30", { slug: "rain" });
  test.each([
    ["/:year/:month:day/:slug.html", "/2026/0209/rain.html"],
    ["/:section/:slug.html", "/news/counties/rain.html"],
    ["/html/:year-:month-:day/:slug.html", "/html/2026-02-09/rain.html"],
    ["/:slug/", "/rain/index.html"],
    ["/a/:slug:slug.html", "/a/rainrain.html"],
  ])("fills %s in as %s", (pattern, route) => {
    const { edition } = { edition: { permalinks: { article: pattern } } };
    expect(articleRoute(written, edition as Parameters<typeof articleRoute>[1])).toBe(route);
  });

  test("takes the day in the site's zone, not in UTC", async () => {
    const { edition } = await plan({ [A]: article({ 标题: "早", 日期: "2026-02-08T23:30:00Z" }) });
    expect([...edition.routes.articles.values()]).toEqual(["/2026/0209/a.html"]);
  });
});

describe("an address", () => {
  const route = toRoute("2026/0209/“寒潮” 来了.html");
  test("is percent-encoded below the base path", () => {
    expect(hrefOf("/paper", route)).toBe(
      "/paper/2026/0209/%E2%80%9C%E5%AF%92%E6%BD%AE%E2%80%9D%20%E6%9D%A5%E4%BA%86.html",
    );
  });

  test("of an index ends in the folder's slash", () => {
    expect(hrefOf("", toRoute("index.html"))).toBe("/");
    expect(hrefOf("/paper", toRoute("news/index.html"))).toBe("/paper/news/");
    expect(hrefOf("", toRoute("news/reindex.html"))).toBe("/news/reindex.html");
  });

  test("in full has the origin before the base path", () => {
    expect(absoluteUrl({ origin: "https://x.example.com", basePath: "/paper" }, toRoute("a.html"))).toBe(
      "https://x.example.com/paper/a.html",
    );
  });

  test.each(["../a.html", "a//b.html", "a/./b", "a\\b", ""])("is never made of %j", (path) => {
    expect(() => toRoute(path)).toThrow("not a route");
  });

  test("is NFC on disk, however the slug was typed", async () => {
    const { edition, page } = await plan({ [A]: article({ 标题: "咖", 网址: "cafe\u0301" }) });
    expect([...edition.routes.articles.values()]).toEqual(["/2026/0209/caf\u00e9.html"]);
    expect(page("/2026/0209/caf\u00e9.html").kind).toBe("template");
  });
});

describe("aliasRoute", () => {
  test.each([
    ["/old", "/old/index.html", true],
    ["/old/", "/old/index.html", true],
    ["/html/1.html", "/html/1.html", true],
    ["/html/1.HTM", "/html/1.HTM", true],
    ["/show.asp", "/show.asp", false],
    ["/2026.02/9", "/2026.02/9/index.html", true],
  ])("reads %s as %s, with a page of its own: %s", (alias, from, hasPage) => {
    expect(aliasRoute(alias)).toEqual({ from, hasPage });
  });
});

describe("the base path", () => {
  test("stands before every link, and not before files on disk", async () => {
    const { pages, value } = await plan({
      "content/site.yaml": "title: 报\nurl: https://x.example.com/paper/\n",
      [A]: article({ 标题: "雨", 标签: "[天气]" }),
    });
    const { head, tags, breadcrumb, navigation, share } = value("article", "/2026/0209/a.html");
    expect(head.canonical).toBe("https://x.example.com/paper/2026/0209/a.html");
    expect(share.url).toBe(head.canonical);
    const links = [...tags, ...breadcrumb, ...navigation, ...head.feeds].map(({ url }) => url);
    expect(links.filter((url) => !url.startsWith("/paper/"))).toEqual([]);
    expect(pages.filter(({ route }) => route.startsWith("/paper"))).toEqual([]);
  });
});

/** Each case is two claims to one address: the problem stands at the second and names the first. */
const CLASHES: Readonly<Record<string, { files: Files; at: string; names: string | undefined }>> = {
  "two articles": {
    files: { [A]: article({ 标题: "雨" }), [B]: article({ 标题: "雪", 网址: "a" }) },
    at: B,
    names: A,
  },
  "two articles but for case": {
    files: { [A]: article({ 标题: "雨" }), [B]: article({ 标题: "雪", 网址: "A" }) },
    at: B,
    names: A,
  },
  "an article and a draft": {
    files: { [A]: article({ 标题: "雨", 草稿: "是" }), [B]: article({ 标题: "雪", 网址: "a" }) },
    at: B,
    names: A,
  },
  "an article and an alias": {
    files: { [A]: article({ 标题: "雨" }), [B]: article({ 标题: "雪", 旧网址: "/2026/0209/a.html" }) },
    at: B,
    names: A,
  },
  "two aliases": {
    files: {
      [A]: article({ 标题: "雨", 旧网址: "/old/" }),
      [B]: article({ 标题: "雪", 旧网址: "/old" }),
    },
    at: B,
    names: A,
  },
  "an article and a page of the site itself": {
    files: {
      "content/site.yaml": `${SITE_YAML}permalinks:\n  article: /:slug/\n`,
      [A]: article({ 标题: "雨", 网址: "news" }),
    },
    at: A,
    names: undefined,
  },
  "a plain page and a page of the site itself": {
    files: { "content/pages/404.md": article({ 标题: "丢了" }) },
    at: "content/pages/404.md",
    names: undefined,
  },
  "a plain page and a file of static": {
    files: { "content/pages/about.md": article({ 标题: "关于" }), "content/static/about.html": "x" },
    at: "content/pages/about.md",
    names: "content/static/about.html",
  },
  "a file of static and a section's feed": {
    files: { [A]: article({ 标题: "雨" }), "content/static/news/feed.xml": "x" },
    at: "content/static/news/feed.xml",
    names: undefined,
  },
  "a file of static and the sitemap's first file": {
    files: { "content/static/sitemap-1.xml": "x" },
    at: "content/static/sitemap-1.xml",
    names: undefined,
  },
  "a file of static and a section's folder": {
    files: { [A]: article({ 标题: "雨" }), "content/static/news": "x" },
    at: "content/static/news",
    names: undefined,
  },
  "an alias below another article's file": {
    files: { [A]: article({ 标题: "雨" }), [B]: article({ 标题: "雪", 旧网址: "/2026/0209/a.html/print" }) },
    at: B,
    names: A,
  },
};

describe("a clash", () => {
  test.each(Object.entries(CLASHES))("of %s is an error that names both files", async (_, clash) => {
    const { forme, diagnostics } = await compose(clash.files);
    expect(forme).toBeUndefined();
    expect(told(diagnostics)).toEqual([`pages/route-clash ${clash.at}`]);
    const { zh, en } = diagnostics[0]?.message ?? { zh: "", en: "" };
    expect(zh).toContain(clash.names ?? "已经被网站自己的页面占用");
    expect(en).toContain(clash.names ?? "taken by a page of the site itself");
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });

  test("with an old address goes away with it", async () => {
    const old = article({ 标题: "雪", 旧网址: "/2026/0209/a.html" });
    const { diagnostics } = await compose({ [A]: article({ 标题: "雨" }), [B]: old });
    expect(diagnostics.map(({ hint }) => hint.zh)).toEqual(["删掉这个旧网址"]);
  });

  test("stands at the line of the slug or alias that makes it", async () => {
    const { diagnostics } = await compose({
      [A]: article({ 标题: "雨" }),
      [B]: article({ 标题: "雪", 旧网址: "/2026/0209/a.html" }),
    });
    expect(diagnostics[0]).toMatchObject({ file: B, line: 3 });
  });

  test("of two forms of one article, a file and a folder, is told as one id", async () => {
    const { diagnostics } = await compose({
      [A]: article({ 标题: "雨" }),
      "content/news/2026-02-09-a/index.md": article({ 标题: "雨" }),
    });
    expect(told(diagnostics)).toContain("pages/id-clash content/news/2026-02-09-a/index.md");
    expect(diagnostics.find(({ code }) => code === "pages/id-clash")?.message.zh).toContain(A);
  });

  test("is none where only a folder's name is shared", async () => {
    const { diagnostics } = await compose({
      [A]: article({ 标题: "雨", 旧网址: "/2026/0209/a" }),
      "content/static/2026/0209/a.pdf": "x",
      "content/static/news/logo.pdf": "x",
    });
    expect(told(diagnostics)).toEqual([]);
  });
});

describe("a section's name", () => {
  test.each([
    "tags",
    "latest",
    "hot",
    "archive",
    "authors",
    "corrections",
    "search",
    "page",
    "fragments",
    "assets",
  ])("is refused where it is “%s”, which the site itself uses", async (name) => {
    const { forme, diagnostics } = await compose({
      [`content/${name}/2026-02-09-a.md`]: article({ 标题: "雨" }),
    });
    expect(forme).toBeUndefined();
    expect(told(diagnostics)).toContain(`pages/reserved-section content/${name}`);
  });

  test("is refused with a draft in it, and in capitals", async () => {
    const { diagnostics } = await compose({
      "content/Hot/2026-02-09-a.md": article({ 标题: "雨", 草稿: "是" }),
    });
    expect(told(diagnostics)).toEqual(["pages/reserved-section content/Hot"]);
  });

  test("may not differ from another's in case alone", async () => {
    const { diagnostics } = await compose({
      "content/News/2026-03-01-a.md": article({ 标题: "甲" }),
      "content/news/2026-03-02-b.md": article({ 标题: "乙" }),
      "content/news/City/2026-03-02-c.md": article({ 标题: "丙" }),
    });
    expect(told(diagnostics)).toEqual(["pages/twin-section content/news"]);
  });

  test("may be a reserved one below another section, but for “page”", async () => {
    const { diagnostics } = await compose({
      "content/news/hot/2026-02-09-a.md": article({ 标题: "雨" }),
      "content/news/page/2026-02-09-b.md": article({ 标题: "雪" }),
    });
    expect(told(diagnostics)).toEqual(["pages/reserved-section content/news/page"]);
  });
});
