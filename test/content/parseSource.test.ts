import { describe, expect, it } from "vitest";
import { sourceParser } from "../../src/content/parseSource.ts";
import { article } from "../support/newsroom.ts";
import { CONFIG, source } from "./config.ts";

describe("a file's kind", () => {
  it.each([
    ["article", "news/2026-02-09-a.md", { id: "news/2026-02-09-a" }],
    ["section", "news/_index.md", { path: "news", description: "" }],
    ["page", "pages/about.md", { slug: "about" }],
  ] as const)("%s decides what its text becomes", (kind, path, expected) => {
    const { value, diagnostics } = sourceParser(CONFIG)(source(path, article({ 标题: "雨" })), kind);
    expect(diagnostics).toEqual([]);
    expect(value?.value).toMatchObject({ title: "雨", ...expected });
  });
});
