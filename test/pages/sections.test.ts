import { describe, expect, test } from "vitest";
import type { Section } from "../../src/model/article.ts";
import { sectionTree, topSections, withAncestors } from "../../src/pages/sections.ts";
import { article, library } from "../ranking/articles.ts";

const described = (path: string, parts: Partial<Section> = {}): Section => ({
  path,
  title: path,
  order: Number.MAX_SAFE_INTEGER,
  description: "",
  aliases: [],
  ...parts,
});

describe("sectionTree", () => {
  const desk = library([
    article("economy/projects/c", "2026-01-03"),
    article("news/b", "2026-01-02"),
    article("economy/a", "2026-01-01"),
  ]);

  test("gives a section its sub-sections' articles too, newest first", () => {
    const tree = sectionTree([], desk);
    expect(tree.get("economy")?.articles).toEqual([0, 2]);
    expect(tree.get("economy/projects")?.articles).toEqual([0]);
  });

  test("titles a folder without a description by its name", () => {
    expect(sectionTree([], desk).get("economy/projects")?.title).toBe("projects");
  });

  test("keeps a described section that has no article, and the folders above it", () => {
    const tree = sectionTree([described("sports/events", { title: "赛事" })], desk);
    expect(tree.get("sports/events")).toMatchObject({ title: "赛事", articles: [], children: [] });
    expect(tree.get("sports")).toMatchObject({ children: ["sports/events"], articles: [] });
  });

  test("orders sections by their number, then by path; those without a number come last", () => {
    const tree = sectionTree(
      [described("life", { order: 2 }), described("zebra", { order: 1 }), described("arts", { order: 2 })],
      desk,
    );
    expect(topSections(tree).map(({ path }) => path)).toEqual(["zebra", "arts", "life", "economy", "news"]);
  });

  test("lists only the first level as top sections and only direct folders as children", () => {
    const tree = sectionTree([described("economy/projects/bridges")], desk);
    expect(topSections(tree).map(({ path }) => path)).toEqual(["economy", "news"]);
    expect(tree.get("economy")?.children).toEqual(["economy/projects"]);
    expect(tree.get("economy/projects")?.children).toEqual(["economy/projects/bridges"]);
  });

  test("does not take a folder for one whose name it starts with", () => {
    const tree = sectionTree([described("news"), described("newsroom/a")], library([]));
    expect(tree.get("news")?.children).toEqual([]);
    expect(tree.get("newsroom")?.children).toEqual(["newsroom/a"]);
  });
});

test("withAncestors names the topmost folder first", () => {
  expect(withAncestors("a/b/c")).toEqual(["a", "a/b", "a/b/c"]);
});
