import { describe, expect, it } from "vitest";
import { emptyTaxonomy, tagKey } from "../../src/model/taxonomy.ts";
import { makeLibrary, tagLabel } from "../../src/ranking/library.ts";
import { article, stamp } from "./articles.ts";

const NOON = stamp("2026-02-09T12:00").epoch;

const site = [
  article("news/draft", "2026-02-01", { draft: true }),
  article("news/future", "2026-02-10"),
  article("news/embargoed", "2026-02-01", { publishAt: stamp("2026-02-09T18:00") }),
  article("news/gone", "2026-02-01", { expires: stamp("2026-02-09T12:00") }),
  article("news/leaving", "2026-02-02", { expires: stamp("2026-02-09T20:00") }),
  article("news/old-notice", "2026-01-01", { withdrawn: { date: stamp("2026-02-01"), reason: "r" } }),
  article("news/notice", "2026-02-03", { withdrawn: { date: stamp("2026-02-04"), reason: "r" } }),
  article("news/b", "2026-02-05"),
  article("news/a", "2026-02-05"),
];

describe("makeLibrary", () => {
  it("shows what is published, newest first and then by id", () => {
    const { visible } = makeLibrary(site, emptyTaxonomy, NOON);
    expect(visible.map(({ id }) => id)).toEqual(["news/a", "news/b", "news/leaving"]);
  });

  it("keeps the notices of withdrawn articles apart", () => {
    const { withdrawn } = makeLibrary(site, emptyTaxonomy, NOON);
    expect(withdrawn.map(({ id }) => id)).toEqual(["news/notice", "news/old-notice"]);
  });

  it("gives every article a status", () => {
    const { status } = makeLibrary(site, emptyTaxonomy, NOON);
    expect(Object.fromEntries(status)).toEqual({
      "news/draft": "draft",
      "news/future": "scheduled",
      "news/embargoed": "scheduled",
      "news/gone": "expired",
      "news/leaving": "published",
      "news/old-notice": "withdrawn",
      "news/notice": "withdrawn",
      "news/a": "published",
      "news/b": "published",
    });
  });

  it("shows drafts and future articles where a preview asks for them", () => {
    const { visible } = makeLibrary(site, emptyTaxonomy, NOON, { drafts: true, future: true });
    expect(visible.map(({ id }) => id)).toEqual([
      "news/future",
      "news/a",
      "news/b",
      "news/leaving",
      "news/draft",
      "news/embargoed",
    ]);
  });

  it.each([
    ["noon", "2026-02-09T12:00", "2026-02-09T18:00"],
    ["the moment an embargo ends", "2026-02-09T18:00", "2026-02-09T20:00"],
    ["the evening", "2026-02-09T21:00", "2026-02-10"],
    ["the end", "2026-02-10", undefined],
  ])("says when the site changes next by time alone: at %s", (_, now, due) => {
    const { nextDue } = makeLibrary(site, emptyTaxonomy, stamp(now).epoch);
    expect(nextDue).toBe(due === undefined ? undefined : stamp(due).epoch);
  });

  it("expects nothing of a draft, or of an article that expires before it opens", () => {
    const never = [
      article("a", "2026-03-01", { draft: true }),
      article("b", "2026-03-01", { expires: stamp("2026-02-20") }),
    ];
    expect(makeLibrary(never, emptyTaxonomy, NOON).nextDue).toBeUndefined();
  });

  it("indexes tags by their canonical keys, newest article first", () => {
    const taxonomy = { ...emptyTaxonomy, aliases: new Map([[tagKey("一号线"), tagKey("地铁1号线")]]) };
    const articles = [
      article("a", "2026-02-01", { tags: ["地铁1号线", "民生"] }),
      article("b", "2026-02-02", { tags: ["一号线", "地铁１号线"] }),
    ];
    const { keys, tags } = makeLibrary(articles, taxonomy, NOON);
    expect(keys).toEqual([["地铁1号线"], ["地铁1号线", "民生"]]);
    expect(tags.get(tagKey("地铁1号线"))?.articles).toEqual([0, 1]);
    expect(tags.get(tagKey("民生"))?.articles).toEqual([1]);
  });

  it("labels a tag as the oldest article spells it, unless the taxonomy has a label", () => {
    const articles = [
      article("new", "2026-02-03", { tags: ["ISTIO", "ai"] }),
      article("old", "2026-02-01", { tags: [" Istio ", "AI"] }),
    ];
    const taxonomy = { ...emptyTaxonomy, labels: new Map([[tagKey("ai"), "人工智能"]]) };
    const library = makeLibrary(articles, taxonomy, NOON);
    expect(tagLabel(library, tagKey("istio"))).toBe("Istio");
    expect(tagLabel(library, tagKey("ai"))).toBe("人工智能");
    expect(tagLabel(library, tagKey("nobody's"))).toBe("nobody's");
  });
});
