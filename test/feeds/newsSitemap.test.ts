import { Readable } from "node:stream";
import { parseSitemap } from "sitemap";
import { describe, expect, it } from "vitest";
import { renderNewsSitemap } from "../../src/feeds/newsSitemap.ts";
import { readStrictly, sitemapErrors } from "../support/feedClients.ts";
import { HOSTILE, HOSTILE_SHOWN } from "./sample.ts";

const publication = { name: "罗庄新闻", language: "zh-CN" };
const entry = { url: "https://news.example.com/?a=1&b=2", title: HOSTILE, date: "2026-02-09T10:30:05+08:00" };
const another = { url: "https://news.example.com/b.html", title: "乙", date: "2026-02-08T10:30:05+08:00" };

describe("renderNewsSitemap", () => {
  it("satisfies the schemas of sitemaps and of news", async () => {
    const xml = renderNewsSitemap(publication, [entry, another]);
    readStrictly(xml);
    expect(await sitemapErrors(xml)).toEqual([]);
    expect(await sitemapErrors(xml.replaceAll("zh-cn", "zh-CN"))).not.toEqual([]);
  });

  it("is read back by another program", async () => {
    const items = await parseSitemap(Readable.from([renderNewsSitemap(publication, [entry, another])]));
    expect(items).toMatchObject([
      {
        url: entry.url,
        news: {
          publication: { name: "罗庄新闻", language: "zh-cn" },
          publication_date: entry.date,
          title: HOSTILE_SHOWN,
        },
      },
      { url: another.url, news: { title: "乙" } },
    ]);
  });

  it("holds the first thousand entries at most", () => {
    const many = Array.from({ length: 1_001 }, (_, n) => ({
      ...another,
      url: `https://news.example.com/${n}.html`,
    }));
    const xml = renderNewsSitemap(publication, many);
    expect(xml.match(/<url>/g)).toHaveLength(1_000);
    expect(xml).not.toContain("/1000.html");
  });

  it.each([
    ["zh-CN", "zh-cn"],
    ["zh", "zh-cn"],
    ["zh-Hans-HK", "zh-cn"],
    ["zh-Hant", "zh-tw"],
    ["zh-TW", "zh-tw"],
    ["en-GB", "en"],
    ["bo", "bo"],
  ])("writes the language %s as %s", (language, form) => {
    const xml = renderNewsSitemap({ ...publication, language }, [another]);
    expect(xml).toContain(`<news:language>${form}</news:language>`);
  });
});
