import { Readable } from "node:stream";
import type { Root } from "hast";
import { parseSitemap } from "sitemap";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Article } from "../../src/model/article.ts";
import { absoluteUrl } from "../../src/model/route.ts";
import { articleRoute } from "../../src/pages/routes.ts";
import {
  readStrictly,
  readWithFeedparser,
  readWithRssParser,
  sitemapErrors,
} from "../support/feedClients.ts";
import { headersOf, readRules } from "../support/hostRules.ts";
import { findAll, parseHtml } from "../support/html.ts";
import { printSample, routesEnding, type SampleSite, textAt } from "../support/sampleSite.ts";
import { addressesIn, follow, idsIn } from "./addresses.ts";

/** What a feed must say of each entry: checked against the library. */
interface Entry {
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly epoch: number | undefined;
}

interface ExpectedFeed {
  readonly route: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

let site: SampleSite;
/** Every feed in XML, with what must be in it. */
let feeds: readonly ExpectedFeed[];

beforeAll(async () => {
  site = await printSample();
  const { desk, edition } = site.forme;
  const ofSite = desk.library.visible.slice(0, edition.site.feeds.items).map(entryOf);
  const ofSections = [...edition.sections.values()].map(({ path, title, articles }) => ({
    route: `/${path}/feed.xml`,
    title: `${title} - ${edition.site.title}`,
    entries: articles
      .slice(0, edition.site.feeds.items)
      .flatMap((index) => desk.library.visible[index] ?? [])
      .map(entryOf),
  }));
  feeds = [
    ...["/feed.xml", "/atom.xml"].map((route) => ({ route, title: edition.site.title, entries: ofSite })),
    ...ofSections,
  ];
}, 120_000);

function entryOf(article: Article): Entry {
  return { title: article.title, url: urlOf(article), epoch: article.date.epoch };
}

function urlOf(article: Article): string {
  const { site: settings } = site.forme.edition;
  return absoluteUrl(settings, articleRoute(article, settings));
}

describe("the XML files of the sample site", () => {
  it("are well-formed to a strict parser, each of them", () => {
    const routes = routesEnding(site, ".xml", ".svg");
    expect(routes.length).toBeGreaterThan(20);
    for (const route of routes) readStrictly(textAt(site, route));
  });
});

describe("the feeds of the sample site", () => {
  it("are one for each section besides the site's", () => {
    expect(feeds.map(({ route }) => route).toSorted()).toEqual(routesEnding(site, "/feed.xml", "/atom.xml"));
    expect(feeds.length).toBe(2 + 17);
    expect(feeds.every(({ entries }) => entries.length > 0)).toBe(true);
  });

  it("are read back by feedparser: titles, addresses and dates are the library's", async () => {
    for (const { route, title, entries } of feeds) {
      const { meta, items } = await readWithFeedparser(textAt(site, route));
      const read = items.map((item) => ({
        title: item.title,
        url: item.link,
        epoch: item.pubdate?.getTime(),
      }));
      expect({ route, title: meta.title, read }).toEqual({ route, title, read: entries });
      expect(new Set(items.map(({ guid }) => guid)).size).toBe(items.length);
    }
  });

  it("are read back by rss-parser the same", async () => {
    for (const { route, title, entries } of feeds) {
      const feed = await readWithRssParser(textAt(site, route));
      const read = feed.items.map((item) => ({
        title: item.title,
        url: item.link,
        epoch: Date.parse(item.isoDate ?? ""),
      }));
      expect({ route, title: feed.title, read }).toEqual({ route, title, read: entries });
    }
  });

  it("are a JSON Feed too, with the fields of version 1.1", () => {
    const zoned = z.iso.datetime({ offset: true });
    const item = z.strictObject({
      id: z.string().min(1),
      url: z.url(),
      external_url: z.url().optional(),
      title: z.string().min(1),
      content_html: z.string().min(1),
      summary: z.string().min(1).optional(),
      image: z.url().optional(),
      date_published: zoned,
      date_modified: zoned,
      authors: z
        .array(z.strictObject({ name: z.string().min(1) }))
        .min(1)
        .optional(),
      tags: z.array(z.string().min(1)).min(1).optional(),
    });
    const feed = z.strictObject({
      version: z.literal("https://jsonfeed.org/version/1.1"),
      title: z.literal(site.forme.edition.site.title),
      home_page_url: z.literal("https://news.yunhe.example.com/"),
      feed_url: z.literal("https://news.yunhe.example.com/feed.json"),
      description: z.string().min(1),
      icon: z.url(),
      authors: z.array(z.strictObject({ name: z.string().min(1) })).length(1),
      language: z.literal("zh-CN"),
      items: z.array(item),
    });
    const { items } = feed.parse(JSON.parse(textAt(site, "/feed.json")));
    const read = items.map(({ title, url, date_published: date }) => ({
      title,
      url,
      epoch: Date.parse(date),
    }));
    expect(read).toEqual(feeds[0]?.entries);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it("hold addresses that work away from the site, and no empty text", async () => {
    for (const { route } of feeds.filter(({ route }) => !route.startsWith("/atom"))) {
      const { items } = await readWithRssParser(textAt(site, route));
      for (const item of items) {
        const text = parseHtml(item["content:encoded"]);
        expect(text.children.length).toBeGreaterThan(0);
        expect([route, deadAddresses(text)]).toEqual([route, []]);
      }
    }
  });
});

/** Addresses in a feed's text that are relative, or lead to no file of the site; a footnote's leads to a place in the text itself. */
function deadAddresses(text: Root): string[] {
  const places = idsIn(text).map((id) => `#${id}`);
  return addressesIn(text).flatMap(({ written }) => {
    if (places.includes(written)) return [];
    if (!/^(?:https?|mailto|tel):/.test(written)) return [written];
    const target = follow(written, "/", site);
    return target.kind === "file" && !site.files.has(target.route) ? [written] : [];
  });
}

describe("the sitemaps of the sample site", () => {
  it("satisfy the protocol's schema, and the news sitemap its own", async () => {
    const routes = routesEnding(site, ".xml").filter((route) => route.includes("sitemap"));
    expect(routes).toEqual(["/news-sitemap.xml", "/sitemap-1.xml", "/sitemap.xml"]);
    for (const route of routes)
      expect([route, await sitemapErrors(textAt(site, route))]).toEqual([route, []]);
  }, 60_000);

  it("name the articles of the last two days as news, and no older ones", async () => {
    const items = await parseSitemap(Readable.from([textAt(site, "/news-sitemap.xml")]));
    const { desk, edition } = site.forme;
    const recent = desk.library.visible.filter(({ date }) => edition.now - date.epoch <= 2 * 86_400_000);
    expect(recent.length).toBeGreaterThan(3);
    expect(items.map(({ url, news }) => ({ url, ...news }))).toEqual(
      recent.map((article) => ({
        url: urlOf(article),
        publication: { name: edition.site.title, language: "zh-cn" },
        publication_date: `${article.date.local}${article.date.offset}`,
        title: article.title,
      })),
    );
  });

  it("date an article by its last change", async () => {
    const items = await parseSitemap(Readable.from([textAt(site, "/sitemap-1.xml")]));
    const dates = new Map(items.map(({ url, lastmod }) => [url, lastmod]));
    for (const article of site.forme.desk.library.visible) {
      const changes = [article.date, article.updated, ...article.corrections.map(({ date }) => date)];
      const last = Math.max(...changes.map((stamp) => stamp?.epoch ?? 0));
      expect([article.id, Date.parse(dates.get(urlOf(article)) ?? "")]).toEqual([article.id, last]);
    }
  });
});

describe("what servers and crawlers read of the sample site", () => {
  it("is a robots.txt that closes nothing and names sitemaps that are there", () => {
    const lines = textAt(site, "/robots.txt").trimEnd().split("\n");
    expect(lines.slice(0, 2)).toEqual(["User-agent: *", "Disallow:"]);
    const sitemaps = lines.flatMap((line) => /^Sitemap: (.+)$/.exec(line)?.[1] ?? []);
    expect(sitemaps.map((url) => follow(url, "/", site))).toMatchObject([
      { kind: "file", route: "/sitemap.xml" },
      { kind: "file", route: "/news-sitemap.xml" },
    ]);
  });

  it("is a _headers file whose every line is a path or a header, one value of a header for a file", () => {
    const text = textAt(site, "/_headers");
    for (const { path, headers } of readRules(text)) {
      expect(path).toMatch(/^\/\S*$/);
      expect(headers.filter(([name, value]) => name === "" || value === "")).toEqual([]);
    }
    for (const route of site.files.keys()) headersOf(encodeURI(route), text);
  });

  it("is a security policy that every page keeps", () => {
    const policy = headersOf("/index.html", textAt(site, "/_headers"))["Content-Security-Policy"] ?? "";
    const sources = new Map(
      policy.split("; ").map((directive) => {
        const [name = "", ...values] = directive.split(" ");
        return [name, values] as const;
      }),
    );
    const directives: Readonly<Record<string, string>> = {
      img: "img-src",
      video: "media-src",
      source: "media-src",
      script: "script-src",
      form: "form-action",
    };
    const outside = routesEnding(site, ".html").flatMap((route) =>
      addressesIn(parseHtml(textAt(site, route))).flatMap(({ element, written }) => {
        const directive = directives[element.tagName];
        const target = follow(written, route, site);
        if (directive === undefined || target.kind !== "elsewhere") return [];
        const allowed = [target.url.host, target.url.origin].some((host) =>
          sources.get(directive)?.includes(host),
        );
        return [{ route, written, allowed }];
      }),
    );
    expect(outside.filter(({ allowed }) => !allowed)).toEqual([]);
    expect(outside.length).toBeGreaterThan(0);
  });

  it("is a description of the search that leads to the search page", () => {
    const page = parseHtml(textAt(site, "/opensearch.xml"));
    const [name] = findAll(page, "shortname");
    const [url] = findAll(page, "url");
    const template = String(url?.properties.template);
    expect(name?.children).toMatchObject([{ type: "text", value: site.forme.edition.site.title }]);
    expect(template).toContain("{searchTerms}");
    expect(follow(template.replace("{searchTerms}", "a"), "/", site)).toMatchObject({
      route: "/search/index.html",
    });
  });
});
