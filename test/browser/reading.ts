import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { Reader } from "../support/browser.ts";

const ARTICLE = "/2026/0319/old-community-list.html";
const MARATHON = "/2026/0322/yunma-kaipao.html";
const PHONE = { viewport: { width: 390, height: 844 } };

const fontSize = (page: Page, selector: string) =>
  page.$eval(selector, (element) => Number.parseFloat(getComputedStyle(element).fontSize));
const background = (page: Page) => page.$eval("body", (body) => getComputedStyle(body).backgroundColor);
const isPressed = (page: Page, mode: string) => page.getAttribute(`[data-mode="${mode}"]`, "aria-pressed");

/** Tests of reading, for a site that is built from the sample newsroom. */
export function readingTests({ open, origin }: Reader): void {
  it("comes in at the front page, opens the lead and follows what is related", async () => {
    const { page, complaints } = await open("/", PHONE);
    const headline = await page.innerText(".lead-title");
    await page.click(".lead-title a");
    expect(await page.innerText("h1")).toBe(headline);
    const related = await page.innerText(".related .card-title");
    await page.click(".related .card-title a");
    expect(await page.innerText("h1")).toBe(related);
    await page.click(".breadcrumb a");
    expect(page.url()).toBe(`${origin()}/`);
    expect(complaints).toEqual([]);
  });

  it("makes the text larger step by step and the page remembers it", async () => {
    const { page, complaints } = await open(ARTICLE, PHONE);
    const standard = await fontSize(page, ".body p");
    await page.click('[data-step="1"]');
    const large = await fontSize(page, ".body p");
    await page.click('[data-step="1"]');
    await page.click('[data-step="1"]', { force: true });
    const largest = await fontSize(page, ".body p");
    expect([large / standard, largest / standard].map((ratio) => ratio.toFixed(2))).toEqual(["1.15", "1.30"]);
    expect(await page.getAttribute('[data-step="1"]', "aria-disabled")).toBe("true");

    await page.goto(origin() + MARATHON);
    expect(await fontSize(page, ".body p")).toBe(largest);
    await page.click('[data-step="-1"]');
    expect(await fontSize(page, ".body p")).toBe(large);
    await page.click('[data-step="0"]');
    expect(await fontSize(page, ".body p")).toBe(standard);
    expect(complaints).toEqual([]);
  });

  it("chooses the dark, and the next page is dark before its first drawing", async () => {
    const { page, complaints } = await open(ARTICLE);
    const light = await background(page);
    await page.click('[data-mode="dark"]');
    const dark = await background(page);
    expect(dark).not.toBe(light);
    expect(await isPressed(page, "dark")).toBe("true");

    await page.goto(`${origin()}/`);
    expect(await background(page)).toBe(dark);
    // The scripts that wait for the page are not what makes it dark.
    await page.route(/\/js\/reading\./, (route) =>
      route.fulfill({ body: "", contentType: "text/javascript" }),
    );
    await page.reload();
    expect(await background(page)).toBe(dark);
    await page.unroute(/\/js\/reading\./);
    await page.reload();
    await page.click('[data-mode="dark"]');
    expect(await background(page)).toBe(light);
    expect(complaints).toEqual([]);
  });

  it("has the dark that the device asks for, and may leave it", async () => {
    const { page } = await open("/", { colorScheme: "dark" });
    const dark = await background(page);
    expect(await isPressed(page, "dark")).toBe("true");
    await page.click('[data-mode="dark"]');
    expect(await background(page)).not.toBe(dark);
    expect(await isPressed(page, "dark")).toBe("false");
  });

  it("turns 关怀版 on: larger, black on white, one column, kept on the next page", async () => {
    const { page, complaints } = await open(ARTICLE, { viewport: { width: 1280, height: 900 } });
    const before = await fontSize(page, ".body p");
    await page.click('[data-mode="care"]');
    await page.goto(origin() + MARATHON);
    expect(await isPressed(page, "care")).toBe("true");
    expect((await fontSize(page, ".body p")) / before).toBeCloseTo(1.25);
    expect(await background(page)).toBe("rgb(255, 255, 255)");
    expect(await page.$eval("body", (body) => getComputedStyle(body).color)).toBe("rgb(0, 0, 0)");
    const [main, side] = [
      await page.locator("main").boundingBox(),
      await page.locator(".side").boundingBox(),
    ];
    expect(side?.y).toBeGreaterThanOrEqual((main?.y ?? 0) + (main?.height ?? 0));
    await page.click('[data-mode="care"]');
    await page.reload();
    expect(await isPressed(page, "care")).toBe("false");
    expect(complaints).toEqual([]);
  });

  it("copies the address, and is told so", async () => {
    const { page, complaints } = await open(ARTICLE, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.click("[data-copy]");
    await page.waitForSelector(".done:text('已复制')");
    const address = await page.getAttribute("[data-copy]", "data-copy");
    expect(address).toBe(`https://news.yunhe.example.com${ARTICLE}`);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    expect(complaints).toEqual([]);
  });

  it("copies the address in a browser without a clipboard of its own", async () => {
    const { page } = await open(ARTICLE, {
      before: () => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        document.execCommand = (command) => {
          document.title = `${command} ${(document.activeElement as HTMLTextAreaElement).value}`;
          return true;
        };
      },
    });
    await page.click("[data-copy]");
    await page.waitForSelector(".done:text('已复制')");
    expect(await page.title()).toBe(`copy https://news.yunhe.example.com${ARTICLE}`);
  });

  it("gets the system's share sheet where there is one, else the code at the foot", async () => {
    const sheet = await open(ARTICLE, {
      before: () => {
        navigator.share = (data) => {
          document.title = `${data?.title} ${data?.url}`;
          return Promise.resolve();
        };
      },
    });
    await sheet.page.click("[data-share]");
    expect(await sheet.page.title()).toContain(`https://news.yunhe.example.com${ARTICLE}`);
    expect(sheet.page.url()).not.toContain("#share");

    const none = await open(ARTICLE, {
      before: () => Object.defineProperty(navigator, "share", { value: undefined }),
    });
    await none.page.click("[data-share]");
    expect(none.page.url()).toContain("#share");
    expect(await none.page.locator(".qr").isVisible()).toBe(true);
  });

  it("asks the printer", async () => {
    const { page } = await open(ARTICLE, {
      before: () => {
        window.print = () => {
          document.title = "printing";
        };
      },
    });
    await page.click("[data-print]");
    expect(await page.title()).toBe("printing");
  });

  it("prints the story, its corrections and its address, and none of the furniture", async () => {
    const { page } = await open(ARTICLE, { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    const seen = async (selector: string) => page.locator(selector).first().isVisible();
    for (const kept of ["h1", ".body p", ".notice-correction", ".byline", ".qr", ".share .address"])
      expect([kept, await seen(kept)]).toEqual([kept, true]);
    for (const gone of [".strip", ".search-box", ".site-nav", ".breadcrumb", ".side", ".tools", ".related"])
      expect([gone, await seen(gone)]).toEqual([gone, false]);
    for (const gone of [".neighbours", ".tag-line", ".share .button", ".footer-links"])
      expect([gone, await seen(gone)]).toEqual([gone, false]);
    expect(await page.$eval("body", (body) => getComputedStyle(body).color)).toBe("rgb(0, 0, 0)");
    expect(await background(page)).toBe("rgb(255, 255, 255)");
  });

  it("finds a day in the calendar of a month", async () => {
    const { page, complaints } = await open("/archive/2026/03/");
    await page.click('.calendar a[href$="#day-2026-03-03"]');
    await page.locator("#day-2026-03-03 h2").waitFor();
    expect(await page.locator("#day-2026-03-03 li").count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it("has all of this without scripts but what needs them", async () => {
    const { page, complaints } = await open(ARTICLE, { javaScriptEnabled: false });
    expect(await page.locator(".needs-script").count()).toBeGreaterThan(0);
    for (const control of await page.locator(".needs-script").all())
      expect(await control.isVisible()).toBe(false);
    expect(await page.locator(".side li").count()).toBe(20);
    await page.click(".related .card-title a");
    await page.click(".site-nav li:nth-child(2) a");
    expect(page.url()).toBe(`${origin()}/news/`);
    expect(await page.locator(".cards .card").count()).toBeGreaterThanOrEqual(20);
    expect(complaints).toEqual([]);
  });
}
