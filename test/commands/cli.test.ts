import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { article, makeNewsroom, NOW } from "../support/newsroom.ts";

const NEWS = {
  "content/news/_index.md": "---\n标题: 要闻\n---\n",
  "content/news/2026-03-01-a.md": article({ 标题: "甲" }),
  "content/news/2026-03-02-b.md": article({ 标题: "乙" }),
};

describe("the exit code of the process", () => {
  const room = makeNewsroom(NEWS);

  test("is 0 for a site that was published", () => {
    const { code, stderr } = runCli(["build", "--root", room.root, "--now", NOW]);
    expect(stderr).toContain("已发布 2 篇");
    expect(code).toBe(0);
    expect(room.page("/index.html")).toContain("乙");
  });

  test("is 1 for content with errors, which are told with file and line", () => {
    const wrong = makeNewsroom({
      "content/news/2026-03-03-c.md": article({ 标题: "丙", 日期: "2026-02-30" }),
    });
    const { code, stderr } = runCli(["build", "--root", wrong.root]);
    expect(code).toBe(1);
    expect(stderr).toContain("错误 content/news/2026-03-03-c.md:3:");
    expect(existsSync(wrong.outDir)).toBe(false);
  });

  test.each([
    ["an unknown command", ["bild"]],
    ["an unknown option", ["build", "--fast"]],
    ["a moment that cannot be read", ["build", "--now", "today"]],
    ["a folder that is not there", ["build", "--root", "/nowhere/at/all"]],
    ["a missing argument", ["why"]],
    ["an article that is not there", ["why", "nothing"]],
  ])("is 2 for %s", (_, args) => {
    const { code, stdout, stderr } = runCli([
      ...args,
      ...(args.includes("--root") ? [] : ["--root", room.root]),
    ]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test.each([
    ["203.0.113.9", /^这台机器没有“203\.0\.113\.9”这个地址；.*不写 --host$/],
    ["::g", /^这台机器没有“::g”这个地址；.*不写 --host$/],
  ])("is 2 for dev at the address %s, which is not this machine's", (host, words) => {
    const { code, stderr } = runCli(["dev", "--root", room.root, "--host", host]);
    expect(stderr.trim()).toMatch(words);
    expect(code).toBe(2);
  });

  test.each([
    [["bild"], "没有“bild”这个命令，是不是 build？"],
    [["build", "--outt"], "没有“--outt”这个选项，是不是 --out？"],
    [["why"], "命令没写全，后面还要写 <id>"],
    [["build", "site", "b"], "“build”后面多写了内容；带空格的要加引号"],
    [["build", "--jobs"], "选项“--jobs <n>”后面要写上内容"],
    [["build", "--jobs", "x"], "选项“--jobs <n>”不能写成“x”：要写 1 到 999 的整数"],
    [["dev", "--port", "99999"], "选项“--port <n>”不能写成“99999”：要写 0 到 65535 的整数"],
    [
      ["build", "--report", "xml"],
      "选项“--report <form>”不能写成“xml”，可以写：pretty、json、github、gitlab、sarif",
    ],
    [["build", "--skip-broken", "--strict"], "“--skip-broken”和“--strict”不能一起用"],
  ])("is 2 for %j, and says so in Chinese", (args, said) => {
    const { code, stderr } = runCli(args, { LC_ALL: "zh_CN.UTF-8" });
    expect(code).toBe(2);
    expect(stderr).toBe(`${said}\n用法见 jianbao --help，或在命令后面加 --help\n`);
    expect(runCli(args, { LC_ALL: "en_GB.UTF-8" }).stderr).toMatch(/^[\x20-\x7e\n]+\nSee jianbao --help/);
  });

  test("is 2 for a wrong site.yaml", () => {
    const wrong = makeNewsroom({ "content/site.yaml": "title: 报\n" });
    expect(runCli(["check", "--root", wrong.root]).code).toBe(2);
  });

  // Root may write anywhere, so the folder is made impossible: it would stand below a file.
  test("is 3 where the site cannot be written", () => {
    const out = join(room.root, "content/site.yaml.d/../../plain/site");
    room.write({ plain: "a file" });
    const { code, stderr } = runCli(["build", "--root", room.root, "--out", out, "--now", NOW]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^写不了文件 .*（ENOTDIR）$/m);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("is 0 for --help and --version", () => {
    expect(runCli(["--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("build") });
    expect(runCli(["--version"]).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test("the newsroom is the folder that one stands in, and the moment SOURCE_DATE_EPOCH's", () => {
  const room = makeNewsroom({ ...NEWS, "content/news/2026-03-31-c.md": article({ 标题: "丙" }) });
  const reportAt = (seconds: string) =>
    JSON.parse(
      runCli(["build", "--report", "json", "--root", room.root], { SOURCE_DATE_EPOCH: seconds }).stdout,
    );
  expect(reportAt("1774800000")).toMatchObject({
    ledger: { published: 2, scheduled: 1 },
    nextDue: "2026-03-31T00:00:00+08:00",
  });
  expect(reportAt("1774929600").ledger).toMatchObject({ published: 3, scheduled: 0 });
});

test("messages are English where the environment or --lang asks for it", () => {
  const { root } = makeNewsroom(NEWS);
  expect(runCli(["check", "--root", root], { LANG: "en_US.UTF-8" }).stderr).toBe("No problems found\n");
  expect(runCli(["check", "--root", root, "--lang", "en"]).stderr).toBe("No problems found\n");
  expect(runCli(["check", "--root", root, "--lang", "zh"], { LANG: "en_US.UTF-8" }).stderr).toBe(
    "没有发现问题\n",
  );
});

test("check without the cache writes nothing at all", () => {
  const { root } = makeNewsroom(NEWS);
  runCli(["check", "--root", root, "--no-cache"]);
  expect(readdirSync(root)).toEqual(["content"]);
});

test("a report for machines stands alone on standard output", () => {
  const { root } = makeNewsroom({
    ...NEWS,
    "content/news/2026-03-03-c.md": article({ 标题: "丙" }, "[看](nowhere.md)"),
  });
  const sarif = runCli(["check", "--root", root, "--report", "sarif"]);
  expect(JSON.parse(sarif.stdout).version).toBe("2.1.0");
  expect(sarif.stderr).toBe("");
  const github = runCli(["check", "--root", root, "--report", "github"]);
  expect(github.stdout).toMatch(
    /^::warning file=content\/news\/2026-03-03-c\.md,line=5,col=1,title=pages\/dead-link::/,
  );
});
