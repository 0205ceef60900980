import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { startPreview } from "../../src/commands/dev.ts";
import { describeInBrowser } from "../support/browser.ts";
import { article, makeNewsroom, NOW } from "../support/newsroom.ts";
import { violations } from "./access.ts";

const WAIT = 60_000;
const room = makeNewsroom({
  "content/news/2026-03-01-a.md": article({ 标题: "甲桥通车", 标签: "[大桥, 交通]", 编辑: "唐静言" }),
  "content/news/2026-03-02-b.md": article({ 标题: "乙桥动工", 标签: "[大桥]", 编辑: "叶初晴" }),
  "content/news/2026-03-03-c.md": article({ 标题: `${"很长的标题".repeat(12)}${"long".repeat(30)}` }),
  "content/life/2026-03-04-draft.md": article({ 标题: "没写完的", 标签: "[大桥]", 草稿: "是" }),
  "content/life/2026-04-09-later.md": article({ 标题: "以后的" }),
});

async function serveRoom() {
  const { url, ready, close } = await startPreview({ root: room.root, lang: "zh", now: NOW, port: 0 });
  await ready;
  return { origin: new URL(url).origin, close };
}

const titles = (page: Page) => page.locator(".rows a").allInnerTexts();
const isAsWideAsTheScreen = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

describeInBrowser(
  "the desk",
  ({ open }) => {
    it.each([
      ["a phone", { width: 390, height: 844 }, "light"],
      ["a narrow phone in the dark", { width: 320, height: 640 }, "dark"],
      ["a desktop", { width: 1280, height: 900 }, "light"],
    ] as const)(
      "fits %s, and axe finds nothing",
      async (_, viewport, colorScheme) => {
        for (const path of ["/__desk/", "/__desk/news/2026-03-01-a", "/__desk/news/2026-03-03-c"]) {
          const reading = await open(path, { viewport, colorScheme });
          expect(await isAsWideAsTheScreen(reading.page), path).toBe(true);
          expect(await violations(reading), path).toEqual([]);
          expect(reading.complaints, path).toEqual([]);
          await reading.page.close();
        }
      },
      WAIT,
    );

    it(
      "is filtered from the keyboard, and leads to an article and its page",
      async () => {
        const { page, complaints } = await open("/__desk/", { javaScriptEnabled: false });
        const field = (name: string) => page.getByRole("combobox", { name, exact: true });
        expect(await titles(page)).toHaveLength(5);
        await field("状态").focus();
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await page.waitForURL(/state=draft/);
        expect(await titles(page)).toEqual(["没写完的"]);
        expect(await field("状态").inputValue()).toBe("draft");

        await page.getByRole("link", { name: "清除筛选" }).click();
        await field("标签").fill("大桥");
        await field("编辑").selectOption("唐静言");
        await field("标签").press("Enter");
        await page.waitForURL(/tag=/);
        expect(await titles(page)).toEqual(["甲桥通车"]);

        await page.getByRole("link", { name: "甲桥通车" }).click();
        expect(await page.locator(".reasons a").first().innerText()).toBe("乙桥动工");
        await page.getByRole("link", { name: "看这篇的样张" }).click();
        expect(new URL(page.url()).pathname).toBe("/2026/0301/a.html");
        expect(complaints).toEqual([]);
      },
      WAIT,
    );

    it(
      "follows what is saved, errors too, and keeps what was good",
      async () => {
        const { page, complaints } = await open("/__desk/");
        room.write({ "content/news/2026-03-02-b.md": article({ 标题: "乙桥", 日期: "2026-02-30" }) });
        await page.locator(".problems .error").waitFor({ timeout: WAIT });
        expect(await page.locator(".problems").innerText()).toContain("content/news/2026-03-02-b.md:3:5");
        expect(await page.locator(".rows li", { hasText: "乙桥动工" }).innerText()).toContain("有错误");
        expect(await page.locator("#jianbao-problems").count()).toBe(0);

        await page.goto(page.url().replace(/$/, "news/2026-03-02-b"));
        expect(await page.locator("main").innerText()).toContain("上一次没有错误时的样子");
        room.write({ "content/news/2026-03-02-b.md": article({ 标题: "乙桥改好了" }) });
        await page.getByRole("heading", { name: "乙桥改好了" }).waitFor({ timeout: WAIT });
        expect(await page.locator(".error").count()).toBe(0);
        expect(complaints).toEqual([]);
      },
      WAIT,
    );
  },
  serveRoom,
);
