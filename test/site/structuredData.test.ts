import type { Root } from "hast";
import type { BreadcrumbListLeaf, NewsArticleLeaf } from "schema-dts";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Article } from "../../src/model/article.ts";
import { absoluteUrl, type Route } from "../../src/model/route.ts";
import { toIso } from "../../src/model/time.ts";
import { articleRoute } from "../../src/pages/routes.ts";
import { findAll, metaContent, parseHtml } from "../support/html.ts";
import { printSample, routesEnding, type SampleSite, textAt } from "../support/sampleSite.ts";
import { follow } from "./addresses.ts";

const address = z.url({ protocol: /^https?$/ });
/** Search engines guess a time without a zone to be their own. */
const zoned = z.iso.datetime({ offset: true, local: false });
const named = z.strictObject({
  "@type": z.enum(["Person", "Organization", "NewsMediaOrganization"]),
  name: z.string().min(1),
  url: address.optional(),
  logo: z.strictObject({ "@type": z.literal("ImageObject"), url: address }).optional(),
  affiliation: z.strictObject({ "@type": z.literal("Organization"), name: z.string().min(1) }).optional(),
});
const correction = z.strictObject({
  "@type": z.literal("CorrectionComment"),
  text: z.string().min(1),
  datePublished: zoned,
});

/** What schema.org and the search engines ask of a news article, in the names that schema-dts knows. */
const newsArticle = z.strictObject({
  "@context": z.literal("https://schema.org"),
  "@type": z.literal("NewsArticle"),
  headline: z.string().min(1).max(200),
  description: z.string().min(1).optional(),
  url: address,
  mainEntityOfPage: z.strictObject({ "@type": z.literal("WebPage"), "@id": address }),
  image: z
    .array(
      z.strictObject({
        "@type": z.literal("ImageObject"),
        url: address,
        width: z.string().regex(/^\d+ px$/),
        height: z.string().regex(/^\d+ px$/),
      }),
    )
    .min(1)
    .optional(),
  datePublished: zoned,
  dateModified: zoned,
  author: z.array(named).min(1),
  contributor: z.array(named).min(1).optional(),
  editor: named.optional(),
  articleSection: z.string().min(1),
  keywords: z.array(z.string().min(1)).min(1).optional(),
  wordCount: z.int().positive(),
  inLanguage: z.literal("zh-CN"),
  isAccessibleForFree: z.literal(true),
  publisher: named,
  correction: z.array(correction).min(1).optional(),
  isBasedOn: z
    .strictObject({ "@type": z.literal("CreativeWork"), url: address, publisher: named })
    .optional(),
  sdPublisher: named.optional(),
} satisfies { readonly [Key in keyof NewsArticleLeaf | "@context"]?: z.ZodType });

const breadcrumbs = z.strictObject({
  "@context": z.literal("https://schema.org"),
  "@type": z.literal("BreadcrumbList"),
  itemListElement: z
    .array(
      z.strictObject({
        "@type": z.literal("ListItem"),
        position: z.int(),
        name: z.string().min(1),
        item: address,
      }),
    )
    .min(2),
} satisfies { readonly [Key in keyof BreadcrumbListLeaf | "@context"]?: z.ZodType });

let site: SampleSite;
let pages: ReadonlyMap<string, Root>;
/** Each visible article with what its page says of it. */
let articles: readonly {
  readonly article: Article;
  readonly route: Route;
  readonly things: readonly unknown[];
}[];

beforeAll(async () => {
  site = await printSample();
  pages = new Map(routesEnding(site, ".html").map((route) => [route, parseHtml(textAt(site, route))]));
  const { desk, edition } = site.forme;
  articles = desk.library.visible.map((article) => {
    const route = articleRoute(article, edition.site);
    return { article, route, things: thingsOf(pages.get(route)) };
  });
}, 120_000);

/** The JSON-LD documents of a page. */
function thingsOf(page: Root | undefined): readonly unknown[] {
  if (page === undefined) return [];
  const scripts = findAll(page, "script").filter(
    ({ properties }) => properties.type === "application/ld+json",
  );
  return scripts.flatMap(({ children: [text] }) => JSON.parse(text?.type === "text" ? text.value : "null"));
}

function typesOf(page: Root): unknown[] {
  return thingsOf(page).map((thing) => (thing as Record<string, unknown>)["@type"]);
}

function urlOf(route: Route): string {
  return absoluteUrl(site.forme.edition.site, route);
}

describe("the structured data of the sample site", () => {
  it("stands on articles and on the front page, and on no other page", () => {
    const expected = new Map<string, readonly string[]>([
      ["/index.html", ["WebSite", "NewsMediaOrganization"]],
      ...articles.map(({ route }) => [route, ["NewsArticle", "BreadcrumbList"]] as const),
    ]);
    expect(expected.size).toBeGreaterThan(80);
    for (const [route, page] of pages)
      expect([route, typesOf(page)]).toEqual([route, expected.get(route) ?? []]);
  });

  it("is a complete NewsArticle that agrees with the library", () => {
    for (const { article, route, things } of articles) {
      const data = newsArticle.parse(things[0]);
      expect(data).toMatchObject({
        headline: article.title,
        url: urlOf(route),
        mainEntityOfPage: { "@id": urlOf(route) },
        datePublished: toIso(article.date),
        wordCount: article.body.words,
        publisher: { "@type": "NewsMediaOrganization", name: site.forme.edition.site.publisher?.name },
      });
      expect(Date.parse(data.dateModified)).toBeGreaterThanOrEqual(Date.parse(data.datePublished));
    }
  });

  it("names the reporters, else the source, else the publisher as the author", () => {
    for (const { article, things } of articles) {
      const { author } = newsArticle.parse(things[0]);
      const names = article.authors.map(({ name }) => name);
      if (names.length > 0) expect(author.map(({ name }) => name)).toEqual(names);
      else expect(author).toMatchObject([{ "@type": expect.stringMatching(/Organization$/) }]);
    }
  });

  it("shows the cover where there is one, the same that is shared", () => {
    const covered = articles.filter(({ article }) => article.cover !== undefined);
    expect(covered.length).toBeGreaterThan(5);
    for (const { article, route, things } of articles) {
      const { image } = newsArticle.parse(things[0]);
      const page = pages.get(route);
      expect([article.id, image?.length]).toEqual([article.id, article.cover === undefined ? undefined : 1]);
      const shared = page && metaContent(page, "og:image");
      if (image !== undefined) expect([article.id, shared]).toEqual([article.id, image[0]?.url]);
      else expect(shared).toMatch(/\/assets\/social\/[0-9a-f]{16}\.png$/);
    }
  });

  it("tells every correction", () => {
    const corrected = articles.filter(({ article }) => article.corrections.length > 0);
    expect(corrected.length).toBeGreaterThan(0);
    for (const { article, things } of articles) {
      const told = newsArticle.parse(things[0]).correction ?? [];
      expect(told.map(({ text, datePublished }) => [text, datePublished])).toEqual(
        article.corrections.map(({ text, date }) => [text, toIso(date)]),
      );
    }
  });

  it("says where republished text comes from, which is an article and never an outlet's front page", () => {
    const copied = articles.filter(({ article }) => article.source?.url !== undefined);
    expect(copied.length).toBeGreaterThan(0);
    for (const { article, things } of articles)
      expect(newsArticle.parse(things[0]).isBasedOn?.url).toBe(article.source?.url);
  });

  it("leads from the front page to the page in numbered crumbs that are pages", () => {
    for (const { article, route, things } of articles) {
      const { itemListElement: crumbs } = breadcrumbs.parse(things[1]);
      expect(crumbs.map(({ position }) => position)).toEqual(crumbs.map((_, at) => at + 1));
      expect([crumbs[0]?.item, crumbs.at(-1)?.item]).toEqual([urlOf("/index.html" as Route), urlOf(route)]);
      expect(crumbs).toHaveLength(2 + article.section.split("/").length);
      for (const { item } of crumbs) {
        const target = follow(item, "/", site);
        expect([item, target.kind === "file" && site.files.has(target.route)]).toEqual([item, true]);
      }
    }
  });
});

describe("the check of an article's data", () => {
  it.each(["headline", "datePublished", "author", "publisher", "mainEntityOfPage"])("misses %s", (field) => {
    const { [field]: _, ...rest } = newsArticle.parse(articles[0]?.things[0]) as Record<string, unknown>;
    expect(newsArticle.safeParse(rest).success).toBe(false);
  });

  it("refuses a time without a zone", () => {
    const thing = { ...(articles[0]?.things[0] as object), datePublished: "2026-03-31T09:00:00" };
    expect(newsArticle.safeParse(thing).success).toBe(false);
  });
});
