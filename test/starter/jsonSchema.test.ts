import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { articleFields } from "../../src/content/fields.ts";
import { editorFiles } from "../../src/starter/editorFiles.ts";
import { fits } from "./fits.ts";

const CONTENT = join(import.meta.dirname, "../../content");
const FILES = editorFiles("Asia/Shanghai");
const json = (name: string) => JSON.parse(FILES.get(name) ?? "null");
const accepts = (name: string, value: unknown) => fits(json(`schemas/${name}.json`), value);

const SITE = { title: "报", url: "https://a.example" };

describe("the schemas for editors", () => {
  it.each(["site", "tags", "sources"])("take the sample's %s.yaml", (name) => {
    expect(accepts(name, parse(readFileSync(join(CONTENT, `${name}.yaml`), "utf8")))).toBe(true);
  });

  it.each([
    ["a key that there is not", "site", { ...SITE, 口好: "一句话" }],
    ["no title", "site", { url: "https://a.example" }],
    ["a word that is no flag", "site", { ...SITE, search: { index: "maybe" } }],
    ["an outlet without a name", "sources", [{ url: "https://a.example" }]],
    ["a way of rails that there is not", "site", { ...SITE, lists: { rails: "bake" } }],
    ["a number out of range", "site", { ...SITE, lists: { perPage: 0 } }],
  ])("refuse %s", (_, name, value) => {
    expect(accepts(name, value)).toBe(false);
  });

  it.each([
    ["one alias where a list is wanted", "tags", { 天气: { label: "天气", aliases: "气象" }, 民生: null }],
    ["one map where a list of maps is", "site", { ...SITE, 许可证: { label: "备案号", number: 1 } }],
    ["a line with nothing behind it", "site", { 站名: "报", 网址: "https://a.example", 口号: null }],
    ["a number that is text to us", "site", { ...SITE, title: 2026 }],
    ["yes in Chinese", "site", { ...SITE, search: { index: "否" } }],
  ])("take %s", (_, name, value) => {
    expect(accepts(name, value)).toBe(true);
  });
});

describe("the snippets", () => {
  it("have a line for each field of the front matter", () => {
    const prefixes = Object.values<{ prefix: string[] }>(json("fields.code-snippets")).flatMap(
      ({ prefix }) => prefix,
    );
    const fields = Object.entries(articleFields("UTC").shape);
    for (const [name, field] of fields)
      expect(prefixes).toEqual(expect.arrayContaining([name, field.meta()?.zh]));
    expect(json("fields.code-snippets")["更正 corrections"].body).toEqual(["更正: {日期: $1, 内容: $2}"]);
    expect(json("fields.code-snippets")["标签 tags"].body).toEqual(["标签: [$0]"]);
  });
});
