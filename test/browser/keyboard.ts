import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { Reader } from "../support/browser.ts";

const ARTICLE = "/2026/0319/old-community-list.html";

/** Where the focus is, and whether it can be seen there. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { width, height, left, right, bottom } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      name: element.getAttribute("aria-label") ?? element.innerText.trim().replace(/\s+/g, " "),
      isSeen: width > 0 && height > 0 && left < innerWidth && right > 0 && bottom > 0,
      hasRing: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 3,
    };
  });
}

/** Tests of keyboard, for a site that is built from the sample newsroom. */
export function keyboardTests({ open, origin }: Reader): void {
  it("skips to the text first of all", async () => {
    const { page } = await open(ARTICLE);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toEqual({ name: "跳到正文", isSeen: true, hasRing: true });
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect((await focused(page)).name).toBe("缩小字号 A−");
  });

  it("goes through the page in its order, and always sees where", async () => {
    const { page } = await open(ARTICLE);
    const stops: Awaited<ReturnType<typeof focused>>[] = [];
    for (let at = 0; at < 60; at++) {
      await page.keyboard.press("Tab");
      stops.push(await focused(page));
    }
    expect(stops.filter(({ isSeen, hasRing }) => !isSeen || !hasRing)).toEqual([]);
    const names = stops.map(({ name }) => name);
    const order = [
      "滚动新闻",
      "关怀版",
      "云河新闻网",
      "搜索词",
      "首页",
      "缩小字号 A−",
      "分享",
      "打印",
      "复制链接",
    ];
    const places = order.map((name) => names.indexOf(name));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("chooses a size and the dark, and reads on", async () => {
    const { page, complaints } = await open(ARTICLE);
    await page.focus('[data-step="1"]');
    await page.keyboard.press("Enter");
    await page.focus('[data-mode="dark"]');
    await page.keyboard.press("Space");
    expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toEqual({
      script: "on",
      size: "large",
      theme: "dark",
    });
    await page.focus(".related .card-title a");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.pathname.endsWith(ARTICLE));
    expect(complaints).toEqual([]);
  });

  it("searches from any page", async () => {
    const { page } = await open("/");
    await page.focus(".search-box input");
    await page.keyboard.type("地铁");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === "/search/");
    expect(page.url()).toBe(`${origin()}/search/?q=${encodeURIComponent("地铁")}`);
  });
}
