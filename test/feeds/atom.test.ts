import { describe, expect, it } from "vitest";
import { renderAtom } from "../../src/feeds/atom.ts";
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

const xml = renderAtom(feed, bodyOf);

describe("renderAtom", () => {
  it("is well-formed to a strict parser, hostile text and all", () => {
    expect(() => readStrictly(xml)).not.toThrow();
  });

  it("gives feedparser the feed's own facts", async () => {
    const { meta } = await readWithFeedparser(xml);
    expect(meta).toMatchObject({
      "#type": "atom",
      "#version": "1.0",
      title: feed.title,
      description: feed.description,
      link: feed.home,
      xmlurl: feed.self,
      author: feed.publisher,
      copyright: feed.copyright,
      image: { url: feed.logo },
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
      date: new Date("2026-02-10T00:00:00Z"),
      categories: ["民生", "交通"],
      summary: "果农笑了。",
      description: `${BODY_SHOWN}<i>aa</i>`,
    });
  });

  it("gives feedparser hostile text unharmed", async () => {
    const { items } = await readWithFeedparser(xml);
    expect(items[1]).toMatchObject({
      title: HOSTILE_TITLE_TO_FEEDPARSER,
      author: HOSTILE_SHOWN,
      summary: HOSTILE_SHOWN,
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
      author: "张三",
      isoDate: "2026-02-09T02:30:05.000Z",
      content: `${BODY_SHOWN}<i>aa</i>`,
      summary: "果农笑了。",
    });
    expect(items[1]).toMatchObject({ title: HOSTILE_SHOWN, author: HOSTILE_SHOWN, summary: HOSTILE_SHOWN });
  });

  it("names every reporter, and the source by a link", () => {
    expect(xml).toContain("<name>张三</name>");
    expect(xml).toContain("<name>李四</name>");
    expect(xml).toContain('<link href="https://example.org/?a=1&amp;b=2" rel="via" title="');
  });

  it("leaves an entry without names to the feed's author, and the feed without a publisher to its title", () => {
    const nameless = renderAtom({ ...feed, entries: [entry({ authors: [] })] }, bodyOf);
    expect(nameless.match(/<author>/g)).toHaveLength(1);
    expect(renderAtom(emptyFeed, bodyOf)).toContain("<author><name>“快讯”");
  });

  it("is valid without entries, and dated to an instant that no build moves", async () => {
    const empty = renderAtom(emptyFeed, bodyOf);
    readStrictly(empty);
    const { meta, items } = await readWithFeedparser(empty);
    expect(items).toEqual([]);
    expect(meta).toMatchObject({ title: HOSTILE_TITLE_TO_FEEDPARSER, date: new Date(0) });
    expect((await readWithRssParser(empty)).items).toEqual([]);
  });
});
