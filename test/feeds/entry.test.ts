import { describe, expect, it } from "vitest";
import { creatorsOf, fullText } from "../../src/feeds/entry.ts";
import { BODY, bodyOf, entry } from "./sample.ts";

const article = entry({
  corrections: [
    { date: "2026-02-10T09:00:00+08:00", text: "“三吨”应为“三十吨”" },
    { date: "2026-02-11", text: "a < b" },
  ],
  aigc: "本文配图由AI生成",
  source: { name: "新华社", url: "https://example.org/?a=1&b=2" },
});

describe("fullText", () => {
  it("puts corrections, the label of AI-made content and the source before the text", () => {
    expect(fullText(article, "zh-CN", bodyOf).split("\n")).toEqual([
      "<p><strong>更正</strong> 2026-02-10 “三吨”应为“三十吨”</p>",
      "<p><strong>更正</strong> 2026-02-11 a &lt; b</p>",
      "<p><strong>内容标识</strong> 本文配图由AI生成</p>",
      '<p><strong>来源</strong> <a href="https://example.org/?a=1&amp;b=2">新华社</a></p>',
      ..."".concat(BODY, "<i>aa</i>").split("\n"),
    ]);
  });

  it("labels in the feed's language", () => {
    const text = fullText(article, "en", bodyOf);
    expect(text).toContain("<strong>Correction</strong>");
    expect(text).toContain("<strong>Source</strong>");
  });

  it("names a source without an address, and holds no link then", () => {
    const text = fullText(entry({ source: { name: "<新华社>" } }), "zh-CN", bodyOf);
    expect(text).toContain("<p><strong>来源</strong> &lt;新华社&gt;</p>");
    expect(text).not.toContain("<a ");
  });

  it("is the body alone where there is nothing to say before it", () => {
    expect(fullText(entry(), "zh-CN", bodyOf)).toBe(`${BODY}<i>aa</i>`);
  });
});

describe("creatorsOf", () => {
  it.each([
    ["the reporters", entry({ source: { name: "新华社" } }), ["张三", "李四"]],
    ["the source where no reporter is named", entry({ authors: [], source: { name: "新华社" } }), ["新华社"]],
    ["nobody where neither is known", entry({ authors: [] }), []],
  ])("gives %s", (_what, value, names) => {
    expect(creatorsOf(value)).toEqual(names);
  });
});
