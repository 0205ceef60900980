import { describe, expect, it } from "vitest";
import { nearness, nearnessTable } from "../../src/ranking/nearness.ts";

describe("nearness", () => {
  it.each([
    [0, 1],
    [45, 0.1 + 0.9 * 0.75],
    [90, 0.1 + 0.9 * 0.5],
    [135, 0.1 + (0.9 * 0.75) / 2],
    [180, 0.1 + 0.9 * 0.25],
  ])("of %i days with a half-life of 90 and a floor of 0.1 is %f", (days, expected) => {
    expect(nearness(days, 90, 0.1)).toBeCloseTo(expected, 12);
  });

  it.each([
    [0, 1],
    [1, 5 / 6],
    [3, 0.5],
    [7, 5 / 6 / 4],
  ])("of %i days with a half-life of 3 and no floor is %f", (days, expected) => {
    expect(nearness(days, 3, 0)).toBeCloseTo(expected, 12);
  });

  it("reaches the floor for articles centuries apart", () => {
    expect(nearness(700_000, 90, 0.1)).toBeCloseTo(0.1, 12);
  });

  it("never rises with distance", () => {
    const table = nearnessTable(2000, 90, 0.1);
    expect(table).toHaveLength(2001);
    for (const [days, near] of table.entries()) expect(near).toBeLessThanOrEqual(table[days - 1] ?? 1);
  });
});
