import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright-core";
import { expect, it } from "vitest";
import type { Reader } from "../support/browser.ts";

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

/** Tests of layout and weight, for a site that is built from the sample newsroom. */
export function layoutTests({ open, origin }: Reader): void {
  it.each([390, 1280])(
    "never shifts at %i pixels",
    async (width) => {
      const { page, complaints } = await open("/", { viewport: { width, height: 844 }, before: watchShifts });
      const shifts: [string, number][] = [];
      for (const path of PAGES) {
        await page.goto(origin() + path);
        await readThrough(page);
        shifts.push([path, await shiftOf(page)]);
      }
      expect(shifts.filter(([, shift]) => shift > 0)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    120_000,
  );

  it("is seen to shift where something is pushed in", async () => {
    const { page } = await open("/", { before: watchShifts });
    await page.evaluate(() => {
      const wedge = document.createElement("div");
      wedge.style.height = "200px";
      document.body.prepend(wedge);
    });
    await page.waitForFunction(() => (window as unknown as { shift: number }).shift > 0);
    expect(await shiftOf(page)).toBeGreaterThan(0);
  });

  it("fits a window of any width, in 关怀版 and the largest size too", async () => {
    const { page } = await open("/");
    const wide: string[] = [];
    for (const path of [...PAGES, "/2026/0324/yunma-chengji.html"]) {
      await page.goto(origin() + path);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 });
        const [plain, care] = await page.evaluate(() => {
          const { dataset } = document.documentElement;
          const overflow = () => document.documentElement.scrollWidth - innerWidth;
          const before = overflow();
          Object.assign(dataset, { care: "on", size: "larger" });
          const after = overflow();
          delete dataset.care;
          delete dataset.size;
          return [before, after] as const;
        });
        if (plain > 0) wide.push(`${path} ${width}: ${plain}`);
        if (care > 0) wide.push(`${path} ${width} 关怀版: ${care}`);
      }
    }
    expect(wide).toEqual([]);
  }, 120_000);

  it("keeps still where the reader wants no movement, and visible in forced colours", async () => {
    const { page } = await open(ARTICLE, { reducedMotion: "reduce", forcedColors: "active" });
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
    const code = await page.$eval(".qr path + path", (path) => getComputedStyle(path).fill);
    expect(code).toBe("rgb(0, 0, 0)");
  });

  it("of an article weighs at most 40 kB with its stylesheet and scripts, and the scripts at most 5 kB", async () => {
    const { page } = await open("/about.html");
    const responses: Response[] = [];
    page.on("response", (response) => responses.push(response));
    await page.goto(new URL(ARTICLE, page.url()).href, { waitUntil: "networkidle" });
    const sizes = new Map<string, number>();
    for (const response of responses.filter((response) => response.request().resourceType() !== "image"))
      sizes.set(
        `${response.request().resourceType()} ${response.url()}`,
        gzipSync(await response.body()).length,
      );
    const weightOf = (type: string) =>
      [...sizes].reduce((sum, [name, size]) => (name.startsWith(type) ? sum + size : sum), 0);
    expect(weightOf("document")).toBeGreaterThan(1000);
    expect(weightOf("stylesheet")).toBeGreaterThan(1000);
    expect(weightOf("font")).toBe(0);
    expect(weightOf("")).toBeLessThanOrEqual(40_000);
    expect(weightOf("script")).toBeGreaterThan(500);
    expect(weightOf("script")).toBeLessThanOrEqual(5_000);
  });

  it("of an article waits for one small script alone before it is drawn", async () => {
    const { page } = await open(ARTICLE);
    const blocking = await page.$$eval("script[src]:not([defer])", (scripts) =>
      scripts.map((script) => (script as HTMLScriptElement).src),
    );
    expect(blocking).toHaveLength(1);
    const response = await page.request.get(blocking[0] ?? "");
    expect((await response.body()).length).toBeLessThanOrEqual(600);
  });
}
