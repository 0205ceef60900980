import { describe, expect, it } from "vitest";
import { makeBonds } from "../../src/ranking/bonds.ts";
import type { Library } from "../../src/ranking/library.ts";
import type { Postings } from "../../src/ranking/postings.ts";
import { buildPostings, originOf, rarity } from "../../src/ranking/postings.ts";
import { article, library, withParents } from "./articles.ts";

describe("rarity", () => {
  it.each([
    [1, 1],
    [2, 1 / 2],
    [3, 1 / 2],
    [4, 1 / 3],
    [7, 1 / 3],
    [8, 1 / 4],
    [29_000, 1 / 15],
  ])("of a tag on %i articles is %f", (count, expected) => {
    expect(rarity(count)).toBe(expected);
  });
});

describe("makeBonds", () => {
  const regions = withParents({ 罗庄区: "临沂市", 临沂市: "山东省", 济南市: "山东省" });
  const site = library(
    [
      article("news/c", "2026-02-03", { title: "山东省会议", tags: ["罗庄区"] }),
      article("news/b", "2026-02-02", { title: "临沂市罗庄区", tags: ["罗庄区", "济南市"] }),
      article("news/a", "2026-02-01", { title: "罗庄区记", tags: ["山东省"] }),
      article("news/0", "2026-01-01", { tags: ["山东省"] }),
    ],
    regions,
  );
  const strengths = (of: Library, index: number, implicit: boolean) =>
    Object.fromEntries(
      makeBonds(of, implicit)(index).map(({ key, strength, origin }) => [key, [strength, origin]]),
    );

  it("halves an ancestor's strength with each step and keeps the largest", () => {
    expect(strengths(site, 1, false)).toEqual({
      罗庄区: [1, "carried"],
      济南市: [1, "carried"],
      临沂市: [0.5, "ancestor"],
      山东省: [0.5, "ancestor"],
    });
  });

  it("lends a tag that the title names, where it is more than what is there", () => {
    expect(strengths(site, 0, true)).toEqual({
      罗庄区: [1, "carried"],
      临沂市: [0.5, "ancestor"],
      山东省: [0.5, "implicit"],
    });
    expect(strengths(site, 2, true)).toEqual({ 山东省: [1, "carried"], 罗庄区: [0.5, "implicit"] });
  });

  it("reads no titles where implicit tags are off", () => {
    expect(strengths(site, 2, false)).toEqual({ 山东省: [1, "carried"] });
  });
});

describe("buildPostings", () => {
  const site = library(
    [
      article("x/3", "2026-02-03", { tags: ["common", "rare"] }),
      article("x/2", "2026-02-02", { tags: ["common", "child"] }),
      article("x/1", "2026-02-01", { tags: ["common"] }),
      article("x/0", "2026-01-01"),
    ],
    withParents({ child: "rare" }),
  );
  const postings = buildPostings(site, true);

  const rowOf = ({ rows, tags, tag, value }: Postings, index: number) =>
    Array.from({ length: (rows[index + 1] ?? 0) - (rows[index] ?? 0) }, (_, at) => {
      const entry = (rows[index] ?? 0) + at;
      return [tags[tag[entry] ?? 0], value[entry], originOf(postings, entry)];
    });

  it("numbers tags from rare to common and counts lent ones", () => {
    expect(postings.tags).toEqual(["child", "rare", "common"]);
    expect([...postings.weights]).toEqual([1, 1 / 2, 1 / 2]);
  });

  it("holds each article's vector, rarest tag first, and its length", () => {
    expect(rowOf(postings, 0)).toEqual([
      ["rare", 1 / 2, "carried"],
      ["common", 1 / 2, "carried"],
    ]);
    expect(rowOf(postings, 1)).toEqual([
      ["child", 1, "carried"],
      ["rare", 1 / 4, "ancestor"],
      ["common", 1 / 2, "carried"],
    ]);
    expect(rowOf(postings, 3)).toEqual([]);
    expect([...postings.lengths]).toEqual([Math.sqrt(1 / 2), Math.sqrt(1 + 1 / 16 + 1 / 4), 1 / 2, 0]);
  });

  it("holds each tag's articles, newest first, and every entry's place among them", () => {
    const { lists, articles, place, rows } = postings;
    expect([...lists]).toEqual([0, 1, 3, 6]);
    expect([...articles]).toEqual([1, 0, 1, 0, 1, 2]);
    for (let index = 0; index < site.visible.length; index++) {
      for (let entry = rows[index] ?? 0; entry < (rows[index + 1] ?? 0); entry++) {
        expect(articles[place[entry] ?? -1]).toBe(index);
      }
    }
  });
});
