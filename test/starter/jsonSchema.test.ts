import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { parse, parseDocument } from "yaml";
import { articleFields } from "../../src/content/fields.ts";
import { editorFiles } from "../../src/starter/editorFiles.ts";
import { fits } from "./fits.ts";

const CONTENT = join(import.meta.dirname, "../../content");
const FILES = editorFiles("Asia/Shanghai");
const json = (name: string) => JSON.parse(FILES.get(name) ?? "null");
const accepts = (name: string, value: unknown) => fits(json(`schemas/${name}.json`), value);
const blockOf = (path: string) => readFileSync(path, "utf8").split(/^---$/m)[1] ?? "";
const frontMatter = (path: string) => parse(blockOf(path));

describe("the schemas for editors", () => {
  it("take the front matter of every article of the sample", () => {
    const all = globSync("*/**/[0-9]*.md", { cwd: CONTENT, absolute: true });
    // Slips that we read as meant are no YAML to anyone else.
    const articles = all.filter((path) => parseDocument(blockOf(path)).errors.length === 0);
    expect(articles.length).toBeGreaterThan(50);
    expect(articles.filter((path) => !accepts("article", frontMatter(path)))).toEqual([]);
  });

  it.each([
    ["section", "news/_index.md"],
    ["page", "pages/about.md"],
  ])("take the sample's %s", (name, path) => {
    expect(accepts(name, frontMatter(join(CONTENT, path)))).toBe(true);
  });

  it.each(["site", "tags", "sources"])("take the sample's %s.yaml", (name) => {
    expect(accepts(name, parse(readFileSync(join(CONTENT, `${name}.yaml`), "utf8")))).toBe(true);
  });

  it.each([
    ["a key that there is not", "article", { 标题: "雨", 标提: "雨" }],
    ["no title", "article", { 日期: "2026-03-01" }],
    ["a word that is no flag", "article", { title: "雨", draft: "maybe" }],
    ["a person without a name", "article", { title: "雨", 记者: { 单位: "报" } }],
    [
      "a way of rails that there is not",
      "site",
      { title: "报", url: "https://a.example", lists: { rails: "bake" } },
    ],
    ["a number out of range", "site", { title: "报", url: "https://a.example", lists: { perPage: 0 } }],
  ])("refuse %s", (_, name, value) => {
    expect(accepts(name, value)).toBe(false);
  });

  it.each([
    ["one tag where a list is wanted", { title: "雨", tags: "天气" }],
    ["a name for a person", { 标题: "雨", 记者: ["张三", { 姓名: "李四", 单位: "报" }] }],
    ["a line with nothing behind it", { 标题: "雨", 编辑: null }],
    ["a number that is text to us", { 标题: 2026, 草稿: true }],
    ["fields of the newsroom's own", { 标题: "雨", 附加: { 编号: 7 } }],
  ])("take %s", (_, value) => {
    expect(accepts("article", value)).toBe(true);
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
