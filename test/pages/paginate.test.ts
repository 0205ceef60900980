import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listingRoute, olderPages, paginate } from "../../src/pages/paginate.ts";

const cuts = fc.record({ length: fc.nat(200), perPage: fc.integer({ min: 1, max: 25 }) });
const newestFirst = (length: number) => Array.from({ length }, (_, index) => length - index);

describe("paginate", () => {
  test("changes no older page when one article comes at the front", () => {
    fc.assert(
      fc.property(cuts, ({ length, perPage }) => {
        const before = paginate(newestFirst(length), perPage).older;
        const after = paginate(newestFirst(length + 1), perPage).older;
        expect(after.slice(0, before.length)).toEqual(before);
        expect(after.length - before.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("keeps from perPage to 2 × perPage − 1 articles on the index, where there are as many", () => {
    fc.assert(
      fc.property(cuts, ({ length, perPage }) => {
        const { index, older } = paginate(newestFirst(length), perPage);
        expect(index.length).toBeLessThan(2 * perPage);
        expect(index.length).toBeGreaterThanOrEqual(Math.min(length, perPage));
        for (const page of older) expect(page).toHaveLength(perPage);
      }),
    );
  });

  test("holds every article exactly once, newest first from the index back to page 1", () => {
    fc.assert(
      fc.property(cuts, ({ length, perPage }) => {
        const items = newestFirst(length);
        const { index, older } = paginate(items, perPage);
        expect([...index, ...older.toReversed().flat()]).toEqual(items);
        expect(older).toHaveLength(olderPages(length, perPage));
      }),
    );
  });

  test.each([
    { length: 0, sizes: [0] },
    { length: 20, sizes: [20] },
    { length: 39, sizes: [39] },
    { length: 40, sizes: [20, 20] },
    { length: 59, sizes: [39, 20] },
    { length: 60, sizes: [20, 20, 20] },
  ])("cuts $length articles into pages of $sizes", ({ length, sizes }) => {
    const { index, older } = paginate(newestFirst(length), 20);
    expect([index.length, ...older.map((page) => page.length)]).toEqual(sizes);
  });

  test("puts the oldest articles on page 1", () => {
    expect(paginate(newestFirst(5), 2).older[0]).toEqual([2, 1]);
    expect(listingRoute("economy", 1)).toBe("/economy/page/1.html");
    expect(listingRoute("economy")).toBe("/economy/index.html");
  });
});
