import { cpSync, existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type Preview, startPreview } from "../../src/commands/dev.ts";
import { article, type Files, makeNewsroom, type Newsroom, NOW } from "../support/newsroom.ts";
import { expectCleanBuild, textOf, until } from "../support/preview.ts";

const NEWS: Files = {
  "content/news/2026-03-01-a.md": article({ 标题: "甲" }, "甲的正文。"),
  "content/news/2026-03-02-b.md": article({ 标题: "乙" }),
  "content/news/2026-03-03-draft.md": article({ 标题: "没写完的", 草稿: "是" }),
  "content/news/2026-04-09-later.md": article({ 标题: "以后的" }),
  "content/news/2026-03-04-gone.md": article({ 标题: "过去的", 下线时间: "2026-03-10" }),
  "content/static/robots-check.txt": "原样",
};
const PAGE = "2026/0301/a.html";
const WAIT = 60_000;

let open: Preview | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
  vi.useRealTimers();
});

async function start(
  files: Files = NEWS,
  lang = "zh",
): Promise<{ room: Newsroom; preview: Preview; url: string }> {
  const room = makeNewsroom(files);
  const preview = await startPreview({ root: room.root, lang, now: NOW, port: 0 });
  open = preview;
  await preview.ready;
  return { room, preview, url: preview.url };
}

describe("jianbao dev", { timeout: WAIT }, () => {
  it("serves the bytes of the build, one script apart, and writes no site", async () => {
    const { "content/news/2026-03-04-gone.md": _, ...files } = NEWS;
    const { room, url } = await start(files);
    expect(existsSync(room.outDir)).toBe(false);
    expect(await textOf(url)).toContain('<script src="/__jianbao/client.js?version=');
    await expectCleanBuild(room, url);
  });

  it("shows and marks what readers do not see", async () => {
    const { url } = await start();
    const latest = await textOf(`${url}latest/`);
    for (const words of ["没写完的", "草稿", "以后的", "待发布", "过去的", "已下线"])
      expect(latest).toContain(words);
  });

  it("says what it found once at the start, and how much there is at each save", async () => {
    const said: string[] = [];
    const spy = vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
    try {
      const { room, url } = await start({
        ...NEWS,
        "content/news/2026-03-05-b.md": "---\n标题：丁\n---\n丁。",
      });
      expect(said.map((text) => text.trim().split("\n").at(-1))).toEqual(["1 个警告"]);
      expect(said[0]).toContain("标题: 丁");
      said.length = 0;
      room.write({ "content/news/2026-03-01-a.md": article({ 标题: "甲" }, "又改了。") });
      await until(async () => (await textOf(url + PAGE)).includes("又改了"));
      expect(new Set(said)).toEqual(new Set(["1 个警告\n"]));
    } finally {
      spy.mockRestore();
    }
  });

  it("shows a save, also one by another name and a rename", async () => {
    const { room, url } = await start();
    room.write({ "content/news/2026-03-01-a.md": article({ 标题: "甲" }, "改过一次。") });
    await until(async () => (await textOf(url + PAGE)).includes("改过一次"));
    const file = join(room.root, "content/news/2026-03-01-a.md");
    renameSync(file, `${file}~`);
    writeFileSync(file, article({ 标题: "甲" }, "改过两次。"));
    rmSync(`${file}~`);
    await until(async () => (await textOf(url + PAGE)).includes("改过两次"));
    room.write({ "content/news/.a.swp": article({ 标题: "甲" }, "改过三次。") });
    renameSync(join(room.root, "content/news/.a.swp"), file);
    await until(async () => (await textOf(url + PAGE)).includes("改过三次"));
  });

  it("keeps the last good page under the problems of a broken file, and drops them when it is mended", async () => {
    const { room, url, preview } = await start();
    // Each broken save pushes an older reading out of the cache.
    for (const [broken, code] of [
      ["没有开头", "front-matter/missing"],
      ["---\n标题: 甲\n", "front-matter/unclosed"],
      ["---\n标题: 甲\n日期: 2026-02-30\n---\n", "date/impossible"],
    ] as const) {
      room.write({ "content/news/2026-03-01-a.md": broken });
      await until(() => preview.showing().diagnostics[0]?.code === code);
      expect(await textOf(url + PAGE)).toContain("甲的正文");
    }
    room.write({ "content/news/2026-03-01-a.md": article({ 标题: "甲" }, "好了。") });
    await until(() => preview.showing().diagnostics.length === 0);
    expect(await textOf(url + PAGE)).toContain("好了");
    expect(preview.showing().diagnostics).toEqual([]);
  });

  it("shows by itself what time changes", async () => {
    const due = "2026-04-09T08:00:00+08:00";
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(due) - 500 });
    const room = makeNewsroom({
      "content/news/2026-04-08-a.md": article({ 标题: "钉住的", 置顶: due }),
      "content/news/2026-04-09-b.md": article({ 标题: "到点的", 发布时间: due }),
    });
    const preview = await startPreview({ root: room.root, lang: "zh", port: 0 });
    open = preview;
    const page = `${preview.url}2026/0409/b.html`;
    expect(await textOf(page)).toContain("待发布");
    expect(await textOf(`${preview.url}news/`)).toMatch(/钉住的.*到点的/s);
    vi.setSystemTime(Date.parse(due));
    await until(async () => !(await textOf(page)).includes("待发布"));
    expect(await textOf(`${preview.url}news/`)).toMatch(/到点的.*钉住的/s);
  });

  it("goes on when the cache is deleted under it", async () => {
    const { room, url } = await start();
    expect(await textOf(url + PAGE)).toContain("甲的正文");
    room.remove(".cache");
    expect(await textOf(`${url}2026/0302/b.html`)).toContain("乙");
    expect(await textOf(url + PAGE)).toContain("甲的正文");
    room.write({ "content/news/2026-03-01-a.md": article({ 标题: "甲" }, "改过了。") });
    await until(async () => (await textOf(url + PAGE)).includes("改过了"));
  });

  it("starts with a broken newsroom, and shows it when it is mended", async () => {
    const { room, url } = await start({ "content/site.yaml": "title: 报\n" });
    expect((await fetch(url)).status).toBe(503);
    room.write({ ...NEWS, "content/site.yaml": "title: 报\nurl: https://news.example.com\n" });
    await until(async () => (await fetch(url + PAGE)).status === 200);
  });

  it("starts with a broken text, and shows all the others and what is wrong", async () => {
    const broken = { "content/news/2026-03-02-b.md": article({ 标题: "乙", 日期: "2026-02-30" }) };
    const { room, url, preview } = await start({ ...NEWS, ...broken });
    expect(await textOf(url + PAGE)).toContain("甲的正文");
    expect((await fetch(`${url}2026/0302/b.html`)).status).toBe(404);
    const errors = preview.showing().diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code }) => code)).toEqual(["date/impossible"]);
    room.write({ ...NEWS });
    await until(async () => (await fetch(`${url}2026/0302/b.html`)).status === 200);
    expect(preview.showing().diagnostics).toEqual([]);
  });

  it("ends as a clean build after a folder went and came back, and after a flood of files in three runs at most", async () => {
    const { "content/news/2026-03-04-gone.md": _, ...files } = NEWS;
    const { room, url, preview } = await start(files);
    cpSync(join(room.root, "content"), join(room.root, "kept"), { recursive: true });
    room.remove("content");
    await until(() => preview.showing().diagnostics.some(({ severity }) => severity === "error"));
    renameSync(join(room.root, "kept"), join(room.root, "content"));
    await until(() => preview.showing().diagnostics.length === 0);
    const before = preview.showing().version;
    const many = Array.from({ length: 300 }, (_, n) => [
      `content/news/2026-02-01-n${n}.md`,
      article({ 标题: `第${n}篇` }),
    ]);
    room.write(Object.fromEntries(many));
    await until(() => preview.showing().preview?.forme.desk.copy.articles.length === 304);
    // Whatever was still to be told of the flood is told before what is saved after it.
    room.write({ "content/news/2026-03-05-last.md": article({ 标题: "最后一篇" }) });
    await until(async () => (await fetch(`${url}2026/0305/last.html`)).status === 200);
    expect(preview.showing().version - before).toBeLessThanOrEqual(3 + 1);
    await expectCleanBuild(room, url);
  });

  it("answers none but this machine's own pages, and only for reading", async () => {
    const { url } = await start();
    const statusFor = (headers: Record<string, string>) =>
      new Promise((resolve) => get(url, { headers }, ({ statusCode }) => resolve(statusCode)));
    expect(await statusFor({ Host: "evil.example" })).toBe(403);
    expect(await statusFor({ Origin: "https://evil.example" })).toBe(403);
    expect((await fetch(url, { method: "POST" })).status).toBe(405);
    expect((await fetch(url, { method: "HEAD" })).status).toBe(200);
  });

  it("has a desk beside the site, for reading only", async () => {
    const { url } = await start();
    const desk = await fetch(`${url}__desk`);
    expect(new URL(desk.url).pathname).toBe("/__desk/");
    expect(await desk.text()).toMatch(/client\.js\?version=\d+&amp;run=\d+"/);
    expect((await fetch(`${url}__desk/desk.css`)).headers.get("content-type")).toContain("text/css");
    const states = await Promise.all(
      ["news/2026-03-03-draft", "news/none", "%2e%2e/%2e%2e/etc/passwd", "constructor"].map(
        async (id) => (await fetch(`${url}__desk/${id}`)).status,
      ),
    );
    expect(states).toEqual([200, 404, 404, 404]);
    expect((await fetch(`${url}__desk/`, { method: "POST" })).status).toBe(405);
    expect((await fetch(`${url}__desk/?state=draft&page=%00`, { method: "HEAD" })).status).toBe(200);
  });

  it.each([
    "..%2fcontent%2fsite.yaml",
    "content/site.yaml",
    "%2e%2e/%2e%2e/etc/passwd",
    "static/robots-check.txt",
    "%00",
  ])("serves nothing outside the site: %s", async (path) => {
    const { url } = await start();
    expect([400, 404]).toContain((await fetch(url + path)).status);
    expect(await textOf(`${url}robots-check.txt`)).toBe("原样");
  });
});

describe("the page in a browser", { timeout: 2 * WAIT }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
    });
  }, WAIT);
  afterAll(() => browser.close(), WAIT);

  it("keeps its place when the text changes, takes new styles without a reload, and lies under problems until they are mended", async () => {
    const long = Array.from({ length: 80 }, (_, n) => `第${n}段。`).join("\n\n");
    const { room, url } = await start({
      ...NEWS,
      "content/news/2026-03-01-a.md": article({ 标题: "甲" }, long),
    });
    const page = await browser.newPage();
    await page.goto(url + PAGE);
    await page.evaluate("scrollTo(0, 900)");
    room.write({ "content/news/2026-03-01-a.md": article({ 标题: "甲" }, `${long}\n\n新的一段。`) });
    await page.getByText("新的一段。").waitFor({ timeout: WAIT });
    await page.waitForFunction("scrollY === 900");

    await page.evaluate("globalThis.stayed = true");
    room.write({ "templates/assets/css/tokens.css": ":root { --mark: 7 }\n" });
    await page.waitForFunction(
      `getComputedStyle(document.documentElement).getPropertyValue("--mark").trim() === "7"`,
      undefined,
      { timeout: WAIT },
    );
    expect(await page.evaluate("'stayed' in globalThis")).toBe(true);

    room.write({ "content/news/2026-03-02-b.md": article({ 标题: "乙", 日期: "2026-02-30" }) });
    const panel = page.locator("#jianbao-problems");
    await panel.waitFor({ timeout: WAIT });
    expect(await panel.innerText()).toContain("content/news/2026-03-02-b.md:3:5 date/impossible");
    expect(await panel.innerText()).toContain("3 | 日期: 2026-02-30");
    expect(await panel.innerText()).toContain("上一次没有错误的样子");
    expect(await page.getByText("新的一段。").isVisible()).toBe(true);
    // An error further down comes before the warnings, and the caret stands below its column, whatever the font.
    room.write({
      "content/news/2026-03-01-a.md": article({ 标题: "甲", 心情: "好" }, long),
      "content/news/2026-03-02-b.md": article({ 标题: "某某市某某区某某街道，记者: 多了冒号", 日期: "晴" }),
    });
    await page.getByText("yaml/unknown-key").waitFor({ timeout: WAIT });
    const codes = (await panel.innerText()).match(/[a-z-]+\/[a-z-]+$/gm);
    expect(codes).toEqual(["date/unreadable", "yaml/unknown-key", "front-matter/read-as-meant"]);
    const [full, half] = await page.evaluate(
      () =>
        [...document.querySelectorAll("#jianbao-problems pre div")].map((box) => {
          const range = document.createRange();
          const cell = box.querySelector("span");
          range.setStart(box.firstChild as Node, 0);
          range.setEnd(box.firstChild as Node, 1);
          return [cell?.getBoundingClientRect().width ?? 0, range.getBoundingClientRect().width];
        })[0] ?? [0, 0],
    );
    expect(full).toBeCloseTo(2 * (half ?? 0), 1);
    room.write({
      "content/news/2026-03-01-a.md": article({ 标题: "甲" }, long),
      "content/news/2026-03-02-b.md": article({ 标题: "乙" }),
    });
    await panel.waitFor({ state: "detached", timeout: WAIT });
    await page.close();
  });
  it.each([
    ["zh", "zh-CN", "1 个警告"],
    ["en", "en", "1 warning"],
  ])("says of its problems in which language they are: %s", async (lang, tag, title) => {
    const { url } = await start(
      { ...NEWS, "content/news/2026-03-05-b.md": "---\n标题：丁\n---\n丁。" },
      lang,
    );
    const page = await browser.newPage();
    await page.goto(url + PAGE);
    const panel = page.locator("#jianbao-problems");
    expect(await panel.locator("summary").innerText()).toBe(title);
    expect(await panel.getAttribute("lang")).toBe(tag);
    await page.close();
  });
});
