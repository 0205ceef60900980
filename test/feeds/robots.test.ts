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

it("closes the paths that it is told to close", () => {
  expect(renderRobots([], ["/search/", "/%E7%A8%BF/"])).toBe(
    "User-agent: *\nDisallow: /search/\nDisallow: /%E7%A8%BF/\n",
  );
});
