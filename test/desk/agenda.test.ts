import { describe, expect, it } from "vitest";
import { agendaOf } from "../../src/desk/agenda.ts";
import type { Article } from "../../src/model/article.ts";
import { emptyTaxonomy } from "../../src/model/taxonomy.ts";
import { makeLibrary } from "../../src/ranking/library.ts";
import { article, stamp } from "../ranking/articles.ts";

const NOW = stamp("2026-03-31T12:00").epoch;
const LATER = stamp("2026-04-02T08:00");
const LAST = stamp("2026-04-05T08:00");

const told = (articles: readonly Article[], now = NOW) =>
  agendaOf(articles, now).map(({ at, kind, id }) => `${at.local.slice(5, 16)} ${kind} ${id}`);

describe("what will change", () => {
  it("is told soonest first, then by id", () => {
    expect(
      told([
        article("news/c", "2026-03-01", { expires: LAST }),
        article("news/b", "2026-04-02T08:00"),
        article("news/a", "2026-03-01", { publishAt: LATER, expires: LAST }),
        article("news/d", "2026-03-01", { pinned: stamp("2026-04-01T08:00") }),
      ]),
    ).toEqual([
      "04-01T08:00 unpins news/d",
      "04-02T08:00 appears news/a",
      "04-02T08:00 appears news/b",
      "04-05T08:00 leaves news/a",
      "04-05T08:00 leaves news/c",
    ]);
  });

  it.each<[string, Partial<Article>]>([
    ["a draft", { draft: true, publishAt: LATER, expires: LAST }],
    ["what is over before it opens", { publishAt: LAST, expires: LATER }],
    ["what has left", { expires: stamp("2026-03-30"), pinned: LATER }],
    ["a pin that has ended", { pinned: stamp("2026-03-30") }],
    [
      "a pin that ends before the article is seen",
      { publishAt: stamp("2026-03-20"), pinned: stamp("2026-03-19") },
    ],
    [
      "the pin of a withdrawn article",
      { pinned: LATER, withdrawn: { date: stamp("2026-03-02"), reason: "" } },
    ],
    ["what is always there", { pinned: true }],
  ])("leaves out %s", (_, parts) => {
    expect(told([article("news/a", "2026-03-01", parts)])).toEqual([]);
  });

  it("leaves out a pin that outlasts its article, and one that ends while it waits", () => {
    expect(told([article("news/a", "2026-03-01", { pinned: LAST, expires: LATER })])).toEqual([
      "04-02T08:00 leaves news/a",
    ]);
    expect(told([article("news/a", "2026-03-01", { pinned: LATER, publishAt: LAST })])).toEqual([
      "04-05T08:00 appears news/a",
    ]);
  });

  it("begins with the moment for which a build asks to be scheduled, whenever that is", () => {
    const articles = [
      article("news/a", "2026-03-01", { publishAt: LATER, expires: LAST, pinned: stamp("2026-04-03") }),
      article("news/b", "2026-03-31", { pinned: stamp("2026-04-04T09:00") }),
      article("news/c", "2026-04-01", { draft: true }),
      article("news/d", "2026-04-06", { expires: stamp("2026-04-08") }),
    ];
    const moments = Array.from({ length: 240 }, (_, hour) => NOW + hour * 3_600_000);
    for (const now of moments)
      expect(agendaOf(articles, now)[0]?.at.epoch).toBe(makeLibrary(articles, emptyTaxonomy, now).nextDue);
    expect(agendaOf(articles, NOW)).toHaveLength(6);
  });
});
