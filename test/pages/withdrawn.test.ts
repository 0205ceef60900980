import { describe, expect, test } from "vitest";
import { plan, routesOf } from "../support/edition.ts";
import { article, makeNewsroom } from "../support/newsroom.ts";

const PATH = "content/news/counties/2026-03-02-b.md";
const FILES = {
  "content/news/_index.md": article({ 标题: "要闻" }),
  "content/news/2026-03-01-a.md": article({ 标题: "甲", 相关: "b" }, "[看乙](counties/2026-03-02-b.md)"),
  [PATH]: article(
    {
      标题: "不实之题",
      摘要: "不实之摘要",
      标签: "[不实之签]",
      记者: "不实之名",
      撤稿: "{日期: 2026-03-05 18:00, 原因: 核心事实有误}",
    },
    "不实之文。",
  ),
};

describe("a withdrawn article", async () => {
  const site = await plan(FILES);

  test("keeps its address with the date and the reason", () => {
    expect(site.value("withdrawn", "/2026/0302/b.html")).toMatchObject({
      title: "本文已撤稿",
      reason: "核心事实有误",
      date: { text: "2026-03-05 18:00", iso: "2026-03-05T18:00:00+08:00" },
      head: { noindex: true, title: "本文已撤稿 - 云河新闻网" },
    });
  });

  test("says nothing of what it said, on its own page and on every other", async () => {
    const room = makeNewsroom(FILES);
    expect((await room.build()).code).toBe(0);
    expect(room.page("/2026/0302/b.html")).toContain("核心事实有误");
    for (const [route, bytes] of room.site()) {
      expect(Buffer.from(bytes, "latin1").toString(), route).not.toContain("不实之");
    }
  });

  test("stands in no sitemap, feed or list, and makes no section, tag or author", () => {
    const linking = ["/2026/0301/a.html", "/2026/0302/b.html"];
    const lists = site.pages.filter(({ kind, route }) => kind !== "feed" && !linking.includes(route));
    expect(
      lists.filter((page) => JSON.stringify(page).includes("/2026/0302/")).map(({ route }) => route),
    ).toEqual([]);
    expect(site.feed("/feed.xml").entries.map(({ title }) => title)).toEqual(["甲"]);
    expect(routesOf(site.pages).filter((route) => /counties|tags\/.|authors\/./.test(route))).toEqual([
      "/tags/index.html",
    ]);
  });

  test("is still where an editor's own link leads: the reader finds the notice", () => {
    expect(site.edition.slots.get("news/2026-03-01-a.md")).toEqual([
      { kind: "link", href: "/2026/0302/b.html" },
    ]);
    expect(site.diagnostics).toEqual([]);
  });

  test("goes altogether when it expires", async () => {
    const { pages } = await plan({
      [PATH]: article({ 标题: "甲", 下线时间: "2026-03-20", 撤稿: "{日期: 2026-03-05, 原因: 有误}" }),
    });
    expect(routesOf(pages)).not.toContain("/2026/0302/b.html");
  });
});
