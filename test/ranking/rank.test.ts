import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Article, articleId } from "../../src/model/article.ts";
import type { Taxonomy } from "../../src/model/taxonomy.ts";
import { makeDuplicateTest } from "../../src/ranking/duplicates.ts";
import { type Library, makeLibrary } from "../../src/ranking/library.ts";
import { type Ranking, type Rankings, rankLibrary } from "../../src/ranking/rank.ts";
import { anyArticles, anyTaxonomy } from "./arbitrary.ts";
import { article, day, ids, LATER, library, settings, stamp } from "./articles.ts";

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
    expect(rankLibrary(empty, settings)).toMatchObject({ related: [], hot: [], latest: [] });
  });
});

describe("rankLibrary after another ranking", () => {
  const named = (value: string) => [{ value, place: { file: "a.md" } }];

  interface Edit {
    readonly gone: readonly number[];
    readonly come: readonly Article[];
    readonly changed: readonly (readonly [number, (of: Article) => Article])[];
    readonly taxonomy: Taxonomy | undefined;
  }

  /** One newsroom after another: articles go, come, and are changed. */
  const anyEdit: fc.Arbitrary<Edit> = fc.record({
    gone: fc.array(fc.nat({ max: 60 }), { maxLength: 2 }),
    come: anyArticles.map((articles) => articles.slice(0, 2)),
    changed: fc.array(fc.tuple(fc.nat({ max: 60 }), anyChange()), { maxLength: 2 }),
    taxonomy: fc.option(anyTaxonomy, { freq: 8, nil: undefined }),
  });

  function anyChange(): fc.Arbitrary<(of: Article) => Article> {
    return fc.oneof(
      anyArticles.map(
        ([other]) =>
          (of: Article) =>
            other === undefined ? of : { ...of, tags: other.tags, title: other.title },
      ),
      fc.nat({ max: 399 }).map((at) => (of: Article) => ({ ...of, date: stamp(day(at)) })),
      fc.constantFrom("news", "life").map((section) => (of: Article) => ({ ...of, section })),
      fc.nat({ max: 60 }).map((at) => (of: Article) => ({ ...of, related: named(`news/${at}`) })),
      fc.nat({ max: 60 }).map((at) => (of: Article) => ({ ...of, relatedExclude: named(`news/${at}`) })),
    );
  }

  function edited(articles: readonly Article[], edit: Edit, turn: number): Article[] {
    const changes = new Map(edit.changed);
    const kept = articles
      .map((one, at) => changes.get(at)?.(one) ?? one)
      .filter((_, at) => !edit.gone.includes(at));
    return [
      ...kept,
      ...edit.come.map((one, at) => ({ ...one, id: articleId(`${one.section}/new-${turn}-${at}`) })),
    ];
  }

  /** The lists of a ranking: what they rest on may be known less or more exactly. */
  const listsOf = ({ related, hot, latest }: Rankings) => ({ related, hot, latest });

  /** Ranks one newsroom after the other, and each for the first time too. */
  function expectSame(newsrooms: readonly Library[], cap?: number, terms = settings): void {
    let last: Ranking | undefined;
    for (const site of newsrooms) {
      const next: Ranking = rankLibrary(site, terms, last, cap);
      expect(listsOf(next)).toEqual(listsOf(rankLibrary(site, terms, undefined, cap)));
      last = next;
    }
  }

  it("gives the same lists as if it ranked for the first time, whatever the cap", () => {
    fc.assert(
      fc.property(
        anyArticles,
        anyTaxonomy,
        fc.array(anyEdit, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(3, 8, 16, 40, 2048),
        (articles, taxonomy, edits, cap) => {
          let now = { articles, taxonomy };
          const newsrooms = [now];
          for (const [turn, edit] of edits.entries()) {
            now = { articles: edited(now.articles, edit, turn), taxonomy: edit.taxonomy ?? now.taxonomy };
            newsrooms.push(now);
          }
          expectSame(
            newsrooms.map(({ articles, taxonomy }) => library(articles, taxonomy)),
            cap,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  const tagged = (at: number) => ({ tags: [`a${at % 3}`, `b${at % 7}`, `c${at % 10}`] });
  const sixty = Array.from({ length: 60 }, (_, at) => article(`n/${at}`, day(at), tagged(at)));
  const withWord = (word: Partial<Article>) =>
    sixty.map((one) => (one.id === "n/30" ? { ...one, ...word } : one));

  it("takes an editor's word that comes to mean something", () => {
    const asker = withWord({ related: named("other/x") });
    const pinned = article("other/x", day(3), { draft: true });
    expectSame([library(asker), library([...asker, { ...pinned, draft: false }])]);
    expectSame([library([...asker, pinned]), library([...asker, { ...pinned, draft: false }])]);
    const site = library(sixty);
    const index = site.visible.findIndex(({ id }) => id === "n/30");
    const best = site.visible[rankLibrary(site, settings).related[index]?.[0] ?? 0];
    const name = best?.id.split("/")[1] ?? "";
    // As long as there are two of that name, nobody knows which is excluded.
    const unsure = withWord({ relatedExclude: named(name) });
    expectSame([library([...unsure, article(`other/${name}`, day(3), { draft: true })]), library(unsure)]);
  });

  it("sees small changes add up to the cap", () => {
    const noise = (id: string, at: number) => article(id, day(at), { tags: ["t", "u", "v", "w"] });
    const plain = (id: string, at: number) => article(id, day(at), { tags: ["t"] });
    const first = [
      plain("n/asker", 100),
      ...Array.from({ length: 10 }, (_, at) => noise(`n/near${at}`, 100)),
      plain("n/x", 101),
      plain("n/y", 101),
      ...Array.from({ length: 26 }, (_, at) => noise(`n/far${at}`, 501 + at)),
    ];
    const newsrooms = Array.from({ length: 9 }, (_, turn) =>
      library([...first, ...Array.from({ length: turn }, (_, at) => noise(`n/fresh${at}`, 100))]),
    );
    expectSame(newsrooms, 16, { ...settings, related: { ...settings.related, count: 1 } });
  });

  it("reckons only the lists that can have changed", () => {
    const articles = Array.from({ length: 400 }, (_, at) => article(`n/${at}`, day(at), tagged(at)));
    const last = rankLibrary(library(articles), settings);
    // What stands is taken over as it is, here turned round.
    const turned = { ...last, related: last.related.map((list) => list.toReversed()) };
    const isTurned = (next: readonly Article[]) => {
      const site = library(next);
      const [now, again] = [rankLibrary(site, settings, turned), rankLibrary(site, settings)];
      return site.visible.map((_, at) => again.related[at]?.join() !== now.related[at]?.join());
    };
    const count = (flags: readonly boolean[]) => flags.filter(Boolean).length;
    expect(count(isTurned(articles))).toBe(400);
    const added = count(isTurned([...articles, article("n/new", day(399), tagged(399))]));
    expect(added).toBeGreaterThan(300);
    expect(added).toBeLessThan(400);
    const gone = count(isTurned(articles.slice(1)));
    expect(gone).toBeGreaterThan(300);
    expect(gone).toBeLessThan(399);
    const terms = { ...settings, related: { ...settings.related, halfLifeDays: 30 } };
    const site = library(articles);
    expect(rankLibrary(site, terms, turned)).toEqual(rankLibrary(site, terms));
  });
});
