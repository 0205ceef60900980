import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyTaxonomy } from "../../src/model/taxonomy.ts";
import type { Library } from "../../src/ranking/library.ts";
import { makePoolFinder, NEAREST_POSTINGS } from "../../src/ranking/pool.ts";
import { buildPostings } from "../../src/ranking/postings.ts";
import { makeScale } from "../../src/ranking/score.ts";
import { anyArticles, anyTaxonomy } from "./arbitrary.ts";
import { article, day, library } from "./articles.ts";
import { exhaustivePool } from "./reference.ts";

function poolFinder(site: Library, size: number, cap: number) {
  const find = makePoolFinder(makeScale(site, buildPostings(site, true), 90), size, cap);
  return (asker: number, barred: Iterable<number>) => find(asker, barred).candidates;
}

describe("makePoolFinder", () => {
  it("finds what an exhaustive search finds, whatever the cap", () => {
    const size = fc.constantFrom(1, 3, 12);
    const cap = fc.constantFrom(1, 2, 5, 10, NEAREST_POSTINGS);
    fc.assert(
      fc.property(anyArticles, anyTaxonomy, size, cap, (articles, taxonomy, size, cap) => {
        const site = library(articles, taxonomy);
        const find = poolFinder(site, size, cap);
        const reference = exhaustivePool(site, size, cap);
        for (const asker of site.visible.keys()) expect(find(asker, [asker])).toEqual(reference(asker));
      }),
      { numRuns: 300 },
    );
  });

  it("finds what an exhaustive search finds in an import beyond the cap on one day", () => {
    const articles = Array.from({ length: NEAREST_POSTINGS + 400 }, (_, at) =>
      article(`s${at % 3}/${at}`, day(0), { tags: ["all", `of${at % 7}`, `of${at % 150}`, `of${at % 900}`] }),
    );
    const site = library(articles, emptyTaxonomy);
    const find = poolFinder(site, 12, NEAREST_POSTINGS);
    const reference = exhaustivePool(site, 12, NEAREST_POSTINGS);
    for (const asker of [0, 1, 700, 1224, 2000, 2446, 2447])
      expect(find(asker, [asker])).toEqual(reference(asker));
  });

  it("finds through a common tag what lies beyond the cap of a rarer one", () => {
    const site = library([
      article("n/asker", day(0), { tags: ["rare", "common"] }),
      article("n/a", day(1), { tags: ["rare"] }),
      article("n/b", day(2), { tags: ["rare"] }),
      article("n/both", day(3), { tags: ["rare", "common"] }),
      ...["c", "d", "e", "f", "g", "h"].map((id) => article(`n/${id}`, day(300), { tags: ["common"] })),
    ]);
    const asker = site.visible.findIndex(({ id }) => id === "n/asker");
    const [found] = poolFinder(site, 1, 2)(asker, [asker]);
    expect(site.visible[found?.article ?? -1]?.id).toBe("n/both");
    expect(found).toEqual(exhaustivePool(site, 1, 2)(asker)[0]);
  });

  it("asks the same twice and gets the same", () => {
    const site = library([article("a", day(0), { tags: ["x"] }), article("b", day(1), { tags: ["x"] })]);
    const find = poolFinder(site, 12, NEAREST_POSTINGS);
    expect(find(0, [0])).toHaveLength(1);
    expect(find(0, [0])).toEqual(find(0, [0]));
  });

  it("leaves out what is barred and makes room for the next", () => {
    const site = library(["a", "b", "c"].map((id, at) => article(id, day(at), { tags: ["x"] })));
    const find = poolFinder(site, 1, NEAREST_POSTINGS);
    expect(find(0, [0]).map((candidate) => candidate.article)).toEqual([1]);
    expect(find(0, [0, 1]).map((candidate) => candidate.article)).toEqual([2]);
  });
});
