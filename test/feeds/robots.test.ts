import { expect, it } from "vitest";
import { renderRobots } from "../../src/feeds/robots.ts";

it("opens everything and names the sitemaps", () => {
  expect(
    renderRobots(["https://news.example.com/sitemap.xml", "https://news.example.com/news-sitemap.xml"]),
  ).toBe(
    [
      "User-agent: *",
      "Disallow:",
      "",
      "Sitemap: https://news.example.com/sitemap.xml",
      "Sitemap: https://news.example.com/news-sitemap.xml",
      "",
    ].join("\n"),
  );
});
