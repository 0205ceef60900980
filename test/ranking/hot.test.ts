import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import type { TagKey } from "../../src/model/taxonomy.ts";
import { tagKey } from "../../src/model/taxonomy.ts";
import { makeDuplicateTest } from "../../src/ranking/duplicates.ts";
import { heatOf, listHot, makeThermometer } from "../../src/ranking/hot.ts";
import { article, day, ids, library } from "./articles.ts";

function hot(articles: readonly Article[], count = 10): string[] {
  const site = library(articles);
  return ids(site, listHot(site, makeThermometer(site), count, makeDuplicateTest(site.visible)));
}

/** An article so many days before day 100; its name is its id and, in letters, its title. */
const at = (name: string, age: number, parts: Partial<Article> = {}) => article(name, day(100 - age), parts);

describe("heatOf", () => {
  it("adds the three strongest tags to a base and halves the sum every three days", () => {
    const site = library([at("a", 0), at("b", 3, { tags: ["p", "q", "r", "s"] })]);
    const strengths = new Map<TagKey, number>([
      [tagKey("p"), 6],
      [tagKey("q"), 1],
      [tagKey("r"), 3],
      [tagKey("s"), 1.5],
    ]);
    const heat = heatOf(site, makeThermometer(site), 1, (key) => strengths.get(key) ?? 0);
    expect(heat).toBeCloseTo((0.25 + (6 + 3 + 1.5) / 6) / 2, 12);
  });
});

describe("listHot", () => {
  it("is by date where nothing bursts", () => {
    expect(hot([at("c", 2), at("a", 0), at("b", 1)])).toEqual(["a", "b", "c"]);
  });

  it("puts a topic that bursts before newer articles", () => {
    const storm = ["x", "y", "z"].map((name) => at(name, 1, { tags: ["storm"] }));
    expect(hot([at("new", 0), ...storm]).slice(0, 1)).toEqual(["x"]);
  });

  it("is not moved by a topic that is always there", () => {
    const daily = Array.from({ length: 60 }, (_, age) => at(`${age}daily`, age + 1, { tags: ["daily"] }));
    expect(hot([at("new", 0), ...daily], 3)).toEqual(["new", "0daily", "1daily"]);
  });

  it("halves a topic's strength each time, so that one story does not fill the list", () => {
    const storm = ["s1", "s2", "s3", "s4"].map((name) => at(name, 0, { tags: ["storm"], title: `s${name}` }));
    const other = ["o1", "o2", "o3"].map((name) => at(name, 0, { tags: ["other"] }));
    const articles = [
      ...storm,
      ...other,
      ...Array.from({ length: 40 }, (_, old) => at(`${old}old`, 20, { tags: ["old"] })),
    ];
    // λ = 7 · 0.5 / 41; z(storm) = min(6, (4 − λ)/√(λ + 0.5)) ≈ 5.12, z(other) ≈ 3.81: storm, other, storm (2.56), other (1.9), …
    expect(hot(articles, 5)).toEqual(["s1", "o1", "s2", "o2", "s3"]);
  });

  it("puts pinned articles first until the newest is 72 hours younger", () => {
    const articles = [
      article("new", "2026-02-09T12:00"),
      article("kept", "2026-02-06T12:01", { hot: true }),
      article("past", "2026-02-06T12:00", { hot: true }),
      article("mid", "2026-02-08T12:00"),
    ];
    expect(hot(articles)).toEqual(["kept", "new", "mid", "past"]);
  });

  it("never lists what the editor keeps off, not even to fill the list", () => {
    expect(hot([at("a", 0, { hot: false }), at("b", 1), at("c", 30, { hot: false }), at("d", 31)])).toEqual([
      "b",
      "d",
    ]);
  });

  it("lets articles that are kept off count for their tags", () => {
    const off = ["x", "y"].map((name) => at(name, 1, { tags: ["storm"], hot: false }));
    expect(hot([at("new", 0), at("storm", 1, { tags: ["storm"] }), ...off])).toEqual(["storm", "new"]);
  });

  it("fills up with the newest where candidates are few", () => {
    expect(hot([at("b", 14), at("a", 13), at("new", 0), at("c", 200)])).toEqual(["new", "a", "b", "c"]);
  });

  it("tells a story once, also where it fills up", () => {
    const title = "台风登陆";
    expect(
      hot([at("a", 0, { title }), at("b", 0, { title }), at("c", 20, { title }), at("d", 21, { title })]),
    ).toEqual(["a", "c"]);
  });
});
