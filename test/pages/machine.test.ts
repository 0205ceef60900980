import { expect, test } from "vitest";
import { plan, routesOf } from "../support/edition.ts";
import { article } from "../support/newsroom.ts";

const NEWS = { "content/news/2026-03-01-a.md": article({ 标题: "甲" }) };

test.each([
  ["two days after an article", "2026-03-03T00:00:00+08:00", true],
  ["on a quiet day", "2026-03-03T00:00:00.001+08:00", false],
])("the news sitemap %s: there, and announced, or neither", async (_, now, isThere) => {
  const { pages, text } = await plan(NEWS, now);
  expect(routesOf(pages).includes("/news-sitemap.xml")).toBe(isThere);
  expect(text("/robots.txt").includes("/news-sitemap.xml")).toBe(isThere);
});
