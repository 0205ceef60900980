import { describe, expect, it } from "vitest";
import { parseSources } from "../../src/config/sourcesYaml.ts";
import { spots } from "../support/spots.ts";

function parse(source: string) {
  return parseSources(source, "content/sources.yaml");
}

describe("sources.yaml", () => {
  it("reads outlets in both languages", () => {
    expect(
      parse(
        "- {name: 澜江日报, url: https://lanjiang.example.com, aliases: [澜江报]}\n- {名称: 云溪融媒, 别名: 云溪}\n- 网址: https://a.example/\n  名称: 甲",
      ),
    ).toEqual({
      value: [
        { name: "澜江日报", url: "https://lanjiang.example.com/", aliases: ["澜江报"] },
        { name: "云溪融媒", aliases: ["云溪"] },
        { name: "甲", url: "https://a.example/", aliases: [] },
      ],
      diagnostics: [],
    });
  });

  it.each(["", "# 说明\n", "[]"])("may be as empty as %j", (source) => {
    expect(parse(source)).toEqual({ value: [], diagnostics: [] });
  });

  it.each([
    ["澜江日报: https://a.example", ["1:1 yaml/wrong-type"]],
    ["- 澜江日报", ["1:3 yaml/not-a-map"]],
    ["- {url: https://a.example}", ["1:3 yaml/missing-key"]],
    ["- name: 甲\n  url: a.example", ["2:8 yaml/url"]],
    ["- name: 甲\n  地址: a", ["2:3 yaml/unknown-key"]],
    ["- name: ''\n- name: 乙\n  urls: x", ["1:3 yaml/empty", "3:3 yaml/mistyped-key"]],
    ["- name: [", ["1:9 yaml/syntax"]],
  ])("refuses %j", (source, expected) => {
    const { value, diagnostics } = parse(source);
    expect(value).toBeUndefined();
    expect(spots(diagnostics)).toEqual(expected);
    expect(diagnostics.every(({ severity }) => severity === "error")).toBe(true);
  });
});
