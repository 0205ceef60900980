import { describe, expect, it } from "vitest";
import { tagKey } from "../../src/model/taxonomy.ts";
import { agesWithin, burstOf, measureBursts } from "../../src/ranking/bursts.ts";
import { article, day, library } from "./articles.ts";

describe("burstOf", () => {
  it.each([
    ["too few to count", 2, 0.1, 0],
    ["fewer than expected", 3, 8, 0],
    ["three where half of one was expected", 3, 0.5, 2.5],
    ["far more than expected", 50, 0.5, 6],
  ])("%s: %i against %f is %f", (_, recent, expected, burst) => {
    expect(burstOf(recent, expected)).toBeCloseTo(burst, 12);
  });
});

describe("measureBursts", () => {
  it("counts the last seven days against the 56 before, up to the newest article's day", () => {
    const at = (age: number, ...tags: readonly string[]) => article(`n/${age}`, day(100 - age), { tags });
    const site = library([at(0, "x"), at(3, "x"), at(6, "x"), at(7, "x"), at(62, "y"), at(63, "x", "y")]);
    const bursts = measureBursts(site);
    // λ = 3 · (1 + 0.5) / (2 + 1); z = (3 − 1.5) / √2.
    expect(bursts.get(tagKey("x"))).toEqual({
      recent: 3,
      before: 1,
      expected: 1.5,
      burst: 1.5 / Math.sqrt(2),
    });
    expect(bursts.get(tagKey("y"))).toEqual({ recent: 0, before: 1, expected: 1.5, burst: 0 });
    expect(agesWithin(site, 63)).toEqual([0, 3, 6, 7, 62]);
  });

  it("does not count what titles name or ancestors lend", () => {
    const site = library([
      article("a", day(1), { title: "民生热线", tags: ["民生"] }),
      article("b", day(1), { title: "民生热线一", tags: ["民生"] }),
      article("c", day(1), { title: "民生热线二" }),
    ]);
    expect(measureBursts(site).get(tagKey("民生"))?.recent).toBe(2);
  });
});
