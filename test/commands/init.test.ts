import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { build } from "../../src/commands/build.ts";
import { check } from "../../src/commands/check.ts";
import { UsageError } from "../../src/commands/context.ts";
import { init } from "../../src/commands/init.ts";
import { article, capture, makeNewsroom, NOW, snapshot } from "../support/newsroom.ts";

interface Matcher {
  readonly severity: string;
  readonly pattern: readonly [
    {
      readonly regexp: string;
      readonly file: number;
      readonly line: number;
      readonly column: number;
      readonly code: number;
    },
    { readonly regexp: string; readonly message: number },
  ];
}

/** What VS Code makes of a task's output: problems whose lines match one pattern after the other. */
function matched(output: string, { severity, pattern: [place, words] }: Matcher): string[] {
  const lines = output.split("\n");
  return lines.flatMap((line, at) => {
    const found = new RegExp(place.regexp).exec(line);
    const said = new RegExp(words.regexp).exec(lines[at + 1] ?? "");
    if (found === null || said === null) return [];
    const [file, row, column, code] = [place.file, place.line, place.column, place.code].map((n) => found[n]);
    return [`${severity} ${file}:${row}:${column} ${code} ${said[words.message]}`];
  });
}

const folderOf = () => join(makeNewsroom({}).root, "新报 a");
const start = (folder: string, options = {}) =>
  capture(() => init(folder, { now: NOW, lang: "zh", ...options }));
const common = { lang: "zh", now: NOW, report: "pretty" } as const;

describe("jianbao init", () => {
  it("makes a newsroom that is checked and built without an error or an unexpected warning", async () => {
    const root = folderOf();
    const { code, stdout } = await start(root, { title: "某某: 新闻网 #1", url: "https://a.example/paper" });
    expect([code, stdout]).toEqual([0, expect.stringContaining("npx jianbao dev")]);
    const checked = await capture(() => check({ root, ...common }));
    expect(checked).toMatchObject({ code: 0 });
    const built = await capture(() => build({ root, ...common, strict: true }));
    expect(built).toMatchObject({ code: 0 });
    expect(built.stderr).toContain("已发布 1 篇");
    const page = readFileSync(join(root, "dist/2026/0331/welcome.html"), "utf8");
    expect(page).toContain("某某: 新闻网 #1");
  });

  it("leaves no placeholder behind and loses no file that begins with a dot", async () => {
    const root = folderOf();
    await start(root);
    const files = snapshot(root);
    expect([...files].filter(([, text]) => /\{\{(?:title|url|today|version)\}\}/.test(text))).toEqual([]);
    for (const path of ["/.gitignore", "/.gitattributes", "/.gitlab-ci.yml", "/.vscode/settings.json"])
      expect(files.has(path)).toBe(true);
  });

  it("names in VS Code's settings schemas that are there", async () => {
    const root = folderOf();
    await start(root);
    const settings = JSON.parse(readFileSync(join(root, ".vscode/settings.json"), "utf8"));
    const schemas = Object.entries<string>(settings["yaml.schemas"]);
    expect(schemas).toHaveLength(3);
    for (const [schema, file] of schemas) {
      expect(existsSync(join(root, schema))).toBe(true);
      expect(existsSync(join(root, file))).toBe(true);
    }
  });

  it("has a task for VS Code that finds check's problems, their lines and what they say", async () => {
    const root = folderOf();
    await start(root);
    writeFileSync(
      join(root, "content/news/2026-03-30-a.md"),
      article({ 标题: "雨", 日期: "2026-02-30", 记着: "林晓禾" }),
    );
    writeFileSync(join(root, "content/news/2026-03-29-b.md"), article({ 标题: "雪" }, "下雪了,请慢行。"));
    const { stderr } = await capture(() => check({ root, ...common }));
    const { tasks } = JSON.parse(readFileSync(join(root, ".vscode/tasks.json"), "utf8"));
    expect(tasks[0].command).toBe("npx --no-install jianbao check --lang zh");
    const problems = tasks[0].problemMatcher.flatMap((matcher: Matcher) => matched(stderr, matcher));
    expect(problems).toEqual([
      "error content/news/2026-03-30-a.md:3:5 date/impossible 日期“2026-02-30”不存在",
      expect.stringMatching(/^warning content\/news\/2026-03-29-b\.md:5:4 style\/half-width /),
      expect.stringMatching(/^warning content\/news\/2026-03-30-a\.md:4:1 yaml\/unknown-key /),
    ]);
  });

  it("refuses a folder that holds anything", async () => {
    const root = folderOf();
    mkdirSync(root);
    writeFileSync(join(root, "notes.txt"), "");
    await expect(start(root)).rejects.toThrow(UsageError);
    expect([...snapshot(root).keys()]).toEqual(["/notes.txt"]);
  });

  it("leaves alone what npm and git have put into the folder", async () => {
    const root = folderOf();
    mkdirSync(join(root, ".git"), { recursive: true });
    writeFileSync(join(root, "package.json"), '{"private":true}');
    expect((await start(root)).code).toBe(0);
    expect(readFileSync(join(root, "package.json"), "utf8")).toBe('{"private":true}');
    expect(existsSync(join(root, "content/site.yaml"))).toBe(true);
  });

  it("refuses an address that is none", async () => {
    const root = folderOf();
    await expect(start(root, { url: "a.example" })).rejects.toThrow("完整的网址");
    expect(existsSync(root)).toBe(false);
  });
});

describe("the workflow for GitHub", () => {
  const workflow = async () => {
    const root = folderOf();
    await start(root);
    return parse(readFileSync(join(root, ".github/workflows/site.yml"), "utf8"));
  };

  it("can write nothing but in the job that publishes, which runs for main alone", async () => {
    const { permissions, jobs } = await workflow();
    expect(permissions).toEqual({ contents: "read" });
    expect(jobs.build.permissions).toBeUndefined();
    expect(jobs.publish.permissions).toEqual({ pages: "write", "id-token": "write" });
    expect(jobs.publish.if).toBe("github.ref == 'refs/heads/main' && github.event_name != 'pull_request'");
  });

  it("gives a pull request no secret and annotates its lines", async () => {
    const { on, jobs } = await workflow();
    expect(Object.keys(on)).not.toContain("pull_request_target");
    expect(JSON.stringify(jobs)).not.toContain("secrets.");
    const runs = jobs.build.steps.flatMap(({ run }: { run?: string }) => (run === undefined ? [] : [run]));
    expect(runs).toEqual([
      "npm ci --no-audit --no-fund",
      "npx --no-install jianbao check --report github --lang zh",
      "npx --no-install jianbao build --report github --lang zh",
    ]);
  });

  it("restores the cache before it builds, and saves it afterwards also where the build failed", async () => {
    const { jobs } = await workflow();
    const { steps } = jobs.build;
    const at = (name: string) =>
      steps.findIndex(({ uses, run }: { uses?: string; run?: string }) => `${uses}${run}`.includes(name));
    const [restore, build, save] = ["actions/cache/restore@", "jianbao build", "actions/cache/save@"].map(at);
    expect(restore).toBeGreaterThan(0);
    expect(build).toBeGreaterThan(restore);
    expect(save).toBeGreaterThan(build);
    expect(steps[restore].with.path).toBe(".cache");
    expect(steps[save].with.path).toBe(".cache");
    expect(steps[save].if).toContain("!cancelled()");
  });
});

describe("the pipeline for GitLab", () => {
  it("publishes from the default branch alone, and keeps the cache and the report of a build that failed", async () => {
    const root = folderOf();
    await start(root);
    const { build: job, pages } = parse(readFileSync(join(root, ".gitlab-ci.yml"), "utf8"));
    expect(pages.rules).toEqual([{ if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" }]);
    expect(job.cache).toMatchObject({ paths: [".cache/"], when: "always" });
    expect(job.script).toContain("npx --no-install jianbao check --report gitlab --lang zh > problems.json");
    expect(job.artifacts.reports.codequality).toBe("problems.json");
  });
});
