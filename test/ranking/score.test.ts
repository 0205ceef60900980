import { describe, expect, it } from "vitest";
import { buildPostings } from "../../src/ranking/postings.ts";
import { makeScale, makeScorer } from "../../src/ranking/score.ts";
import { article, day, library } from "./articles.ts";

// Newest first: 0 carries x and y, 1 and 2 carry x, 3 carries nothing. x is on three (w = 1/2), y on one (w = 1).
const site = library(
  [
    article("news/d", day(90), { tags: ["x", "y"] }),
    article("news/c", day(90 - 0), { tags: ["x"] }),
    article("life/b", day(0), { tags: ["x"] }),
    article("life/a", day(0)),
  ].map((one, at) => ({ ...one, date: { ...one.date, epoch: one.date.epoch - at } })),
);

const scale = makeScale(site, buildPostings(site, true), 90);
const scorer = makeScorer(scale);

describe("makeScorer", () => {
  it("damps the asker's length more than the candidate's", () => {
    scorer.face(0);
    expect(scorer.similarity(1)).toBeCloseTo(0.25 / (1.25 ** 0.75 * 0.5 ** 0.5), 12);
    scorer.face(1);
    expect(scorer.similarity(0)).toBeCloseTo(0.25 / (0.5 ** 1.5 * 1.25 ** 0.25), 12);
  });

  it("gives two articles of the same tags a similarity of one", () => {
    scorer.face(1);
    expect(scorer.similarity(2)).toBeCloseTo(1, 12);
  });

  it("multiplies by nearness and the section's factor and rounds to whole millionths", () => {
    scorer.face(1);
    // The same section and day; then another section, 90 days apart: 0.1 + 0.9 / 2.
    expect(scorer.score(0)).toBe(Math.round((1_100_000 * 0.25) / (0.5 ** 1.5 * 1.25 ** 0.25)));
    expect(scorer.score(2)).toBe(550_000);
  });

  it("scores 0 where nothing is shared, on either side", () => {
    scorer.face(0);
    expect(scorer.score(3)).toBe(0);
    scorer.face(3);
    expect([0, 1, 2].map(scorer.score)).toEqual([0, 0, 0]);
  });

  it("forgets the last asker", () => {
    scorer.face(0);
    scorer.face(2);
    expect(scorer.sharedValue(0)).toBe(0.25);
  });
});
