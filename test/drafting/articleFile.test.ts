import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleParser } from "../../src/content/parseArticle.ts";
import { articleFile } from "../../src/drafting/articleFile.ts";
import { CONFIG, source } from "../content/config.ts";

const parse = articleParser(CONFIG);

const draft = { title: "今晚有雨", date: "2026-03-31 12:00", tags: ["天气", "暴雨"], draft: false };

describe("a new article's file", () => {
  it("has the keys of a Chinese newsroom", () => {
    expect(articleFile(draft, true)).toBe(
      "---\n标题: 今晚有雨\n日期: 2026-03-31 12:00\n标签: [天气, 暴雨]\n记者:\n编辑:\n---\n\n",
    );
  });

  it("has the keys of another newsroom", () => {
    expect(articleFile({ ...draft, draft: true }, false)).toBe(
      "---\ntitle: 今晚有雨\ndate: 2026-03-31 12:00\ntags: [天气, 暴雨]\nauthors:\neditor:\ndraft: true\n---\n\n",
    );
  });

  it("is read back as it was meant, without a word but that its text is missing, whatever the title and tags", () => {
    const line = (most: number) =>
      fc
        .string({
          unit: fc.constantFrom(..."雨：:，,、# \"'“”[]{}-?!&*|>%@`abc07～true~null—…"),
          maxLength: most,
        })
        .map((text) => text.trim())
        .filter((text) => text !== "");
    fc.assert(
      fc.property(line(40), fc.array(line(8), { maxLength: 4 }), (title, tags) => {
        const { value, diagnostics } = parse(
          source("news/2026-03-31-a.md", articleFile({ ...draft, title, tags }, true)),
        );
        expect(diagnostics.map(({ code }) => code)).toEqual(["content/no-text"]);
        expect([value?.value.title, value?.value.tags, value?.value.date.local]).toEqual([
          title,
          tags,
          "2026-03-31T12:00:00",
        ]);
      }),
      { numRuns: 1000 },
    );
  });
});
