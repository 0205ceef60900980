import { describe, expect, it } from "vitest";
import { parsePlainPage, parseSection } from "../../src/content/parsePage.ts";
import { article } from "../support/newsroom.ts";
import { spots } from "../support/spots.ts";
import { CONFIG, source } from "./config.ts";

const page = (path: string, text: string) => parsePlainPage(source(path, text), CONFIG);
const section = (path: string, text: string) => parseSection(source(path, text), CONFIG);

describe("a plain page", () => {
  it.each([
    ["pages/about.md", "about"],
    ["pages/about/index.md", "about"],
    ["pages/help/feeds.md", "help/feeds"],
    ["pages/关于.md", "关于"],
  ])("%s has the slug %s", (path, slug) => {
    expect(page(path, article({ 标题: "关于" })).value?.value.slug).toBe(slug);
  });

  it("has its keys, or an excerpt for a description", () => {
    const given = page(
      "pages/about.md",
      article({ 标题: "关于", 摘要: "一句话", 网址: "us", 旧网址: "/a.html" }),
    );
    expect(given.value?.value).toMatchObject({
      path: "pages/about.md",
      title: "关于",
      description: "一句话",
      slug: "us",
      aliases: [{ value: "/a.html", place: { file: "content/pages/about.md", line: 5, column: 6 } }],
    });
    expect(page("pages/about.md", article({ 标题: "关于" }, "正文。")).value?.value.description).toBe(
      "正文。",
    );
  });

  it.each([
    ["pages/a?b.md", "标题", "1:1 content/slug"],
    ["pages/help/con.md", "标题", "1:1 content/slug"],
    ["pages/about.md", "提示", "1:1 yaml/missing-key"],
  ])("%s with the key %s is refused", (path, key, expected) => {
    const { value, diagnostics } = page(path, article({ [key]: "关于" }));
    expect(value).toBeUndefined();
    expect(spots(diagnostics)).toContain(expected);
  });

  it("is questioned where its file name puts a blank into its address", () => {
    const { diagnostics } = page("pages/关于 我们.md", article({ 标题: "关于" }, "正文。"));
    expect(diagnostics).toMatchObject([
      { severity: "warning", code: "content/name-blank", hint: { zh: "文件改名为 关于-我们.md" } },
    ]);
    const slugged = page("pages/关于 我们.md", article({ 标题: "关于", 网址: "about" }, "正文。"));
    expect(slugged.diagnostics).toEqual([]);
  });

  it("has no date or tags", () => {
    const { diagnostics } = page("pages/about.md", article({ 标题: "关于", 日期: "2026-02-09" }));
    expect(diagnostics).toMatchObject([
      {
        severity: "warning",
        code: "yaml/unknown-key",
        hint: { zh: "这里可以写：标题、摘要、网址、旧网址、草稿" },
      },
    ]);
  });
});

describe("a section", () => {
  it("has its keys and its introduction", () => {
    const keys = { 标题: "经济", 顺序: "2", 简介: "一句话", 题图: "a.jpg", 旧网址: "[/biz/]" };
    const text = article(keys, "介绍。");
    expect(section("economy/projects/_index.md", text).value).toMatchObject({
      value: {
        path: "economy/projects",
        title: "经济",
        order: 2,
        description: "一句话",
        cover: { value: { src: "a.jpg" }, place: { line: 5, column: 5 } },
        aliases: [{ value: "/biz/", place: { line: 6, column: 7 } }],
        body: { words: 2 },
      },
      markup: "<p>介绍。</p>",
    });
  });

  it("comes last and without an introduction where it does not say otherwise", () => {
    expect(section("economy/_index.md", article({ 标题: "经济" }, "")).value?.value).toEqual({
      path: "economy",
      title: "经济",
      order: Number.MAX_SAFE_INTEGER,
      description: "",
      cover: undefined,
      aliases: [],
      body: undefined,
    });
  });

  it("needs a title", () => {
    expect(spots(section("economy/_index.md", article({ 顺序: "1" })).diagnostics)).toEqual([
      "1:1 yaml/missing-key",
    ]);
  });
});
