import { describe, expect, test } from "vitest";
import type { Rails } from "../../src/model/page.ts";
import { type Planned, plan } from "../support/edition.ts";
import { article, type Files } from "../support/newsroom.ts";

const DAYS = ["2026-03-30", "2026-03-29", "2026-03-28", "2026-03-20", "2026-03-01"];

/** Five articles, t0 the newest; rails of three rows. */
function newsroom(lists: string): Files {
  const articles = DAYS.map((day, index) => [
    `content/news/${day}-a${index}.md`,
    article({ 标题: `t${index}`, 标签: `[独有${index}]` }),
  ]);
  return {
    "content/site.yaml": [
      "title: 报",
      "url: https://x.example.com/paper",
      "lists:",
      "  hot: {count: 3}",
      "  latest: {count: 3}",
      "  perPage: 1",
      ...lists.split("\n").map((line) => `  ${line}`),
      "",
    ].join("\n"),
    ...Object.fromEntries(articles),
  };
}

const routeOf = (index: number) => `/${DAYS[index]?.replace("-", "/").replace("-", "")}/a${index}.html`;
const railsOf = ({ value }: Planned, index: number): Rails | undefined =>
  value("article", routeOf(index)).rails;
const listed = (html: string | undefined) => [...(html ?? "").matchAll(/>(t\d)</g)].map(([, title]) => title);

describe("baked rails", async () => {
  const site = await plan(newsroom("rails: baked"));

  test("stand in every article's page, old ones too", () => {
    for (const index of DAYS.keys()) {
      const rails = railsOf(site, index);
      expect(rails?.latest).toMatchObject({ title: "最新文章", url: "/paper/latest/", rows: 3 });
      expect(rails?.hot).toMatchObject({ title: "热门文章", url: "/paper/hot/", rows: 3 });
      expect(rails?.latest?.fragment ?? rails?.hot?.fragment).toBeUndefined();
    }
  });

  test("leave an article out of its own page and still have the full count", () => {
    expect(listed(railsOf(site, 0)?.latest?.html)).toEqual(["t1", "t2", "t3"]);
    expect(listed(railsOf(site, 1)?.latest?.html)).toEqual(["t0", "t2", "t3"]);
    expect(listed(railsOf(site, 4)?.latest?.html)).toEqual(["t0", "t1", "t2"]);
    for (const index of DAYS.keys()) {
      const hot = listed(railsOf(site, index)?.hot?.html);
      expect(hot).toHaveLength(3);
      expect(hot).not.toContain(`t${index}`);
    }
  });

  test("are whole on the front page and in the fragments", () => {
    expect(listed(site.value("front", "/index.html").rails?.latest?.html)).toEqual(["t0", "t1", "t2"]);
    expect(site.value("rail-latest", "/fragments/latest.html").cards.map(({ title }) => title)).toEqual([
      "t0",
      "t1",
      "t2",
    ]);
    expect(site.value("rail-hot", "/fragments/hot.html").cards).toHaveLength(3);
  });

  test("are never baked into a list, whose older pages stand still", () => {
    for (const route of ["/latest/index.html", "/latest/page/1.html"]) {
      expect(site.value("latest", route).rails).toEqual({
        hot: { title: "热门文章", url: "/paper/hot/", rows: 3, fragment: "/paper/fragments/hot.html" },
        latest: {
          title: "最新文章",
          url: "/paper/latest/",
          rows: 3,
          fragment: "/paper/fragments/latest.html",
        },
      });
    }
  });
});

test("fetched rails name the fragment and hold no article", async () => {
  const site = await plan(newsroom("rails: fetch"));
  for (const index of DAYS.keys()) {
    expect(railsOf(site, index)).toEqual({
      hot: { title: "热门文章", url: "/paper/hot/", rows: 3, fragment: "/paper/fragments/hot.html" },
      latest: { title: "最新文章", url: "/paper/latest/", rows: 3, fragment: "/paper/fragments/latest.html" },
    });
  }
  expect(listed(site.value("front", "/index.html").rails?.latest?.html)).toEqual(["t0", "t1", "t2"]);
});

test.each([
  ["ssi", '<!--#include virtual="/paper/fragments/latest.html" -->'],
  ["esi", '<esi:include src="/paper/fragments/latest.html"/>'],
])("included rails are %s directives, on every page", async (syntax, directive) => {
  const site = await plan(newsroom(`rails: include\nincludeSyntax: ${syntax}`));
  const pages = [railsOf(site, 0), railsOf(site, 4), site.value("front", "/index.html").rails];
  for (const rails of [...pages, site.value("section", "/news/index.html").rails]) {
    expect(rails?.latest).toEqual({ title: "最新文章", url: "/paper/latest/", rows: 3, html: directive });
  }
});

describe("automatic rails", () => {
  const isBaked = async (lists: string) => {
    const site = await plan(newsroom(lists));
    return [...DAYS.keys()].map((index) => railsOf(site, index)?.latest?.html !== undefined);
  };

  test("are baked everywhere in a site of at most bakeUpTo articles", async () => {
    expect(await isBaked("bakeUpTo: 5")).toEqual([true, true, true, true, true]);
  });

  test("of a larger one are baked for bakeDays before the newest article", async () => {
    expect(await isBaked("bakeUpTo: 4\nbakeDays: 10")).toEqual([true, true, true, true, false]);
    expect(await isBaked("bakeUpTo: 4\nbakeDays: 9")).toEqual([true, true, true, false, false]);
  });

  test("do not depend on the moment of the build", async () => {
    const at = async (now: string) =>
      railsOf(await plan(newsroom("bakeUpTo: 4\nbakeDays: 2"), now), 2)?.latest?.html === undefined;
    expect(await at("2026-03-31T00:00:00+08:00")).toBe(await at("2027-01-01T00:00:00+08:00"));
  });
});

describe("a rail with nothing to list", () => {
  test("is not there, where its count is 0", async () => {
    const files = newsroom("rails: baked");
    const siteYaml = String(files["content/site.yaml"]).replace("hot: {count: 3}", "hot: {count: 0}");
    const site = await plan({ ...files, "content/site.yaml": siteYaml });
    expect(railsOf(site, 0)?.hot).toBeUndefined();
    expect(railsOf(site, 0)?.latest).toBeDefined();
    expect(site.pages.some(({ route }) => route === "/fragments/hot.html")).toBe(false);
  });

  test("is not there, where an article is the only one", async () => {
    const site = await plan({ "content/news/2026-03-30-a.md": article({ 标题: "独此一篇" }) });
    expect(site.value("article", "/2026/0330/a.html").rails).toBeUndefined();
  });

  test("is not there in a site without articles", async () => {
    const site = await plan({});
    expect(site.value("front", "/index.html").rails).toBeUndefined();
    expect(site.value("not-found", "/404.html").rails).toBeUndefined();
  });
});
