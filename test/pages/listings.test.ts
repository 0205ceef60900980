import { describe, expect, test } from "vitest";
import { isSafeName } from "../../src/content/names.ts";
import { type Listing, planListings, safeSegment } from "../../src/pages/listings.ts";
import { sectionTree } from "../../src/pages/sections.ts";
import type { Library } from "../../src/ranking/library.ts";
import { article, library, withParents } from "../ranking/articles.ts";

function listings(desk: Library, kind: Listing["kind"]): Listing[] {
  return planListings(desk, sectionTree([], desk)).filter((listing) => listing.kind === kind);
}

const summary = (found: readonly Listing[]) =>
  Object.fromEntries(found.map(({ base, articles }) => [base, articles]));

describe("tag listings", () => {
  test("hold the articles of the tags below them, each once, newest first", () => {
    const desk = library(
      [
        article("a", "2026-01-04", { tags: ["青石区"] }),
        article("b", "2026-01-03", { tags: ["云河市", "青石区"] }),
        article("c", "2026-01-02", { tags: ["云河市"] }),
        article("d", "2026-01-01", { tags: ["北岸区"] }),
      ],
      withParents({ 青石区: "云河市", 北岸区: "云河市", 云河市: "澜江省" }),
    );
    expect(summary(listings(desk, "tag"))).toEqual({
      "tags/青石区": [0, 1],
      "tags/北岸区": [3],
      "tags/云河市": [0, 1, 2, 3],
      "tags/澜江省": [0, 1, 2, 3],
    });
  });

  test("are one for spellings that mean the same tag", () => {
    const desk = library([
      article("a", "2026-01-02", { tags: ["ISTIO"] }),
      article("b", "2026-01-01", { tags: ["ｉｓｔｉｏ", "Istio "] }),
    ]);
    expect(summary(listings(desk, "tag"))).toEqual({ "tags/istio": [0, 1] });
  });

  test("leave out a tag of the tree that no visible article carries", () => {
    const desk = library([article("a", "2026-01-01", { tags: ["民生"] })], withParents({ 青石区: "云河市" }));
    expect(listings(desk, "tag").map(({ key }) => key)).toEqual(["民生"]);
  });

  test("number two tags that differ only in what cannot stand in an address", () => {
    const desk = library([article("a", "2026-01-01", { tags: ["c/d", "c:d", "c?d"] })]);
    expect(listings(desk, "tag").map(({ key, base }) => [key, base])).toEqual([
      ["c/d", "tags/c-d"],
      ["c:d", "tags/c-d-2"],
      ["c?d", "tags/c-d-3"],
    ]);
  });
});

describe("a tag that is named as an index is", () => {
  test("does not stand in the place of the page of all tags", () => {
    const desk = library([article("a", "2026-01-01", { tags: ["Index.html"] })]);
    expect(listings(desk, "tag").map(({ base }) => base)).toEqual(["tags/index.html-2"]);
  });
});

describe("author listings", () => {
  const desk = library([
    article("a", "2026-01-03", { authors: [{ name: "林晓禾" }, { name: "林晓禾" }] }),
    article("b", "2026-01-02", { authors: [{ name: "林晓禾", unit: "云河融媒记者" }] }),
    article("c", "2026-01-01", { authors: [{ name: "Lin" }, { name: "LIN" }] }),
  ]);

  test("hold each article once, and the newest unit that was written", () => {
    expect(listings(desk, "author").find(({ key }) => key === "林晓禾")).toMatchObject({
      base: "authors/林晓禾",
      articles: [0, 1],
      unit: "云河融媒记者",
    });
  });

  test("number names that differ only in case, for disks that hold one of them", () => {
    expect(listings(desk, "author").map(({ base }) => base)).toEqual([
      "authors/LIN",
      "authors/Lin-2",
      "authors/林晓禾",
    ]);
  });
});

test("month listings go by the site's calendar, newest first", () => {
  const desk = library([article("a", "2026-02-01"), article("b", "2026-01-31"), article("c", "2026-01-01")]);
  expect(summary(listings(desk, "archive"))).toEqual({ "archive/2026/02": [0], "archive/2026/01": [1, 2] });
  expect(listings(desk, "archive")[0]?.key).toBe("2026-02");
});

test("the latest list holds every visible article", () => {
  const desk = library([article("a", "2026-02-01"), article("b", "2026-01-31"), article("c", "2031-01-01")]);
  expect(summary(listings(desk, "latest"))).toEqual({ latest: [0, 1] });
});

describe("safeSegment", () => {
  test.each([
    ["民生", "民生"],
    ["C/C++", "C-C++"],
    ["50%", "50-"],
    ["a b", "a b"],
    ["..", "-"],
    [".net", "-net"],
    ["q?", "q-"],
    ["#1", "-1"],
    ["   ", "-"],
    ["a\u0000b", "a-b"],
    ["\\\\server", "--server"],
  ])("makes %j the segment %j", (name, segment) => {
    expect(safeSegment(name)).toBe(segment);
    expect(isSafeName(segment)).toBe(true);
  });
});
