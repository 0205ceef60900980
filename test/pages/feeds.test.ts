import { describe, expect, test } from "vitest";
import { plan } from "../support/edition.ts";
import { article, type Files } from "../support/newsroom.ts";
import { svg } from "../support/pictures.ts";

const FILES: Files = {
  "content/site.yaml": [
    "title: 云河新闻网",
    "url: https://x.example.com/paper",
    "copyright: 版权所有",
    "publisher: {name: 云河市融媒体中心, logo: /favicon.svg}",
    "feeds: {items: 2}",
    "",
  ].join("\n"),
  "content/sources.yaml":
    "- name: 澜江日报（示例）\n  url: https://lanjiang.example.com/\n  aliases: [澜江日报]\n",
  "content/news/_index.md": article({ 标题: "要闻", 简介: "全市大事" }),
  "content/news/2026-03-01-old.md": article({ 标题: "旧闻" }),
  "content/news/2026-03-02-plain.md": article({ 标题: "素稿", 日期: "2026-03-02 08:00" }),
  "content/news/2026-03-03-full/index.md": article(
    {
      标题: "全项",
      日期: "2026-03-03 09:30",
      更新: "2026-03-04 10:00",
      记者: "[林晓禾, 周以安]",
      标签: "[民生, 镜湖]",
      来源: "澜江日报",
      摘要: "一句话。",
      题图: "cover.svg",
      AI生成: "是",
      更正: "\n  - 日期: 2026-03-05 11:00\n    内容: 人数应为三人",
    },
    "[上一篇](../2026-03-02-plain.md) 与 ![图](inner.svg)",
  ),
  "content/news/2026-03-03-full/cover.svg": svg(8, 6),
  "content/news/2026-03-03-full/inner.svg": svg(2, 2),
  "content/life/2026-01-01-life.md": article({ 标题: "民生" }),
};

describe("the site's feed", async () => {
  const site = await plan(FILES);
  const feed = site.feed("/feed.xml");

  test("describes itself with absolute addresses", () => {
    expect({ ...feed, entries: [] }).toEqual({
      title: "云河新闻网",
      description: "云河新闻网",
      language: "zh-CN",
      home: "https://x.example.com/paper/",
      self: "https://x.example.com/paper/feed.xml",
      updated: "2026-03-05T11:00:00+08:00",
      publisher: "云河市融媒体中心",
      copyright: "版权所有",
      logo: "https://x.example.com/paper/favicon.svg",
      entries: [],
    });
  });

  test("holds the newest articles, as many as site.yaml says", () => {
    expect(feed.entries.map(({ title }) => title)).toEqual(["全项", "素稿"]);
  });

  test("holds all that a reader of it must see", () => {
    const [entry] = feed.entries;
    expect(entry).toMatchObject({
      id: "tag:x.example.com,2000:news/2026-03-03-full",
      url: "https://x.example.com/paper/2026/0303/full.html",
      published: "2026-03-03T09:30:00+08:00",
      updated: "2026-03-05T11:00:00+08:00",
      summary: "一句话。",
      authors: ["林晓禾", "周以安"],
      tags: ["民生", "镜湖"],
      source: { name: "澜江日报（示例）", url: undefined },
      corrections: [{ date: "2026-03-05T11:00:00+08:00", text: "人数应为三人" }],
      aigc: "本文含有人工智能生成的内容",
    });
    expect(entry?.image).toMatch(
      /^https:\/\/x\.example\.com\/paper\/assets\/media\/cover\.[0-9a-f]{10}\.svg$/,
    );
  });

  test("leads from the text to absolute addresses", () => {
    const slots = feed.entries[0]?.body.slots;
    expect(slots).toMatchObject([
      { kind: "link", href: "https://x.example.com/paper/2026/0302/plain.html" },
      {
        kind: "picture",
        src: expect.stringMatching(/^https:\/\/x\.example\.com\/paper\/assets\/media\/inner\./),
      },
    ]);
  });

  test("is the same in three formats but for its own address", () => {
    for (const route of ["/atom.xml", "/feed.json"]) {
      expect(site.feed(route)).toEqual({ ...feed, self: `https://x.example.com/paper${route}` });
    }
  });
});

describe("a section's feed", async () => {
  const site = await plan(FILES);

  test("holds that section and is named for it", () => {
    expect(site.feed("/news/feed.xml")).toMatchObject({
      title: "要闻 - 云河新闻网",
      description: "全市大事",
      home: "https://x.example.com/paper/news/",
      self: "https://x.example.com/paper/news/feed.xml",
    });
    expect(site.feed("/life/feed.xml").entries.map(({ title }) => title)).toEqual(["民生"]);
  });

  test("of a section without articles is there, empty and without a date", async () => {
    const { feed } = await plan({ "content/sports/_index.md": article({ 标题: "体育" }) });
    expect(feed("/sports/feed.xml")).toMatchObject({ entries: [], updated: undefined });
  });
});

test("an entry's id stays when the site's address gets a path or a port, or the article another date", async () => {
  const idAt = async (url: string, frontMatter: Record<string, string> = {}) => {
    const site = await plan({
      "content/site.yaml": `title: 报\nurl: ${url}\n`,
      "content/a/2026-03-01-x.md": article({ 标题: "雨", ...frontMatter }),
    });
    return site.feed("/feed.xml").entries[0]?.id;
  };
  const id = await idAt("https://x.example.com");
  expect(await idAt("https://x.example.com/paper/")).toBe(id);
  expect(await idAt("http://x.example.com:8080")).toBe(id);
  expect(await idAt("https://x.example.com", { 日期: "2026-03-02" })).toBe(id);
});
