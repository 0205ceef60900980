import { Readable } from "node:stream";
import { parseSitemap, parseSitemapIndex } from "sitemap";
import { describe, expect, it } from "vitest";
import { renderSitemaps, type SitemapEntry } from "../../src/feeds/sitemap.ts";
import { readStrictly, sitemapErrors } from "../support/feedClients.ts";

const fileUrl = (n: number) => `https://news.example.com/sitemaps/${n}.xml`;
const entries: readonly SitemapEntry[] = [
  { url: "https://news.example.com/?a=1&b=<2>\u0001", lastmod: "2026-02-09T10:30:05+08:00" },
  { url: "https://news.example.com/%E6%A9%99.html", lastmod: "2026-02-09T03:30:05Z" },
  { url: "https://news.example.com/about.html" },
  { url: "https://news.example.com/b.html", lastmod: "2026-02-08" },
  { url: "https://news.example.com/c.html" },
];

function locations(file: string): readonly string[] {
  return [...file.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = ""]) => url);
}

describe("renderSitemaps", () => {
  it("satisfies the protocol's schema in the files and in the index", async () => {
    const { index, files } = renderSitemaps(entries, fileUrl);
    expect(files).toHaveLength(1);
    for (const xml of [index, ...files]) {
      readStrictly(xml);
      expect(await sitemapErrors(xml)).toEqual([]);
    }
  });

  it("is checked by a schema that refuses what it must", async () => {
    const { index, files } = renderSitemaps(entries, fileUrl);
    expect(await sitemapErrors(files.join("").replaceAll("loc>", "lok>"))).not.toEqual([]);
    expect(await sitemapErrors(index.replace("2026-", "soon-"))).not.toEqual([]);
  });

  it("is read back by another program, entries in the order given", async () => {
    const { index, files } = renderSitemaps(entries, fileUrl);
    const items = await parseSitemap(Readable.from(files));
    expect(items.map(({ url }) => url)).toEqual([
      "https://news.example.com/?a=1&b=<2>",
      ...entries.slice(1).map(({ url }) => url),
    ]);
    expect(await parseSitemapIndex(Readable.from([index]))).toMatchObject([{ url: fileUrl(1) }]);
  });

  it("starts a new file after so many addresses", () => {
    const { index, files } = renderSitemaps(entries, fileUrl, { urls: 2, bytes: 1_000_000 });
    expect(files.map((file) => locations(file).length)).toEqual([2, 2, 1]);
    expect(files.flatMap(locations)).toHaveLength(entries.length);
    expect(locations(index)).toEqual([1, 2, 3].map(fileUrl));
  });

  it("fills a file to its last byte, counted as UTF-8, and never beyond", () => {
    const urls = ["橙", "橘", "柚"].map((name) => ({ url: `https://news.example.com/${name}.html` }));
    const whole = Buffer.byteLength(renderSitemaps(urls, fileUrl).files.join(""));
    const sizes = (bytes: number) => {
      const { files } = renderSitemaps(urls, fileUrl, { urls: 50_000, bytes });
      return files.map((file) => Buffer.byteLength(file));
    };
    expect(sizes(whole)).toEqual([whole]);
    expect(sizes(whole - 1)).toHaveLength(2);
    expect(Math.max(...sizes(whole - 1))).toBeLessThan(whole);
  });

  it("gives an entry that alone is too large a file of its own", () => {
    const { files } = renderSitemaps(entries, fileUrl, { urls: 10, bytes: 1 });
    expect(files.map((file) => locations(file).length)).toEqual([1, 1, 1, 1, 1]);
  });

  it("keeps the protocol's limits unless told otherwise", () => {
    const many = Array.from({ length: 50_001 }, (_, n) => ({ url: `https://news.example.com/${n}.html` }));
    const { files } = renderSitemaps(many, fileUrl);
    expect(files.map((file) => locations(file).length)).toEqual([50_000, 1]);
    const long = Array.from({ length: 30_000 }, (_, n) => ({
      url: `https://news.example.com/${"a".repeat(1_900)}${n}`,
    }));
    const sizes = renderSitemaps(long, fileUrl).files.map((file) => Buffer.byteLength(file));
    expect(sizes).toHaveLength(2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(52_428_800);
  });

  it("dates a file by its newest entry as an instant, and not at all where no entry has a date", () => {
    const { index } = renderSitemaps(entries, fileUrl, { urls: 4, bytes: 1_000_000 });
    expect([...index.matchAll(/<lastmod>(.*?)<\/lastmod>/g)].map(([, date]) => date)).toEqual([
      "2026-02-09T03:30:05Z",
    ]);
    expect(index.indexOf("<lastmod>")).toBeLessThan(index.indexOf(fileUrl(2)));
  });

  it("is an empty index without entries", () => {
    const { index, files } = renderSitemaps([], fileUrl);
    readStrictly(index);
    expect(files).toEqual([]);
    expect(locations(index)).toEqual([]);
  });
});
