import { describe, expect, it } from "vitest";
import { emptyTaxonomy, tagKey } from "../../src/model/taxonomy.ts";
import { makeTagFinder } from "../../src/ranking/implicitTags.ts";
import { article, library } from "./articles.ts";

const TAGS = ["临沂", "临沂市", "Istio", "５Ｇ网络", "AI", "雪", "C919大飞机"];

const known = library([
  article("a", "2026-02-01", { tags: TAGS }),
  article("b", "2026-02-02", { tags: [...TAGS, "暴雨"] }),
]);

describe("makeTagFinder", () => {
  it.each([
    ["a Han name anywhere", "临沂今日大雪", ["临沂"]],
    ["each of two nested names", "走进临沂市", ["临沂", "临沂市"]],
    ["a Latin name between Han characters, in any case", "使用ISTIO部署", ["istio"]],
    ["full-width letters", "ＩＳＴＩＯ 入门", ["istio"]],
    ["no part of a Latin word", "Istioctl 与 myistio", []],
    ["no name of two letters", "AI 来了", []],
    ["no name of one Han character", "下雪了", []],
    ["a mixed name by its Han characters", "全县建成5G网络", ["5g网络"]],
    ["no mixed name that goes on to the left", "15G网络", []],
    ["no name on a single article", "暴雨", []],
  ])("finds %s", (_, title, found) => {
    expect(makeTagFinder(known)(title)).toEqual(found);
  });

  it("finds a tag by its label", () => {
    const taxonomy = { ...emptyTaxonomy, labels: new Map([[tagKey("lrt"), "轻轨"]]) };
    const articles = [
      article("a", "2026-02-01", { tags: ["lrt"] }),
      article("b", "2026-02-01", { tags: ["lrt"] }),
    ];
    expect(makeTagFinder(library(articles, taxonomy))("轻轨开通")).toEqual(["lrt"]);
  });
});
