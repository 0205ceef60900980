import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser } from "../support/browser.ts";

const ARTICLE = "/2026/0322/yunma-kaipao.html";
const PAGES = ["/", ARTICLE, "/2026/0121/snow-gallery.html", "/economy/", "/archive/2026/03/", "/search/"];
const WIDTHS = [320, 390, 768, 1280, 1920];

/** Scrolls to the end, as a reader does, and waits for the pictures. */
async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  });
}

function watchShifts(): void {
  const told = window as unknown as { shift: number };
  told.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) told.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
}

const shiftOf = (page: Page) => page.evaluate(() => (window as unknown as { shift: number }).shift);

describeInBrowser("the layout", ({ open, origin }) => {
  it.each([390, 1280])("never shifts at %i pixels", async (width) => {
    const { page, complaints } = await open("/", { viewport: { width, height: 844 }, before: watchShifts });
    const shifts: [string, number][] = [];
    for (const path of PAGES) {
      await page.goto(origin() + path);
      await readThrough(page);
      shifts.push([path, await shiftOf(page)]);
    }
    expect(shifts.filter(([, shift]) => shift > 0)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("is seen to shift where something is pushed in", async () => {
    const { page } = await open("/", { before: watchShifts });
    await page.evaluate(async () => {
      const wedge = document.createElement("div");
      wedge.style.height = "200px";
      document.body.prepend(wedge);
      await new Promise((done) => setTimeout(done, 200));
    });
    expect(await shiftOf(page)).toBeGreaterThan(0);
  });

  it.each(WIDTHS)("fits a window of %i pixels, 关怀版 and the largest size too", async (width) => {
    const { page } = await open("/", { viewport: { width, height: 844 } });
    const wide: string[] = [];
    for (const path of [...PAGES, "/2026/0324/yunma-chengji.html"]) {
      await page.goto(origin() + path);
      for (const look of ["", "on"]) {
        await page.evaluate((value) => {
          Object.assign(
            document.documentElement.dataset,
            value === "" ? {} : { care: value, size: "larger" },
          );
        }, look);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) wide.push(`${path} ${look} ${overflow}`);
      }
    }
    expect(wide).toEqual([]);
  });

  it("keeps still where the reader wants no movement, and visible in forced colours", async () => {
    const { page } = await open(ARTICLE, { reducedMotion: "reduce", forcedColors: "active" });
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
    const code = await page.$eval(".qr path + path", (path) => getComputedStyle(path).fill);
    expect(code).toBe("rgb(0, 0, 0)");
  });
});

describeInBrowser("an article page", ({ open }) => {
  it("weighs at most 40 kB with its stylesheet and scripts, and the scripts at most 5 kB", async () => {
    const { page } = await open("/about.html");
    const sizes = new Map<string, number>();
    page.on("response", async (response) => {
      const type = response.request().resourceType();
      if (type !== "image") sizes.set(`${type} ${response.url()}`, gzipSync(await response.body()).length);
    });
    await page.goto(new URL(ARTICLE, page.url()).href, { waitUntil: "networkidle" });
    const weightOf = (type: string) =>
      [...sizes].reduce((sum, [name, size]) => (name.startsWith(type) ? sum + size : sum), 0);
    expect(weightOf("document")).toBeGreaterThan(1000);
    expect(weightOf("stylesheet")).toBeGreaterThan(1000);
    expect(weightOf("font")).toBe(0);
    expect(weightOf("")).toBeLessThanOrEqual(40_000);
    expect(weightOf("script")).toBeGreaterThan(500);
    expect(weightOf("script")).toBeLessThanOrEqual(5_000);
  });

  it("is stopped by one small script only, before it is drawn", async () => {
    const { page } = await open(ARTICLE);
    const blocking = await page.$$eval("script[src]:not([defer])", (scripts) =>
      scripts.map((script) => (script as HTMLScriptElement).src),
    );
    expect(blocking).toHaveLength(1);
    const response = await page.request.get(blocking[0] ?? "");
    expect((await response.body()).length).toBeLessThanOrEqual(600);
  });
});
