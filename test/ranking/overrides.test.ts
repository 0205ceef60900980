import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { checkOverrides, makeOverrides } from "../../src/ranking/overrides.ts";
import { article, library } from "./articles.ts";

function naming(related: readonly string[], relatedExclude: readonly string[] = []): Partial<Article> {
  const written = (value: string, index: number) => ({
    value,
    place: { file: "content/news/z.md", line: 5 + index },
  });
  return { related: related.map(written), relatedExclude: relatedExclude.map(written) };
}

const others = [
  article("news/2026-02-09-weather", "2026-02-09"),
  article("news/2026-02-10-oranges", "2026-02-10"),
  article("economy/2026-02-10-oranges", "2026-02-10"),
  article("news/2026-02-11-bridge", "2026-02-11", { draft: true }),
  ...Array.from({ length: 200 }, (_, number) => article(`news/2026-01-01-other-${number}`, "2026-01-01")),
];

describe("makeOverrides", () => {
  const overrides = (related: readonly string[], excluded: readonly string[] = []) => {
    const site = library([...others, article("news/z", "2026-03-01", naming(related, excluded))]);
    const found = makeOverrides(site)(0);
    const names = (numbers: readonly number[]) => numbers.map((number) => site.visible[number]?.id);
    return { pinned: names(found.pinned), excluded: names(found.excluded) };
  };

  it("keeps the order written, each once", () => {
    expect(overrides(["economy/oranges", "weather", "2026-02-09-weather"]).pinned).toEqual([
      "economy/2026-02-10-oranges",
      "news/2026-02-09-weather",
    ]);
  });

  it("passes over a draft, an unknown id, an ambiguous one and the article itself", () => {
    expect(overrides(["bridge", "nothing", "oranges", "z"])).toEqual({ pinned: [], excluded: [] });
  });

  it("lets an exclusion outweigh a pin", () => {
    expect(overrides(["weather"], ["weather"])).toEqual({
      pinned: [],
      excluded: ["news/2026-02-09-weather"],
    });
  });
});

describe("checkOverrides", () => {
  const check = (related: readonly string[], excluded: readonly string[] = []) =>
    checkOverrides([...others, article("news/z", "2026-03-01", naming(related, excluded))]);

  it("is silent about what is known, visible or not", () => {
    expect(check(["weather", "bridge"], ["news/oranges"])).toEqual([]);
  });

  it.each([
    ["wether", "news/2026-02-09-weather"],
    ["news/2026-02-09-waether", "news/2026-02-09-weather"],
    ["news/2026-02-08-weather", "news/2026-02-09-weather"],
    ["nwes/weather", "news/2026-02-09-weather"],
    ["2026-01-01-othr-117", "news/2026-01-01-other-117"],
  ])("suggests what “%s” means", (written, meant) => {
    const [problem] = check([written]);
    expect(problem).toMatchObject({
      code: "ranking/unknown-article",
      severity: "error",
      file: "content/news/z.md",
      line: 5,
      message: { zh: `找不到文章“${written}”` },
      hint: { zh: `是不是“${meant}”？照这样写就行` },
    });
  });

  it("suggests nothing where nothing is near", () => {
    expect(check([], ["完全不同"])[0]?.hint.zh).toBe("核对那篇文章的文件名；不想要这一条，删掉就行");
  });

  it("names the articles that an ending fits", () => {
    const [problem, ...rest] = check(["oranges"]);
    expect(rest).toEqual([]);
    expect(problem?.code).toBe("ranking/ambiguous-article");
    expect(problem?.message.zh).toBe(
      "“oranges”对得上 2 篇文章：economy/2026-02-10-oranges、news/2026-02-10-oranges",
    );
    expect(problem?.hint.zh).toBe("写全一些，例如“economy/2026-02-10-oranges”");
  });

  it("names only the first of many", () => {
    const days = Array.from({ length: 9 }, (_, at) => article(`news/2026-03-0${at + 1}-rain`, "2026-03-01"));
    const [problem] = checkOverrides([...days, article("news/z", "2026-03-01", naming(["rain"]))]);
    expect(problem?.message.zh).toMatch(/对得上 9 篇文章：.*2026-03-04-rain 等$/);
  });
});
