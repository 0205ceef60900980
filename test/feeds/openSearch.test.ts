import { expect, it } from "vitest";
import { renderOpenSearch } from "../../src/feeds/openSearch.ts";
import { readStrictly } from "../support/feedClients.ts";
import { HOSTILE } from "./sample.ts";

const description = {
  title: "罗庄新闻",
  description: "罗庄区的新闻",
  language: "zh-CN",
  address: "https://www.baidu.com/s?ie=utf-8&wd=site%3Anews.example.com+",
};

it("describes the site's search", () => {
  const xml = renderOpenSearch(description);
  readStrictly(xml);
  expect(xml).toContain("<ShortName>罗庄新闻</ShortName>");
  expect(xml).toContain(
    '<Url type="text/html" method="get" template="https://www.baidu.com/s?ie=utf-8&amp;wd=site%3Anews.example.com+{searchTerms}"/>',
  );
});

it("cuts names at the format's limits and never inside a character", () => {
  const xml = renderOpenSearch({ ...description, title: "🌊".repeat(60), description: "" });
  readStrictly(xml);
  expect(xml).toContain(`<ShortName>${"🌊".repeat(16)}</ShortName>`);
  expect(xml).toContain(`<LongName>${"🌊".repeat(48)}</LongName>`);
  expect(xml).toContain(`<Description>${"🌊".repeat(60)}</Description>`);
});

it("leaves no parameter in the address but its own", () => {
  const xml = renderOpenSearch({ ...description, address: "https://example.com/{id}?q=" });
  expect(xml).toContain('template="https://example.com/%7Bid%7D?q={searchTerms}"');
});

it("stays well-formed under hostile text", () => {
  const xml = renderOpenSearch({ ...description, title: HOSTILE, description: HOSTILE });
  readStrictly(xml);
});
