import { describe, expect, it } from "vitest";
import { parseTags } from "../../src/config/tagsYaml.ts";
import { ancestorsOf, canonicalTags, tagKey } from "../../src/model/taxonomy.ts";
import { spots } from "../support/spots.ts";

function parse(source: string) {
  return parseTags(source, "content/tags.yaml");
}

function taxonomy(source: string) {
  const { value, diagnostics } = parse(source);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error("no taxonomy");
  return value;
}

describe("tags.yaml", () => {
  it.each(["", "# 说明\n"])("may be as empty as %j", (source) => {
    expect(parse(source)).toMatchObject({ value: { labels: new Map() }, diagnostics: [] });
  });

  it("shows a tag by its label, else by its name as written", () => {
    const { labels } = taxonomy("ai: {label: AI}\nＩstio:\n寒潮: {}");
    expect([...labels]).toEqual([
      ["ai", "AI"],
      ["istio", "Ｉstio"],
      ["寒潮", "寒潮"],
    ]);
  });

  it("reads an alias, and a label, as the tag itself", () => {
    const known = taxonomy("ai: {显示: 人工智能, 别名: [AI技术, 机器学习]}\n地铁: {aliases: 轨道交通}");
    expect(canonicalTags(["人工智能", "ａｉ", "机器学习", "AI技术", "轨道交通"], known)).toEqual([
      "ai",
      "地铁",
    ]);
  });

  it("knows a tag's ancestors, also by a parent's alias and where the parent has no entry", () => {
    const known = taxonomy("罗庄区: {parent: 临沂}\n临沂市: {aliases: [临沂], 上级: 山东省}");
    expect(ancestorsOf(tagKey("罗庄区"), known)).toEqual(["临沂市", "山东省"]);
  });

  it.each([
    ["甲: {aliases: [丙]}\n乙: {aliases: [丁, 丙]}", "2:18 config/tag-clash", "“丙”同时属于标签“甲”和“乙”"],
    ["甲: {aliases: [乙]}\n乙:", "1:15 config/tag-clash", "“乙”同时属于标签“乙”和“甲”"],
    ["甲: {label: 乙}\n乙: {}", "1:12 config/tag-clash", "“乙”同时属于标签“乙”和“甲”"],
    ["AI: {}\nai: {}", "2:1 config/tag-clash", "“ai”同时属于标签“AI”和“ai”"],
    ["甲: {parent: 甲}", "1:13 config/tag-cycle", "上级标签绕成了圈：甲 → 甲"],
    [
      "甲: {parent: 乙}\n乙: {parent: 丙}\n丙: {parent: 甲}",
      "1:13 config/tag-cycle",
      "上级标签绕成了圈：甲 → 乙 → 丙 → 甲",
    ],
    [
      "甲: {parent: 乙别}\n乙: {aliases: [乙别], parent: 甲}",
      "1:13 config/tag-cycle",
      "上级标签绕成了圈：甲 → 乙 → 甲",
    ],
    ["甲: {parent: 乙}\n乙: {parent: 乙}", "2:13 config/tag-cycle", "上级标签绕成了圈：乙 → 乙"],
    ["甲: {lable: 乙}", "1:5 yaml/mistyped-key", "没有“lable”这一项"],
    ["甲: {颜色: 红}", "1:5 yaml/unknown-key", "没有“颜色”这一项"],
    ["甲: 乙", "1:4 yaml/not-a-map", "这里读到的不是“名字: 内容”"],
    ["- 甲", "1:1 yaml/not-a-map", "这里读到的不是“名字: 内容”"],
    ["甲: {}\n甲: {}", "2:1 yaml/duplicate-key", "“甲”写了两次"],
    ["甲: {parent: [乙, 丙]}", "1:13 yaml/wrong-type", "“parent”应当是一段文字"],
  ])("refuses %j", (source, place, zh) => {
    const { value, diagnostics } = parse(source);
    expect(value).toBeUndefined();
    expect(spots(diagnostics)).toEqual([place]);
    expect(diagnostics[0]).toMatchObject({ severity: "error", message: { zh } });
  });

  it("tells each of two circles once", () => {
    const { diagnostics } = parse("甲: {parent: 乙}\n乙: {parent: 甲}\n丙: {parent: 丁}\n丁: {parent: 丙}");
    expect(spots(diagnostics)).toEqual(["1:13 config/tag-cycle", "3:13 config/tag-cycle"]);
  });
});
