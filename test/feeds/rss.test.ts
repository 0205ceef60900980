import { describe, expect, it } from "vitest";
import { renderRss, toRfc822 } from "../../src/feeds/rss.ts";
import { readStrictly, readWithFeedparser, readWithRssParser } from "../support/feedClients.ts";
import {
  BODY_SHOWN,
  bodyOf,
  emptyFeed,
  entry,
  feed,
  HOSTILE_SHOWN,
  HOSTILE_TITLE_TO_FEEDPARSER,
} from "./sample.ts";

const xml = renderRss(feed, bodyOf);

describe("renderRss", () => {
  it("is well-formed to a strict parser, hostile text and all", () => {
    expect(() => readStrictly(xml)).not.toThrow();
  });

  it("gives feedparser the feed's own facts", async () => {
    const { meta } = await readWithFeedparser(xml);
    expect(meta).toMatchObject({
      "#type": "rss",
      "#version": "2.0",
      title: feed.title,
      description: feed.description,
      link: feed.home,
      xmlurl: feed.self,
      language: "zh-CN",
      copyright: feed.copyright,
      image: { url: feed.logo, title: feed.title },
      date: new Date("2026-02-10T00:00:00Z"),
    });
  });

  it("gives feedparser titles, dates, authors, categories and the full text", async () => {
    const { items } = await readWithFeedparser(xml);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      title: "脐橙丰收",
      guid: "tag:news.example.com,2026:economy/2026-02-09-oranges",
      link: "https://news.example.com/2026/0209/%E6%A9%99.html",
      pubdate: new Date("2026-02-09T02:30:05Z"),
      categories: ["民生", "交通"],
      description: `${BODY_SHOWN}<i>aa</i>`,
    });
  });

  it("gives feedparser hostile text unharmed", async () => {
    const { items } = await readWithFeedparser(xml);
    expect(items[1]).toMatchObject({
      title: HOSTILE_TITLE_TO_FEEDPARSER,
      author: HOSTILE_SHOWN,
      categories: [HOSTILE_SHOWN],
      link: "https://news.example.com/?a=1&b=2",
      enclosures: [{ url: "https://img.example.com/a.jpg?w=1&h=2", type: "image" }],
    });
    expect(items[1]?.description.endsWith(`${BODY_SHOWN}<i>bb</i>`)).toBe(true);
  });

  it("gives rss-parser the same", async () => {
    const { items, feedUrl, title } = await readWithRssParser(xml);
    expect({ feedUrl, title }).toEqual({ feedUrl: feed.self, title: feed.title });
    expect(items[0]).toMatchObject({
      title: "脐橙丰收",
      pubDate: "Mon, 09 Feb 2026 10:30:05 +0800",
      isoDate: "2026-02-09T02:30:05.000Z",
      categories: ["民生", "交通"],
      "content:encoded": `${BODY_SHOWN}<i>aa</i>`,
      contentSnippet: "果农笑了。",
    });
    expect(items[1]).toMatchObject({
      title: HOSTILE_SHOWN,
      creator: HOSTILE_SHOWN,
      categories: [HOSTILE_SHOWN],
    });
    expect(items[1]).toHaveProperty("source", HOSTILE_SHOWN);
  });

  it("holds a description that shows its markup as text to readers that take it for HTML", () => {
    const [, description = ""] = /<description>(“.*?)<\/description>/.exec(xml) ?? [];
    expect(description).toContain("&amp;lt;script&amp;gt;");
    expect(description).not.toContain("&lt;script");
  });

  it("names every reporter", () => {
    expect(xml.match(/<dc:creator>[张李].<\/dc:creator>/g)).toHaveLength(2);
  });

  it("marks an entry as updated only where it was", () => {
    const untouched = entry({ updated: "2026-02-09T10:30:05+08:00" });
    expect(renderRss({ ...feed, entries: [untouched] }, bodyOf)).not.toContain("atom:updated");
    expect(xml).toContain("<atom:updated>2026-02-10T08:00:00+08:00</atom:updated>");
  });

  it("has no address for a guid", () => {
    expect(xml).toContain('<guid isPermaLink="false">');
    expect(xml).not.toContain("<guid>");
  });

  it("is a valid channel without entries", async () => {
    const empty = renderRss(emptyFeed, bodyOf);
    readStrictly(empty);
    const { meta, items } = await readWithFeedparser(empty);
    expect(items).toEqual([]);
    expect(meta).toMatchObject({
      title: HOSTILE_TITLE_TO_FEEDPARSER,
      description: HOSTILE_TITLE_TO_FEEDPARSER,
      link: feed.home,
    });
    expect((await readWithRssParser(empty)).items).toEqual([]);
  });
});

describe("toRfc822", () => {
  it.each([
    ["2026-02-09T10:30:05+08:00", "Mon, 09 Feb 2026 10:30:05 +0800"],
    ["2026-02-08T23:59:59-03:30", "Sun, 08 Feb 2026 23:59:59 -0330"],
    ["2024-02-29T00:00:00Z", "Thu, 29 Feb 2024 00:00:00 +0000"],
    ["1999-12-31T00:00:00+00:00", "Fri, 31 Dec 1999 00:00:00 +0000"],
    ["1949-10-01T15:00:00+09:00", "Sat, 01 Oct 1949 15:00:00 +0900"],
  ])("writes %s as %s", (time, date) => {
    expect(toRfc822(time)).toBe(date);
    expect(Date.parse(date)).toBe(Date.parse(time));
  });

  it("throws on what is not RFC 3339", () => {
    expect(() => toRfc822("2026-02-09")).toThrow("2026-02-09");
  });
});
