import { describe, expect, it } from "vitest";
import {
  type ArticleFacts,
  articleData,
  breadcrumbData,
  organizationData,
  toJsonLd,
  websiteData,
} from "../../src/feeds/structuredData.ts";
import { HOSTILE } from "./sample.ts";

const publisher = {
  name: "罗庄区融媒体中心",
  url: "https://news.example.com/",
  logo: "https://news.example.com/l.png",
};
const publisherData = {
  "@type": "NewsMediaOrganization",
  name: publisher.name,
  url: publisher.url,
  logo: { "@type": "ImageObject", url: publisher.logo },
};

const bare: ArticleFacts = {
  headline: "脐橙丰收",
  url: "https://news.example.com/a.html",
  images: [],
  published: "2026-02-09T10:30:05+08:00",
  authors: [],
  correspondents: [],
  keywords: [],
  words: 0,
  language: "zh-CN",
  publisher,
  corrections: [],
};

const full: ArticleFacts = {
  ...bare,
  description: "果农笑了。",
  images: [{ url: "https://news.example.com/a.jpg", width: 1600, height: 1000 }],
  modified: "2026-02-10T08:00:00+08:00",
  authors: [{ name: "张三", unit: "罗庄日报", url: "https://news.example.com/authors/z/" }, { name: "李四" }],
  correspondents: ["王五"],
  editor: "赵六",
  section: "经济",
  keywords: ["民生", "交通"],
  words: 812,
  corrections: [{ date: "2026-02-10T08:00:00+08:00", text: "“三吨”应为“三十吨”" }],
  source: { name: "新华社", url: "https://example.org/a" },
};

describe("articleData", () => {
  it("says all that is known of an article", () => {
    expect(articleData(full)).toEqual({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      headline: "脐橙丰收",
      description: "果农笑了。",
      url: "https://news.example.com/a.html",
      mainEntityOfPage: { "@type": "WebPage", "@id": "https://news.example.com/a.html" },
      image: [
        {
          "@type": "ImageObject",
          url: "https://news.example.com/a.jpg",
          width: "1600 px",
          height: "1000 px",
        },
      ],
      datePublished: "2026-02-09T10:30:05+08:00",
      dateModified: "2026-02-10T08:00:00+08:00",
      author: [
        {
          "@type": "Person",
          name: "张三",
          url: "https://news.example.com/authors/z/",
          affiliation: { "@type": "Organization", name: "罗庄日报" },
        },
        { "@type": "Person", name: "李四" },
      ],
      contributor: [{ "@type": "Person", name: "王五" }],
      editor: { "@type": "Person", name: "赵六" },
      articleSection: "经济",
      keywords: ["民生", "交通"],
      wordCount: 812,
      inLanguage: "zh-CN",
      isAccessibleForFree: true,
      publisher: publisherData,
      correction: [
        {
          "@type": "CorrectionComment",
          text: "“三吨”应为“三十吨”",
          datePublished: "2026-02-10T08:00:00+08:00",
        },
      ],
      isBasedOn: {
        "@type": "CreativeWork",
        url: "https://example.org/a",
        publisher: { "@type": "Organization", name: "新华社" },
      },
      sdPublisher: publisherData,
    });
  });

  it("has no field for what is not known", () => {
    expect(Object.keys(articleData(bare)).sort()).toEqual([
      "@context",
      "@type",
      "author",
      "dateModified",
      "datePublished",
      "headline",
      "inLanguage",
      "isAccessibleForFree",
      "mainEntityOfPage",
      "publisher",
      "url",
    ]);
  });

  it("takes an article that was never changed as modified when it was published", () => {
    expect(articleData(bare).dateModified).toBe(bare.published);
  });

  it.each([
    ["the source", { name: "新华社" }, { "@type": "Organization", name: "新华社" }],
    ["the publisher", undefined, publisherData],
  ])("names %s as the author where no reporter is known", (_who, source, author) => {
    const article = source === undefined ? bare : { ...bare, source };
    expect(articleData(article).author).toEqual([author]);
  });

  it("calls an article republished only where its source has an address", () => {
    expect(articleData({ ...bare, source: { name: "新华社" } })).not.toHaveProperty("isBasedOn");
  });
});

describe("breadcrumbData", () => {
  it("numbers the crumbs from 1, and lets the last go without an address", () => {
    const crumbs = [{ title: "首页", url: "https://news.example.com/" }, { title: "脐橙丰收" }];
    expect(breadcrumbData(crumbs)).toEqual({
      "@context": "https://schema.org",
      "@type": "BreadcrumbList",
      itemListElement: [
        { "@type": "ListItem", position: 1, name: "首页", item: "https://news.example.com/" },
        { "@type": "ListItem", position: 2, name: "脐橙丰收" },
      ],
    });
  });
});

describe("the front page's data", () => {
  it("describes the publisher", () => {
    expect(organizationData(publisher)).toEqual({ "@context": "https://schema.org", ...publisherData });
    expect(organizationData({ name: "报" })).toEqual({
      "@context": "https://schema.org",
      "@type": "NewsMediaOrganization",
      name: "报",
    });
  });

  it("describes the site", () => {
    const site = { name: "罗庄新闻", url: "https://news.example.com/", language: "zh-CN", publisher };
    expect(websiteData(site)).toEqual({
      "@context": "https://schema.org",
      "@type": "WebSite",
      name: "罗庄新闻",
      url: "https://news.example.com/",
      inLanguage: "zh-CN",
      publisher: publisherData,
    });
  });
});

describe("toJsonLd", () => {
  it("gives the same data back, whatever the text", () => {
    const things = [
      articleData({ ...full, headline: `${HOSTILE}\u2028\u2029` }),
      organizationData(publisher),
    ];
    expect(JSON.parse(toJsonLd(things))).toEqual(things);
  });

  it.each(["</script>", "<!--<script>", "\u2028", "\u2029"])("cannot be left by %j", (text) => {
    const json = toJsonLd([{ headline: text }]);
    expect(json).not.toMatch(/[<\u2028\u2029]/);
    expect(json).toMatch(/\\u(003c|2028|2029)/);
  });
});
