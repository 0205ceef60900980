import { describe, expect, it } from "vitest";
import { z } from "zod";
import { renderJsonFeed } from "../../src/feeds/jsonFeed.ts";
import { BODY_SHOWN, bodyOf, emptyFeed, entry, feed, HOSTILE_SHOWN } from "./sample.ts";

const text = z.string().min(1);
const authors = z
  .array(z.strictObject({ name: text, url: z.url().optional(), avatar: z.url().optional() }))
  .min(1);

/** The fields of version 1.1 that we may write, with the rules that its specification gives them. */
const jsonFeed11 = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: text,
  home_page_url: z.url().optional(),
  feed_url: z.url().optional(),
  description: text.optional(),
  icon: z.url().optional(),
  authors: authors.optional(),
  language: text.optional(),
  items: z.array(
    z.strictObject({
      id: text,
      url: z.url().optional(),
      external_url: z.url().optional(),
      title: text.optional(),
      content_html: text,
      summary: text.optional(),
      image: z.url().optional(),
      date_published: z.iso.datetime({ offset: true }).optional(),
      date_modified: z.iso.datetime({ offset: true }).optional(),
      authors: authors.optional(),
      tags: z.array(text).min(1).optional(),
    }),
  ),
});

describe("renderJsonFeed", () => {
  it.each([
    ["a full feed", feed],
    ["an entry with little in it", { ...feed, entries: [entry({ authors: [], tags: [], summary: "" })] }],
    ["a feed without entries", emptyFeed],
  ])("keeps the rules of JSON Feed 1.1 for %s", (_what, value) => {
    const { error } = jsonFeed11.safeParse(JSON.parse(renderJsonFeed(value, bodyOf)));
    expect(error?.issues).toBeUndefined();
  });

  it("gives the text, dates, names and tags back", () => {
    const { items } = jsonFeed11.parse(JSON.parse(renderJsonFeed(feed, bodyOf)));
    expect(items[0]).toEqual({
      id: "tag:news.example.com,2026:economy/2026-02-09-oranges",
      url: "https://news.example.com/2026/0209/%E6%A9%99.html",
      title: "脐橙丰收",
      content_html: `${BODY_SHOWN}<i>aa</i>`,
      summary: "果农笑了。",
      date_published: "2026-02-09T10:30:05+08:00",
      date_modified: "2026-02-10T08:00:00+08:00",
      authors: [{ name: "张三" }, { name: "李四" }],
      tags: ["民生", "交通"],
    });
  });

  it("says of hostile text what the XML feeds say", () => {
    const { items } = jsonFeed11.parse(JSON.parse(renderJsonFeed(feed, bodyOf)));
    expect(items[1]).toMatchObject({
      title: HOSTILE_SHOWN,
      summary: HOSTILE_SHOWN,
      authors: [{ name: HOSTILE_SHOWN }],
      tags: [HOSTILE_SHOWN],
      external_url: "https://example.org/?a=1&b=2",
      image: "https://img.example.com/a.jpg?w=1&h=2",
    });
  });

  it("ends with one line break", () => {
    expect(renderJsonFeed(feed, bodyOf)).toMatch(/[^\n]\n$/);
  });
});
