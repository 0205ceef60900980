import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { article, type Files, makeNewsroom, NOW } from "../support/newsroom.ts";

const A = "content/news/2026-03-01-a.md";
const B = "content/news/2026-03-02-b.md";
const NEWS: Files = {
  [A]: article({ 标题: "甲" }, "甲的正文。"),
  [B]: article({ 标题: "乙" }),
  "content/news/2026-03-03-hidden.md": article({ 标题: "未定", 草稿: "是" }),
  "content/news/_index.md": article({ 标题: "要闻" }, "导语。"),
  "content/pages/about.md": article({ 标题: "关于本站" }),
};
const broken = (title: string, body?: string) => article({ 标题: title, 日期: "2026-02-30" }, body);
const BROKEN: Files = { [A]: broken("坏的甲", "坏的正文。") };
const skipBroken = true;

async function published(files: Files = NEWS) {
  const room = makeNewsroom(files);
  expect((await room.build()).code).toBe(0);
  return room;
}

async function reportOf(room: Awaited<ReturnType<typeof published>>, more = {}) {
  return JSON.parse((await room.build({ skipBroken, report: "json", ...more })).stdout);
}

describe("an article with errors", () => {
  test("stays as it last was without, and the rest goes out", async () => {
    const room = await published();
    room.write({ ...BROKEN, [B]: article({ 标题: "新乙" }) });
    const { code, stderr } = await room.build({ skipBroken });
    expect(code).toBe(0);
    expect(room.page("/2026/0301/a.html")).toContain("甲的正文。");
    expect(room.page("/2026/0302/b.html")).toContain("新乙");
    expect([...room.site().values()].join("")).not.toContain(Buffer.from("坏的").toString("latin1"));
    expect(stderr).toContain(`警告 ${A} content/as-before`);
    expect(stderr).toContain(`警告 ${A}:3:5 date/impossible`);
    expect(stderr).toContain("已发布 1 篇，照旧 1 篇，草稿 1 篇；2 个警告");
    expect(stderr).toContain(`有错误，仍是上一次没有错误的样子：${A}`);
  });

  test("that never was without is left out", async () => {
    const room = await published();
    const bad = "content/news/2026-03-09-new.md";
    room.write({ [bad]: broken("坏稿"), [B]: article({ 标题: "新乙" }) });
    const { code, stderr } = await room.build({ skipBroken, lang: "en" });
    expect(code).toBe(0);
    expect(existsSync(join(room.outDir, "2026/0309/new.html"))).toBe(false);
    expect(room.page("/2026/0302/b.html")).toContain("新乙");
    expect(stderr).toContain("2 published, 1 draft, 1 with errors; 2 warnings");
    expect(stderr).toContain(`With errors, left out: ${bad}`);
  });

  test("is not as it was before its last version without errors", async () => {
    const room = await published();
    room.write({ [A]: article({ 标题: "甲二" }) });
    await room.build();
    room.write(NEWS);
    await room.build();
    for (const body of ["一", "二", "三"]) {
      room.write({ [A]: broken("坏", body) });
      expect((await room.build()).code).toBe(1);
    }
    expect((await room.build({ skipBroken })).code).toBe(0);
    expect(room.page("/2026/0301/a.html")).toContain("甲的正文。");
  });

  test("stays withdrawn or a draft where it was one", async () => {
    const withdrawn = article({ 标题: "甲", 撤稿: "{日期: 2026-03-05, 原因: 有误}" });
    const room = await published({ ...NEWS, [A]: withdrawn });
    const before = room.site();
    room.write({ ...BROKEN, "content/news/2026-03-03-hidden.md": broken("未定") });
    const { ledger, passedOver } = await reportOf(room);
    expect(ledger).toMatchObject({ published: 1, asBefore: 0, draft: 1, withdrawn: 1, failed: 0 });
    expect(passedOver.asBefore).toEqual(["news/2026-03-01-a.md", "news/2026-03-03-hidden.md"]);
    expect(room.site()).toEqual(before);
  });

  test("is left out where the cache has lost its body, or nothing may be taken from it", async () => {
    const room = await published();
    room.write(BROKEN);
    rmSync(join(room.root, ".cache/bodies"), { recursive: true });
    expect((await reportOf(room)).passedOver.leftOut).toEqual(["news/2026-03-01-a.md"]);
    expect((await reportOf(room, { cache: false })).passedOver.leftOut).toEqual(["news/2026-03-01-a.md"]);
  });

  test("is looked at under the settings of now: parsed under others, it is left out", async () => {
    const room = await published();
    room.write({ ...BROKEN, "content/site.yaml": "title: 报\nurl: https://other.example.com\n" });
    expect((await reportOf(room)).passedOver).toEqual({ asBefore: [], leftOut: ["news/2026-03-01-a.md"] });
  });

  test("points to no line of the text that it no longer is", async () => {
    const room = await published({ ...NEWS, [A]: article({ 标题: "甲" }, "一\n\n[看](nowhere.md)") });
    room.write(BROKEN);
    const { diagnostics } = await reportOf(room);
    const link = diagnostics.find(({ code }: { code: string }) => code === "pages/dead-link");
    expect(link).toMatchObject({ file: A });
    expect(link.line).toBeUndefined();
  });
});

test("sections and plain pages with errors stay as they were, too", async () => {
  const room = await published();
  const before = room.site();
  room.write({
    "content/news/_index.md": "没有题头",
    "content/pages/about.md": article({ 标题: "" }),
  });
  const { exitCode, ledger, passedOver } = await reportOf(room);
  expect(exitCode).toBe(0);
  expect(ledger).toMatchObject({ published: 2, asBefore: 0, failed: 0 });
  expect(passedOver.asBefore).toEqual(["news/_index.md", "pages/about.md"]);
  expect(room.site()).toEqual(before);
});

describe("what stops the press all the same", () => {
  test.each<[string, Files, number]>([
    ["the settings", { "content/site.yaml": "titel: x\n" }, 2],
    ["the tags", { "content/tags.yaml": "a: {parent: a}\n" }, 2],
    ["the theme", { "templates/pages/article.hbs": "{{titel}}\n" }, 1],
    ["what only the whole site shows", { [B]: article({ 标题: "乙", 相关: "[没有的]" }) }, 1],
  ])("is an error in %s", async (_, files, code) => {
    const room = await published();
    const before = room.site();
    room.write({ ...BROKEN, ...files });
    expect((await room.build({ skipBroken })).code).toBe(code);
    expect(room.site()).toEqual(before);
  });

  test("is --strict, which cannot be asked for at once", () => {
    expect(runCli(["build", "--strict", "--skip-broken"]).code).toBe(2);
  });

  test("is an article with errors where --skip-broken was not asked for", async () => {
    const room = await published();
    const before = room.site();
    room.write(BROKEN);
    expect((await room.build()).code).toBe(1);
    expect((await room.build({ skipBroken })).code).toBe(0);
    expect((await room.build()).code).toBe(1);
    expect(room.site()).toEqual(before);
  });

  test("is the loss of more than a fifth", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `content/news/2026-03-10-${at}.md`,
        article({ 标题: `题${at}` }),
      ]),
    );
    const room = await published(many);
    rmSync(join(room.root, ".cache/copy"), { recursive: true });
    room.write(Object.fromEntries(Object.keys(many).map((path) => [path, broken("坏")])));
    const { code, stderr } = await room.build({ skipBroken });
    expect(code).toBe(1);
    expect(stderr).toContain("pages/shrunk");
  });
});

test("the next clean build gives what a cold one gives, and the one before is not taken for it", async () => {
  const room = await published();
  const before = room.site();
  room.write({ ...BROKEN, [B]: article({ 标题: "新乙" }) });
  expect((await room.build({ skipBroken })).code).toBe(0);
  expect((await room.build({ skipBroken })).stderr).toContain(A);
  room.write(NEWS);
  expect((await room.build()).code).toBe(0);
  expect(room.site()).toEqual(before);
});

test("every report form names the article and its errors, and the JSON form what became of it", async () => {
  const room = await published();
  room.write({ ...BROKEN, "content/news/2026-03-09-new.md": broken("坏稿") });
  for (const report of ["pretty", "github", "gitlab", "sarif"] as const) {
    const { code, stdout, stderr } = await room.build({ skipBroken, report });
    expect(code).toBe(0);
    for (const word of [A, "2026-03-09-new.md", "content/as-before", "content/left-out", "date/impossible"])
      expect(stdout + stderr, report).toContain(word);
  }
  expect(await reportOf(room)).toMatchObject({
    exitCode: 0,
    ledger: { published: 1, asBefore: 1, draft: 1, scheduled: 0, expired: 0, withdrawn: 0, failed: 1 },
    passedOver: { asBefore: ["news/2026-03-01-a.md"], leftOut: ["news/2026-03-09-new.md"] },
  });
});

test("without errors the option changes nothing", async () => {
  const room = await published();
  const before = room.site();
  const { code, stderr } = await room.build({ skipBroken });
  expect(code).toBe(0);
  expect(stderr).toContain("写入 0 个文件");
  expect(room.site()).toEqual(before);
});

test("a preview is not taken for the published edition", async () => {
  const room = await published();
  const before = room.site();
  expect((await room.build({ drafts: true, now: NOW })).code).toBe(0);
  expect(room.site()).not.toEqual(before);
  expect((await room.build()).code).toBe(0);
  expect(room.site()).toEqual(before);
});

describe("a build that fails", () => {
  test("prints the ledger, whose sum is the number of articles", async () => {
    const room = makeNewsroom({ ...NEWS, ...BROKEN });
    const { code, stderr } = await room.build();
    expect(code).toBe(1);
    expect(stderr).toContain(
      "没有发布：1 个错误。原来的网站没有变动。\n读到的文章：可以发布 1 篇，草稿 1 篇，有错误 1 篇\n",
    );
    const { ledger, passedOver } = JSON.parse((await room.build({ report: "json" })).stdout);
    expect(ledger).toMatchObject({ published: 1, draft: 1, failed: 1 });
    expect(passedOver).toBeUndefined();
    expect((await room.build({ lang: "en" })).stderr).toContain("1 fit to publish, 1 draft, 1 with errors");
  });

  test("prints none where the settings could not be read", async () => {
    const room = makeNewsroom({ ...NEWS, "content/site.yaml": "title: [\n" });
    expect((await room.build()).stderr).not.toContain("读到的文章");
  });
});
