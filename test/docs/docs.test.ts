import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { articleFields } from "../../src/content/fields.ts";
import { compareText } from "../../src/model/diagnostic.ts";
import { runCli } from "../support/cli.ts";
import { makeNewsroom, NOW } from "../support/newsroom.ts";
import { fieldComments } from "./comments.ts";
import { fieldTables } from "./fields.ts";
import { regionOf, updateRegion } from "./regions.ts";
import { collectRules, rulesTable } from "./rules.ts";
import { codeOf, tableBelow } from "./tables.ts";

const ROOT = join(import.meta.dirname, "../..");
const pathOf = (file: string) => join(ROOT, file);
const read = (file: string) => readFileSync(pathOf(file), "utf8");

/** A generated region of a file; `UPDATE_GOLDEN=1 npx vitest run test/docs` writes it anew. */
function expectRegion(file: string, name: string, content: string): void {
  updateRegion(pathOf(file), name, content, process.env);
  expect(regionOf(read(file), name)).toBe(content);
}

describe("what is generated from the code", () => {
  const comments = fieldComments(read("src/model/page.ts"));

  it("lists every diagnostic in docs/diagnostics.md", async () => {
    expectRegion("docs/diagnostics.md", "diagnostics", rulesTable(await collectRules()));
  });

  it("lists the fields of every kind of page in docs/templates.md", () => {
    expectRegion("docs/templates.md", "fields", fieldTables(comments));
  });

  it("shows every comment on a field of page.ts", () => {
    const tables = fieldTables(comments);
    expect(comments.size).toBeGreaterThan(0);
    expect([...comments.values()].filter((comment) => !tables.includes(comment))).toEqual([]);
  });

  it("gives each code to one diagnostic, named after its room or its subject", async () => {
    const codes = (await collectRules()).map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)]);
    expect(codes.filter((code) => !/^[a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });
});

describe("what the documentation shows of the command", () => {
  const firstProblem = (files: Readonly<Record<string, string>>, lang: string) => {
    const { root } = makeNewsroom(files);
    const { stderr } = runCli(["check", "--root", root, "--now", NOW, "--lang", lang]);
    return stderr.split("\n\n")[0] ?? "";
  };
  const asBlock = (text: string) => ["```text", text, "```"].join("\n");

  it.each([
    { file: "README.md", lang: "en" },
    { file: "README.zh-CN.md", lang: "zh" },
  ])("is what it says of the article in $file", ({ file, lang }) => {
    const [, source = ""] = /^```markdown\n(.*?)^```/ms.exec(read(file).replace(/^ {3}/gm, "")) ?? [];
    const problem = firstProblem({ "content/news/2026-03-31-rain.md": source }, lang);
    expect(problem).toContain("date/impossible");
    expectRegion(file, "article", asBlock(problem));
  });

  it("is what it says of the template in README.md", () => {
    const partial = "templates/partials/byline.hbs";
    const misspelt = read(partial).replace("{{byline}}", "{{bylin}}");
    const problem = firstProblem({ [partial]: misspelt }, "en");
    expect(problem).toContain("render/unknown-field");
    expectRegion("README.md", "template", asBlock(problem));
  });

  it("is how it explains a place in docs/ranking.md", () => {
    const { stdout } = runCli(["why", "bridge-reopens", "--root", ROOT, "--now", NOW, "--lang", "en"]);
    const [first = ""] = stdout.split(/\n(?=2\. )/);
    expect(first).toContain("bridge-reopens");
    expectRegion("docs/ranking.md", "example", asBlock(first));
  });
});

describe("regions", () => {
  const page = "前\n<!-- generated: a -->\n\nold\n\n<!-- end: a -->\n后\n";
  const updated = (environment: NodeJS.ProcessEnv, text = page) => {
    const folder = mkdtempSync(join(tmpdir(), "jianbao-docs-"));
    try {
      const file = join(folder, "page.md");
      writeFileSync(file, text);
      updateRegion(file, "a", "new", environment);
      return readFileSync(file, "utf8");
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it("are written when asked for, and nothing around them", () => {
    expect(updated({ UPDATE_GOLDEN: "1" })).toBe(page.replace("old", "new"));
  });

  it("keep their indent, so that they may stand in a list", () => {
    const listed = "1. a\n\n   <!-- generated: a -->\n\n   one\n   two\n\n   <!-- end: a -->\n";
    expect(regionOf(listed, "a")).toBe("one\ntwo");
    expect(updated({ UPDATE_GOLDEN: "1" }, listed)).toBe(listed.replace("one\n   two", "new"));
  });

  it("stay as they are otherwise", () => {
    expect(updated({})).toBe(page);
  });

  it("are never written in CI", () => {
    expect(() => updated({ UPDATE_GOLDEN: "1", CI: "true" })).toThrow("CI");
  });
});

describe("what is written by hand", () => {
  const fields = Object.entries(articleFields("Asia/Shanghai").shape);

  it.each([
    { file: "README.md", heading: "### Front matter", key: 0, zh: 1 },
    { file: "README.zh-CN.md", heading: "## 文章开头可以写的项目", key: 1, zh: 0 },
  ])("names the keys of the front matter in $file", ({ file, heading, key, zh }) => {
    const rows = tableBelow(read(file), heading).map((cells) => [
      codeOf(cells[key] ?? ""),
      codeOf(cells[zh] ?? ""),
    ]);
    expect(rows).toEqual(fields.map(([name, field]) => [name, field.meta()?.zh]));
  });

  it.each([
    { heading: "### At run time", kind: "dependencies" },
    { heading: "### For development", kind: "devDependencies" },
  ])("gives the reason for each of package.json's $kind", ({ heading, kind }) => {
    const listed = tableBelow(read("README.md"), heading).flatMap(([names = ""]) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
    );
    const wanted = Object.keys(JSON.parse(read("package.json"))[kind]);
    expect(listed.toSorted(compareText)).toEqual(wanted.toSorted(compareText));
  });

  it.each(["README.md", "README.zh-CN.md", ...globSync("docs/*.md", { cwd: ROOT }).sort(compareText)])(
    "leads from %s to files and headings that are there",
    (file) => {
      expect(linksOf(read(file)).filter((target) => !isThere(target, file))).toEqual([]);
    },
  );
});

/** The relative links of a text, those in code and escaped ones aside. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^ *```.*?^ *```/gms, "").replace(/`[^`\n]+`/g, "");
  return [...prose.matchAll(/(?<!\\)\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = ""]) => target);
}

function isThere(target: string, from: string): boolean {
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? from : join(dirname(from), path);
  if (!existsSync(pathOf(file))) return false;
  return anchor === undefined || anchorsOf(read(file)).includes(anchor);
}

/** The ids that GitHub gives to headings. */
function anchorsOf(text: string): string[] {
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}
