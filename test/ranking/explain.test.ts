import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId } from "../../src/model/article.ts";
import { explainPair, explainRelated } from "../../src/ranking/explain.ts";
import { explainHot } from "../../src/ranking/explainHot.ts";
import { rankLibrary } from "../../src/ranking/rank.ts";
import { anyArticles, anyTaxonomy } from "./arbitrary.ts";
import { article, day, library, settings, withParents } from "./articles.ts";

const named = (value: string) => [{ value, place: { file: "a.md" } }];

const site = library(
  [
    article("n/asker", day(100), {
      title: "柑橘丰收",
      tags: ["罗庄区", "民生"],
      related: named("pin"),
      relatedExclude: named("off"),
    }),
    article("n/pin", day(40)),
    article("n/off", day(99), { tags: ["民生"] }),
    article("m/city", day(10), { tags: ["临沂市", "柑橘"] }),
    article("m/fruit", day(0), { tags: ["柑橘"] }),
    article("m/twin", day(98), { title: "柑橘丰收_澜江日报", tags: ["民生"] }),
    article("n/bare", day(97)),
    article("m/draft", day(97), { draft: true }),
  ],
  withParents({ 罗庄区: "临沂市" }),
);
const id = articleId;

describe("explainRelated", () => {
  it("gives each article's reason and what its score is made of", () => {
    const list = explainRelated(site, settings, id("n/asker")) ?? [];
    expect(list.map((one) => `${one.id} ${one.reason}`)).toEqual([
      "n/pin pinned",
      "m/city tags",
      "m/fruit tags",
      "n/bare fallback: section",
    ]);
    const city = list[1];
    expect(city).toMatchObject({ days: 90, nearness: 0.55, sameSection: false });
    expect(city?.score).toBe(Math.round((city?.similarity ?? 0) * 550_000));
    // w is 1/2 for 临沂市 (on two) and 1/3 for 柑橘 (on four, two of them by their titles): 1/4 · 1/2 against 1/6 · 1/3.
    expect(city?.sharedTags).toEqual([
      { label: "临沂市", share: expect.closeTo(9 / 13, 12), origin: "ancestor", candidateOrigin: "carried" },
      { label: "柑橘", share: expect.closeTo(4 / 13, 12), origin: "implicit", candidateOrigin: "carried" },
    ]);
  });

  it("knows nothing of an article that is not visible", () => {
    expect(explainRelated(site, settings, id("m/draft"))).toBeUndefined();
    expect(explainPair(site, settings, id("n/asker"), id("m/draft"))).toBeUndefined();
  });

  it("explains the lists that are ranked", () => {
    fc.assert(
      fc.property(anyArticles, anyTaxonomy, (articles, taxonomy) => {
        const site = library(articles, taxonomy);
        const first = site.visible[0];
        if (first === undefined) return;
        const listed = rankLibrary(site, settings).related[0]?.map((index) => site.visible[index]?.id);
        const explained = explainRelated(site, settings, first.id) ?? [];
        expect(explained.map((one) => one.id)).toEqual(listed);
        for (const { sharedTags, score } of explained) {
          const whole = sharedTags.reduce((total, { share }) => total + share, 0);
          expect(whole).toBeCloseTo(score > 0 ? 1 : 0, 9);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("explainPair", () => {
  it.each([
    ["n/pin", { kind: "listed", rank: 1, reason: "pinned" }],
    ["m/fruit", { kind: "listed", rank: 3, reason: "tags" }],
    ["n/off", { kind: "excluded" }],
    ["m/twin", { kind: "duplicate", of: "n/asker" }],
    ["n/asker", { kind: "itself" }],
  ])("says of %s how it stands", (other, standing) => {
    expect(explainPair(site, settings, id("n/asker"), id(other))?.standing).toEqual(standing);
  });

  it("tells the outranked from the unrelated", () => {
    const short = { ...settings, related: { ...settings.related, count: 1 } };
    expect(explainPair(site, short, id("n/asker"), id("m/city"))?.standing).toEqual({ kind: "outranked" });
    expect(explainPair(site, short, id("n/asker"), id("n/bare"))?.standing).toEqual({ kind: "unrelated" });
  });
});

describe("explainHot", () => {
  const storm = ["x", "y", "z"].map((name) =>
    article(name, day(99), { tags: ["Storm", "quiet"], title: "台风登陆" }),
  );
  const lively = library([
    article("new", day(100)),
    ...storm,
    article("never", day(100), { hot: false }),
    article("first", day(98), { hot: true }),
    article("old", day(50)),
    ...Array.from({ length: 6 }, (_, at) => article(`${at}quiet`, day(60), { tags: ["quiet"] })),
  ]);
  const explain = (name: string) => explainHot(lively, settings, id(name));

  it("shows the tags that count with their figures, the heat and the rank", () => {
    // n_R = 6, n_B = 7: λ(storm) = 6 · 0.5 / 8 and λ(quiet) = 6 · 6.5 / 8.
    const burst = (3 - 0.375) / Math.sqrt(0.875);
    expect(explain("x")).toEqual({
      standing: "candidate",
      tags: [
        { label: "Storm", recent: 3, before: 0, expected: 0.375, burst },
        { label: "quiet", recent: 3, before: 6, expected: 4.875, burst: 0 },
      ],
      heat: (0.25 + burst / 6) * (1 - 1 / 6),
      rank: 2,
      duplicateOf: undefined,
    });
  });

  it.each([
    ["first", "pinned", 1, undefined],
    ["y", "candidate", undefined, "x"],
    ["never", "never", undefined, undefined],
    ["new", "candidate", 3, undefined],
    ["0quiet", "old", 4, undefined],
  ])("says of %s that it is %s", (name, standing, rank, duplicateOf) => {
    expect(explain(name)).toMatchObject({ standing, rank, duplicateOf });
  });

  it("knows nothing of an article that is not visible", () => {
    expect(explain("nobody")).toBeUndefined();
  });
});
