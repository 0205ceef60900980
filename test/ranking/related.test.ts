import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { makeDuplicateTest } from "../../src/ranking/duplicates.ts";
import { buildPostings } from "../../src/ranking/postings.ts";
import { makeRelated } from "../../src/ranking/related.ts";
import { makeScale } from "../../src/ranking/score.ts";
import { article, day, library } from "./articles.ts";

/** `id reason` of each related article of one. */
function related(articles: readonly Article[], asker: string, count = 6): string[] {
  const site = library(articles);
  const scale = makeScale(site, buildPostings(site, true), 90);
  const relatedOf = makeRelated(site, scale, count, makeDuplicateTest(site.visible));
  const { list: placements } = relatedOf(site.visible.findIndex(({ id }) => id === asker));
  return placements.map((placement) => `${site.visible[placement.article]?.id} ${placement.reason}`);
}

const named = (...ids: readonly string[]) => ids.map((value) => ({ value, place: { file: "a.md" } }));

describe("makeRelated", () => {
  it("puts a rare tag before a common one, and the nearer date before the farther", () => {
    const articles = [
      article("n/asker", day(100), { tags: ["common", "rare"] }),
      article("n/rare", day(60), { tags: ["rare"] }),
      article("n/near", day(99), { tags: ["common"] }),
      article("n/far", day(20), { tags: ["common"] }),
      article("m/common", day(0), { tags: ["common"] }),
    ];
    expect(related(articles, "n/asker")).toEqual([
      "n/rare tags",
      "n/near tags",
      "n/far tags",
      "m/common tags",
    ]);
  });

  it("breaks ties by fewer days, then newer, then id", () => {
    const tags = ["x"];
    const articles = [
      article("n/asker", day(5), { tags }),
      article("n/older", day(4), { tags }),
      article("n/newer-b", day(6), { tags }),
      article("n/newer-a", day(6), { tags }),
    ];
    expect(related(articles, "n/asker")).toEqual(["n/newer-a tags", "n/newer-b tags", "n/older tags"]);
  });

  it("fills up with the nearest in date of the section, then of the site", () => {
    const articles = [
      article("n/asker", day(10), { tags: ["x"] }),
      article("m/tagged", day(0), { tags: ["x"] }),
      article("n/far", day(1)),
      article("n/near", day(12)),
      article("m/nearest", day(10)),
      article("m/other", day(9)),
    ];
    expect(related(articles, "n/asker", 4)).toEqual([
      "m/tagged tags",
      "n/near fallback: section",
      "n/far fallback: section",
      "m/nearest fallback: site",
    ]);
  });

  it("places pins first in their order and never what is excluded", () => {
    const tags = ["x"];
    const articles = [
      article("n/asker", day(10), {
        tags,
        related: named("zeta", "alpha", "hidden"),
        relatedExclude: named("best", "near"),
      }),
      article("n/alpha", day(1)),
      article("n/zeta", day(2), { tags }),
      article("n/best", day(10), { tags }),
      article("n/good", day(8), { tags }),
      article("n/near", day(10)),
      article("n/hidden", day(9), { tags, draft: true }),
    ];
    expect(related(articles, "n/asker")).toEqual(["n/zeta pinned", "n/alpha pinned", "n/good tags"]);
  });

  it("drops the asker's own near-duplicates, and tells every other story once", () => {
    const tags = ["x"];
    const articles = [
      article("n/asker", day(10), { tags, title: "台风登陆" }),
      article("n/twin", day(10), { tags, title: "【快讯】台风登陆" }),
      article("n/rain-a", day(9), { tags, title: "暴雨来袭" }),
      article("n/rain-b", day(8), { tags, title: "暴雨来袭" }),
      article("n/rain-c", day(2), { tags, title: "暴雨来袭" }),
    ];
    expect(related(articles, "n/asker")).toEqual(["n/rain-a tags", "n/rain-c tags"]);
  });

  it("keeps the parts of a series", () => {
    const articles = ["上", "中", "下"].map((part, at) =>
      article(`n/${at}`, day(10 + at), {
        tags: ["x"],
        title: `云河大桥建设纪实：从图纸到通车的日子（${part}）`,
      }),
    );
    expect(related(articles, "n/1")).toEqual(["n/2 tags", "n/0 tags"]);
  });

  it("keeps a near-duplicate that the editor pinned", () => {
    const articles = [
      article("n/asker", day(10), { title: "台风登陆", related: named("twin") }),
      article("n/twin", day(10), { title: "台风登陆" }),
    ];
    expect(related(articles, "n/asker")).toEqual(["n/twin pinned"]);
  });

  it("would rather list the asker's near-duplicate than nothing", () => {
    const articles = [
      article("n/asker", day(10), { title: "台风登陆", tags: ["x"] }),
      article("m/twin", day(10), { title: "台风登陆", tags: ["x"] }),
    ];
    expect(related(articles, "n/asker")).toEqual(["m/twin fallback: site"]);
  });

  it("looks for duplicates in a pool of twice the list, then falls back", () => {
    const twins = Array.from({ length: 4 }, (_, at) =>
      article(`m/twin${at}`, day(10), { tags: ["x"], title: "暴雨来袭" }),
    );
    const articles = [
      article("n/asker", day(10), { tags: ["x"] }),
      ...twins,
      article("m/last", day(0), { tags: ["x"] }),
      article("n/section", day(0)),
    ];
    expect(related(articles, "n/asker", 2)).toEqual(["m/twin0 tags", "n/section fallback: section"]);
  });
});
