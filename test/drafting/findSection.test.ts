import { describe, expect, it } from "vitest";
import { findSection, fullTitle } from "../../src/drafting/findSection.ts";

const SECTIONS = [
  { path: "economy", title: "经济" },
  { path: "economy/projects", title: "项目" },
  { path: "life", title: "民生" },
  { path: "life/projects", title: "项目" },
  { path: "要闻", title: "要闻" },
];

describe("a section", () => {
  it.each([
    ["economy/projects", "economy/projects"],
    ["content/economy/", "economy"],
    ["economy\\projects", "economy/projects"],
    [" 经济 ", "economy"],
    ["民生/项目", "life/projects"],
    ["要闻", "要闻"],
  ])("is found by %j", (written, path) => {
    const found = findSection(written, SECTIONS);
    expect(found.kind === "found" ? found.section.path : found).toBe(path);
  });

  it("with a title that two have is asked for again", () => {
    const found = findSection("项目", SECTIONS);
    expect(found.kind === "ambiguous" ? found.matches.map(({ path }) => path) : found).toEqual([
      "economy/projects",
      "life/projects",
    ]);
  });

  it("that is not there is told with the nearest", () => {
    expect(findSection("econmy", SECTIONS)).toEqual({ kind: "unknown", nearest: "economy" });
    expect(findSection("体育赛事", SECTIONS)).toEqual({ kind: "unknown", nearest: undefined });
  });

  it("has the titles from the top as its full title", () => {
    expect(fullTitle({ path: "life/projects", title: "项目" }, SECTIONS)).toBe("民生/项目");
  });
});
