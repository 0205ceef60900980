import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeDuplicateTest } from "../../src/ranking/duplicates.ts";
import { listLatest } from "../../src/ranking/latest.ts";
import { article, day, ids, library } from "./articles.ts";

/** One article a day, newest first, from the sources given; a dash has none. */
function latest(sources: string, count: number): string {
  const site = library(
    [...sources].map((source, age) =>
      article(`${age}${source}`, day(100 - age), source === "-" ? {} : { source: { name: source } }),
    ),
  );
  return ids(site, listLatest(site, count, makeDuplicateTest(site.visible))).join(" ");
}

describe("listLatest", () => {
  it.each([
    ["by date where sources vary", "ABAB", 4, "0A 1B 2A 3B"],
    ["a third from one source after the next other one", "AAAB", 4, "0A 1A 3B 2A"],
    ["those put off as soon as they may come", "AAAABCA", 7, "0A 1A 4B 2A 3A 5C 6A"],
    ["one source alone where there is no other", "AAAA", 4, "0A 1A 2A 3A"],
    ["those put off where the list would run short", "AAAAB", 5, "0A 1A 4B 2A 3A"],
    ["articles without a source by date", "-----", 5, "0- 1- 2- 3- 4-"],
    ["an article without a source as another source", "AAA-", 4, "0A 1A 3- 2A"],
    ["no article much older to break a row", "AAAAAAB", 3, "0A 1A 2A"],
  ])("lists %s", (_, sources, count, expected) => {
    expect(latest(sources, count)).toBe(expected);
  });

  it("lists a story once, the newer one", () => {
    const site = library([
      article("b", day(2), { title: "台风登陆" }),
      article("a", day(1), { title: "【快讯】台风登陆" }),
      article("c", day(0)),
    ]);
    expect(ids(site, listLatest(site, 10, makeDuplicateTest(site.visible)))).toEqual(["b", "c"]);
  });

  it("has three in a row from one source only where none of the newest stories could stand between", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("A", "B", "-"), { maxLength: 30 }),
        fc.integer({ min: 1, max: 12 }),
        (sources, count) => {
          const list = latest(sources.join(""), count).split(" ");
          const source = (at: number) => list[at]?.at(-1);
          for (let at = 2; at < list.length; at++) {
            if (source(at) === "-" || source(at) !== source(at - 1) || source(at) !== source(at - 2))
              continue;
            const pool = sources.slice(0, 2 * count).map((name, age) => `${age}${name}`);
            expect(
              pool.filter((id) => !list.slice(0, at).includes(id) && !id.endsWith(source(at) ?? "")),
            ).toEqual([]);
          }
        },
      ),
    );
  });
});
