import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import type { Taxonomy } from "../../src/model/taxonomy.ts";
import { makeDuplicateTest } from "../../src/ranking/duplicates.ts";
import { makeLibrary } from "../../src/ranking/library.ts";
import { rankLibrary } from "../../src/ranking/rank.ts";
import { anyArticles, anyTaxonomy } from "./arbitrary.ts";
import { article, day, ids, LATER, library, settings } from "./articles.ts";

/** All lists by id, so that two libraries can be compared. */
function lists(articles: readonly Article[], taxonomy: Taxonomy) {
  const site = library(articles, taxonomy);
  const { related, hot, latest } = rankLibrary(site, settings);
  return {
    related: related.map((list, index) => [site.visible[index]?.id, ids(site, list)]),
    hot: ids(site, hot),
    latest: ids(site, latest),
  };
}

describe("rankLibrary", () => {
  it("does not depend on the order in which articles are read", () => {
    const shuffled = anyArticles.chain((articles) =>
      fc.tuple(
        fc.constant(articles),
        fc.shuffledSubarray([...articles], { minLength: articles.length, maxLength: articles.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, anyTaxonomy, ([articles, others], taxonomy) => {
        expect(lists(others, taxonomy)).toEqual(lists(articles, taxonomy));
      }),
    );
  });

  it("lists visible articles, each once, never the asker, and none of them only where there is none", () => {
    fc.assert(
      fc.property(anyArticles, anyTaxonomy, fc.array(fc.boolean()), (articles, taxonomy, drafts) => {
        const site = library(
          articles.map((one, at) => ({ ...one, draft: drafts[at] ?? false })),
          taxonomy,
        );
        const { related, hot, latest } = rankLibrary(site, settings);
        expect(related).toHaveLength(site.visible.length);
        for (const list of [...related, hot, latest]) {
          expect(new Set(list).size).toBe(list.length);
          for (const index of list) expect(site.visible[index]).toBeDefined();
        }
        for (const [asker, list] of related.entries()) {
          expect(list).not.toContain(asker);
          expect(list.length > 0).toBe(site.visible.length > 1);
          expect(list.length).toBeLessThanOrEqual(6);
        }
        expect(hot.length > 0).toBe(site.visible.length > 0);
        expect(latest.length > 0).toBe(site.visible.length > 0);
      }),
    );
  });

  it("tells no story twice in a list", () => {
    fc.assert(
      fc.property(anyArticles, anyTaxonomy, (articles, taxonomy) => {
        const site = library(articles, taxonomy);
        const isDuplicate = makeDuplicateTest(site.visible);
        const { related, hot, latest } = rankLibrary(site, settings);
        for (const list of [...related, hot, latest]) {
          for (const [at, index] of list.entries()) {
            expect(list.slice(0, at).filter((other) => isDuplicate(other, index))).toEqual([]);
          }
        }
      }),
    );
  });

  it("lists one more than is shown of the hot and the latest, and begins the same without it", () => {
    const articles = Array.from({ length: 30 }, (_, at) => article(`n/${at}`, day(at)));
    const { hot, latest } = rankLibrary(library(articles), settings);
    expect([hot.length, latest.length]).toEqual([11, 11]);
    const shorter = { ...settings, hot: { count: 9 }, latest: { count: 9 } };
    const fewer = rankLibrary(library(articles), shorter);
    expect([fewer.hot, fewer.latest]).toEqual([hot.slice(0, 10), latest.slice(0, 10)]);
  });

  it("ranks an empty site", () => {
    const empty = makeLibrary([], { labels: new Map(), aliases: new Map(), parents: new Map() }, LATER);
    expect(rankLibrary(empty, settings)).toEqual({ related: [], hot: [], latest: [] });
  });
});
