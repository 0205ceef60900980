import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.ts";
import { resolveContext } from "../../src/commands/context.ts";
import { manifestPath } from "../../src/output/manifest.ts";
import { composeForme } from "../../src/press.ts";
import { printForme } from "../../src/printing.ts";
import { article, capture, type Files, makeNewsroom, type Newsroom, NOW } from "../support/newsroom.ts";

const NEWS: Files = {
  "content/news/2026-03-01-a.md": article({ 标题: "甲" }),
  "content/news/2026-03-02-b.md": article({ 标题: "乙" }),
};
const WARNED = { "content/news/2026-03-03-c.md": article({ 标题: "丙" }, "[看](nowhere.md)") };
const WRONG = { "content/news/2026-03-03-c.md": article({ 标题: "丙", 日期: "2026-02-30" }) };

const checkOf = (room: Newsroom, options: Partial<Parameters<typeof check>[0]> = {}) =>
  capture(() => check({ root: room.root, lang: "zh", now: NOW, report: "pretty", ...options }));

describe("the exit code of build", () => {
  test("is 0 where the site was published, with or without warnings", async () => {
    expect((await makeNewsroom(NEWS).build()).code).toBe(0);
    expect((await makeNewsroom({ ...NEWS, ...WARNED }).build()).code).toBe(0);
  });

  test("is 1 where an article has an error", async () => {
    expect((await makeNewsroom({ ...NEWS, ...WRONG }).build()).code).toBe(1);
  });

  test("is 1 for a warning with --strict", async () => {
    const room = makeNewsroom({ ...NEWS, ...WARNED });
    expect((await room.build({ strict: true })).code).toBe(1);
    expect(existsSync(room.outDir)).toBe(false);
  });

  test("is 1 where a template has an error", async () => {
    const room = makeNewsroom({ ...NEWS, "templates/pages/article.hbs": "{{titel}}\n" });
    expect((await room.build()).code).toBe(1);
  });

  test.each(["site.yaml", "tags.yaml", "sources.yaml"])("is 2 where %s has an error", async (name) => {
    expect((await makeNewsroom({ ...NEWS, [`content/${name}`]: "titel: [\n" }).build()).code).toBe(2);
  });

  test("is 2 where both the configuration and an article have one", async () => {
    const room = makeNewsroom({ ...NEWS, ...WRONG, "content/tags.yaml": "a: {parent: a}\n" });
    expect((await room.build()).code).toBe(2);
  });
});

describe("a build that fails", () => {
  const published = async () => {
    const room = makeNewsroom(NEWS);
    expect((await room.build()).code).toBe(0);
    const manifest = () => readFileSync(manifestPath(room.root, room.outDir), "utf8");
    return { room, before: room.site(), manifest, manifestBefore: manifest() };
  };

  test.each([
    ["an article", WRONG, {}],
    ["a template", { "templates/partials/byline.hbs": "{{#if}}" }, {}],
    ["the configuration", { "content/site.yaml": "title: 报\n" }, {}],
    ["a warning, with --strict", WARNED, { strict: true }],
    [
      "two files at one address",
      { "content/news/2026-03-03-c.md": article({ 标题: "丙", 旧网址: "/2026/0301/a.html" }) },
      {},
    ],
  ])("for %s leaves the site byte for byte", async (_, files, options) => {
    const { room, before, manifest, manifestBefore } = await published();
    room.write({ "content/news/2026-03-01-a.md": article({ 标题: "改了" }), ...files });
    const { code, stderr } = await room.build(options);
    expect(code).not.toBe(0);
    expect(stderr).toContain("没有发布");
    expect(room.site()).toEqual(before);
    expect(manifest()).toBe(manifestBefore);
  });

  test("for an address that vanished, with --strict, leaves the site byte for byte and nothing beside it", async () => {
    const { room, before, manifest, manifestBefore } = await published();
    room.remove("content/news/2026-03-01-a.md");
    const { code, stderr } = await room.build({ strict: true });
    expect(code).toBe(1);
    expect(stderr).toContain("/2026/0301/a.html");
    expect(room.site()).toEqual(before);
    expect(readdirSync(room.outDir)).not.toContain(".jianbao-staging");
    expect(manifest()).toBe(manifestBefore);
  });

  test("while pages are rendered leaves the site byte for byte and nothing beside it", async () => {
    const { room, before } = await published();
    room.write({ "content/news/2026-03-01-a.md": article({ 标题: "改了" }) });
    const { order } = resolveContext({ root: room.root, now: NOW }, {});
    const { value: forme } = await composeForme(order, () => {});
    if (forme === undefined) throw new Error("the newsroom has errors");
    const { theme } = forme;
    const broken = { ...forme, theme: { ...theme, files: { ...theme.files, templates: new Map() } } };
    const manifestFile = manifestPath(room.root, room.outDir);
    await expect(printForme(broken, { outDir: room.outDir, manifestFile }, () => {})).rejects.toThrow(
      "no template",
    );
    expect(room.site()).toEqual(before);
    expect(readdirSync(room.outDir)).not.toContain(".jianbao-staging");
  });
});

describe("a second build", () => {
  test("of the same newsroom writes nothing", async () => {
    const room = makeNewsroom(NEWS);
    await room.build();
    const { stdout } = await room.build({ report: "json" });
    expect(JSON.parse(stdout).files).toMatchObject({ written: [], removed: [] });
  });

  test("after one article's body changed writes that page and the feeds alone", async () => {
    const room = makeNewsroom({
      ...NEWS,
      "content/news/2026-03-01-a.md": article({ 标题: "甲", 摘要: "一句。" }, "旧的正文。"),
    });
    await room.build();
    room.write({ "content/news/2026-03-01-a.md": article({ 标题: "甲", 摘要: "一句。" }, "新的正文。") });
    const { stdout } = await room.build({ report: "json" });
    expect(JSON.parse(stdout).files.written).toEqual([
      "/2026/0301/a.html",
      "/feed.xml",
      "/atom.xml",
      "/feed.json",
      "/news/feed.xml",
    ]);
  });

  test("into a copy of dist/ without the cache writes nothing and warns of nothing", async () => {
    const [first, second] = [makeNewsroom(NEWS), makeNewsroom(NEWS)];
    await first.build();
    cpSync(first.outDir, second.outDir, { recursive: true });
    const report = JSON.parse((await second.build({ report: "json", strict: true })).stdout);
    expect(report).toMatchObject({ exitCode: 0, files: { written: [] }, diagnostics: [] });
  });
});

test("a picture that lies beside two articles under one name is published once", async () => {
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>';
  const room = makeNewsroom({
    "content/news/2026-03-01-a/index.md": article({ 标题: "甲" }, "![图](p.svg)"),
    "content/news/2026-03-02-b/index.md": article({ 标题: "乙" }, "![图](p.svg)"),
    "content/news/2026-03-01-a/p.svg": picture,
    "content/news/2026-03-02-b/p.svg": picture,
  });
  expect((await room.build({ strict: true })).code).toBe(0);
  expect([...room.site().keys()].filter((route) => route.endsWith(".svg"))).toHaveLength(1);
});

describe("a preview", () => {
  const room = makeNewsroom({
    ...NEWS,
    "content/news/2026-03-03-c.md": article({ 标题: "草稿之题", 草稿: "是" }),
    "content/news/2026-04-05-d.md": article({ 标题: "未来之题" }),
    "content/news/2026-04-06-e.md": article({ 标题: "未来草稿", 草稿: "是" }),
  });
  const frontWith = async (options: { drafts?: boolean; future?: boolean }) => {
    expect((await room.build(options)).code).toBe(0);
    return room.page("/latest/index.html").replace(/<[^>]+>/g, "");
  };

  test("with --drafts shows drafts and marks them", async () => {
    const text = await frontWith({ drafts: true });
    expect(text).toContain("草稿 草稿之题");
    expect(text).not.toContain("未来");
  });

  test("with --future shows scheduled articles and marks them", async () => {
    const text = await frontWith({ future: true });
    expect(text).toContain("待发布 未来之题");
    expect(text).not.toContain("草稿");
  });

  test("with both shows all", async () => {
    const text = await frontWith({ drafts: true, future: true });
    expect(text).toContain("待发布 未来之题");
    expect(text).toContain("草稿 未来草稿");
  });

  test("marks nothing that is out, and the next build takes all of it back", async () => {
    expect(await frontWith({ drafts: true })).toMatch(/(?<!稿 |布 )甲/);
    const text = await frontWith({});
    expect(text).not.toMatch(/草稿|待发布|未来/);
    expect([...room.site().keys()].filter((route) => /0303|0405|0406/.test(route))).toEqual([]);
  });
});

test("--url stands in for the address in site.yaml, base path and all", async () => {
  const room = makeNewsroom(NEWS);
  await room.build({ url: "https://preview.example.org/42/" });
  expect(room.page("/2026/0301/a.html")).toContain(
    '<link rel="canonical" href="https://preview.example.org/42/2026/0301/a.html">',
  );
  expect(room.page("/robots.txt")).toContain("Sitemap: https://preview.example.org/42/sitemap.xml");
  for (const [route, bytes] of room.site()) expect(bytes, route).not.toContain("news.example.com");
});

describe("the JSON report", () => {
  const room = makeNewsroom({
    ...NEWS,
    ...WARNED,
    "content/news/_index.md": article({ 标题: "要闻" }),
    "content/pages/about.md": article({ 标题: "关于" }),
    "content/news/2026-03-04-d.md": article({ 标题: "丁", 草稿: "是" }),
    "content/news/2026-04-04-e.md": article({ 标题: "戊" }),
    "content/news/2026-03-05-f.md": article({ 标题: "己", 下线时间: "2026-03-06" }),
    "content/news/2026-03-06-g.md": article({ 标题: "庚", 撤稿: "{日期: 2026-03-07, 原因: 有误}" }),
  });

  test("holds the ledger, the files, what is due next, the times and the problems", async () => {
    const { stdout, stderr, code } = await room.build({ report: "json" });
    const report = JSON.parse(stdout);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(Object.keys(report)).toEqual([
      "exitCode",
      "ledger",
      "files",
      "passedOver",
      "nextDue",
      "seconds",
      "peakMemoryMiB",
      "diagnostics",
    ]);
    expect(report.ledger).toEqual({
      published: 3,
      asBefore: 0,
      draft: 1,
      scheduled: 1,
      expired: 1,
      withdrawn: 1,
      failed: 0,
    });
    expect(report.nextDue).toBe("2026-04-04T00:00:00+08:00");
    expect(report.files.written).toContain("/2026/0301/a.html");
    expect(report.files.kept).toBe(0);
    expect(Object.keys(report.seconds)).toEqual([
      "read",
      "parse",
      "rank",
      "plan",
      "theme",
      "pictures",
      "render",
      "publish",
    ]);
    expect(report.peakMemoryMiB).toBeGreaterThan(0);
    expect(report.diagnostics).toEqual([
      {
        severity: "warning",
        code: "pages/dead-link",
        message: "站内没有“nowhere.md”这个页面或文件，链接已去掉",
        file: "content/news/2026-03-03-c.md",
        line: 5,
        column: 1,
        hint: expect.stringContaining("links.ignore"),
      },
    ]);
  });

  test("speaks the language that was asked for", async () => {
    const { stdout } = await room.build({ report: "json", lang: "en" });
    expect(JSON.parse(stdout).diagnostics[0].message).toContain("there is no page");
  });

  test("of a build that failed has no files, and says so in its exit code", async () => {
    const failing = makeNewsroom({ ...NEWS, ...WRONG });
    const { stdout, code } = await failing.build({ report: "json" });
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(report).toMatchObject({ exitCode: 1, nextDue: null });
    expect(report.files).toBeUndefined();
    expect(report.diagnostics).toHaveLength(1);
  });

  test.each([
    ["nothing", {}],
    ["everything", { drafts: true, future: true }],
  ])("counts each article's file once, with %s shown that is hidden", async (_, options) => {
    const files = readdirSync(join(room.root, "content"), { recursive: true, encoding: "utf8" });
    const articles = files.filter((path) => /\d{4}-\d{2}-\d{2}-.+\.md$/.test(path));
    const { ledger } = JSON.parse((await room.build({ report: "json", ...options })).stdout);
    const sum = Object.values(ledger as Record<string, number>).reduce((total, count) => total + count, 0);
    expect(articles).toHaveLength(7);
    expect(sum).toBe(articles.length);
  });
});

describe("the report for a person", () => {
  test("counts articles and files, and says when to build again", async () => {
    const room = makeNewsroom({
      ...NEWS,
      ...WARNED,
      "content/news/2026-04-04-e.md": article({ 标题: "戊" }),
    });
    const { stdout, stderr } = await room.build();
    expect(stdout).toBe("");
    expect(stderr).toContain("已发布 3 篇，待发布 1 篇；1 个警告");
    expect(stderr).toMatch(/写入 \d+ 个文件，删除 0 个，0 个没有变化，用时 \d+\.\d 秒/);
    expect(stderr).toContain("2026-04-04T00:00:00+08:00");
  });

  test("says it in English", async () => {
    const { stderr } = await makeNewsroom(NEWS).build({ lang: "en" });
    expect(stderr).toMatch(/^2 published\n\d+ files written, 0 removed, 0 unchanged, in \d+\.\d s\n$/);
  });

  test("says nothing was published where it was not", async () => {
    const { stderr } = await makeNewsroom({ ...NEWS, ...WRONG }).build({ lang: "en" });
    expect(stderr).toContain("Nothing was published: 1 error. The site stands as it was.");
  });
});

describe("check", () => {
  const TITLED = { ...NEWS, "content/news/_index.md": "---\n标题: 要闻\n---\n" };

  test("finds what build finds, and writes nothing but its cache", async () => {
    for (const files of [TITLED, WARNED, WRONG, { "content/tags.yaml": "a: {parent: a}\n" }]) {
      const [built, checked] = [makeNewsroom({ ...TITLED, ...files }), makeNewsroom({ ...TITLED, ...files })];
      const build = JSON.parse((await built.build({ report: "json" })).stdout);
      const found = await checkOf(checked, { report: "json" });
      expect(JSON.parse(found.stdout)).toEqual({ exitCode: build.exitCode, diagnostics: build.diagnostics });
      expect(found.code).toBe(build.exitCode);
      expect(readdirSync(checked.root).filter((name) => name !== ".cache")).toEqual(["content"]);
    }
  });

  test("fails for a warning with --strict", async () => {
    const room = makeNewsroom({ ...TITLED, ...WARNED });
    expect((await checkOf(room)).code).toBe(0);
    expect((await checkOf(room, { strict: true })).code).toBe(1);
  });

  test("says that all is well", async () => {
    expect((await checkOf(makeNewsroom(TITLED))).stderr).toBe("没有发现问题\n");
    expect((await checkOf(makeNewsroom(TITLED), { lang: "en" })).stderr).toBe("No problems found\n");
  });
});
