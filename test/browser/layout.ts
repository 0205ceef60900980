import type { Page } from "playwright-core";
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

/** What a browser tells of a thing that moved. */
export interface Shift {
  readonly value: number;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRect;
    readonly currentRect: DOMRect;
  }[];
}

/** Notes what moves on a page without the reader's doing, and from where to where. */
export function watchShifts(): void {
  const told = window as unknown as { shifts: string[] };
  told.shifts = [];
  const box = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(" ");
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as unknown as Shift[])
      for (const { node, previousRect, currentRect } of sources)
        told.shifts.push(
          `${value} ${(node as Element | null)?.className}: ${box(previousRect)} → ${box(currentRect)}`,
        );
  }).observe({ type: "layout-shift", buffered: true });
}

export const shiftsOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);

/** Holds the first drawing back until all of a page has come: what moves then is moved by a picture, a script or a style. */
async function drawWhole(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told = window as unknown as { wasWhole: boolean };
    requestAnimationFrame(() => {
      told.wasWhole = document.querySelector("#whole") !== null;
    });
  });
  await page.route(
    (url) => PAGES.includes(url.pathname),
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text())
        .replace("</head>", '<link rel="expect" href="#whole" blocking="render"></head>')
        .replace("</body>", '<i id="whole"></i></body>');
      await route.fulfill({ response, body });
    },
  );
}

/** Whether the end of the page was there at its first frame. */
const wasDrawnWhole = (page: Page) =>
  page.evaluate(() => (window as unknown as { wasWhole?: boolean }).wasWhole);

/** Tests of layout and weight, for a site that is built from the sample newsroom. */
export function layoutTests({ open, origin }: Reader): void {
  it.each([390, 1280])(
    "never shifts at %i pixels",
    async (width) => {
      const { page, complaints } = await open("/", { viewport: { width, height: 844 }, before: watchShifts });
      await drawWhole(page);
      const shifts: string[] = [];
      for (const path of PAGES) {
        await page.goto(origin() + path);
        await readThrough(page);
        expect(await wasDrawnWhole(page)).toBe(true);
        shifts.push(...(await shiftsOf(page)).map((shift) => `${path} ${shift}`));
      }
      expect(shifts).toEqual([]);
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
    await page.waitForFunction(() => (window as unknown as { shifts: string[] }).shifts.length > 0);
    expect(await shiftsOf(page)).not.toEqual([]);
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

  it("has the tools in one line at the right of an article in English too, in each size", async () => {
    const { page } = await open(ARTICLE, { viewport: { width: 1280, height: 844 } });
    const lines = await page.evaluate(() => {
      const { documentElement } = document;
      documentElement.lang = "en";
      const share = document.querySelector(".tools [data-share]") as HTMLElement;
      const print = document.querySelector(".tools [data-print]") as HTMLElement;
      [share.textContent, print.textContent] = ["Share", "Print"];
      return ["small", "", "large", "larger"].map((size) => {
        documentElement.dataset.size = size;
        return print.getBoundingClientRect().top - share.getBoundingClientRect().top;
      });
    });
    expect(lines.map(Math.abs).filter((apart) => apart > 5)).toEqual([]);
  });

  it("counts an item that an editor left empty, and keeps the place of an anchor in a list", async () => {
    const { page } = await open(ARTICLE);
    const shown = await page.$eval(".body", (body) => {
      body.innerHTML = '<ol><li>甲</li><li id="empty"></li><li><a id="anchor"></a>丙</li></ol>';
      return ["#empty", "#anchor"].map((name) => body.querySelector(name)?.getClientRects().length);
    });
    expect(shown).toEqual([1, 1]);
  });

  it("never sets the slogan in a column of single characters beside a long name", async () => {
    const { page } = await open("/", { viewport: { width: 768, height: 844 } });
    const narrow = await page.evaluate(() => {
      const name = document.querySelector(".site-name a") as HTMLElement;
      name.textContent = "云河市云溪区融媒体中心";
      const slogan = document.querySelector(".slogan") as HTMLElement;
      slogan.textContent = "权威发布 贴近民生 服务百姓的小报";
      const { dataset } = document.documentElement;
      return ["", "on"].map((care) => {
        dataset.care = care;
        const { width, right } = slogan.getBoundingClientRect();
        const search = (document.querySelector(".search-box") as HTMLElement).getBoundingClientRect();
        return { wide: width >= 96, free: right <= search.left };
      });
    });
    expect(narrow).toEqual([
      { wide: true, free: true },
      { wide: true, free: true },
    ]);
  });

  it("keeps still where the reader wants no movement, and visible in forced colours", async () => {
    const { page } = await open(ARTICLE, { reducedMotion: "reduce", forcedColors: "active" });
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
    const code = await page.$eval(".qr path + path", (path) => getComputedStyle(path).stroke);
    expect(code).toBe("rgb(0, 0, 0)");
  });

  it("of an article weighs at most 40 kB with its stylesheet and scripts, and the scripts at most 5 kB", async () => {
    const { page } = await open(ARTICLE);
    await page.waitForLoadState("networkidle");
    const loaded = await page.evaluate(() =>
      [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map(
        (entry) => {
          const { name, initiatorType, encodedBodySize } = entry as PerformanceResourceTiming;
          return { name, initiatorType, size: encodedBodySize };
        },
      ),
    );
    const weightOf = (ending: RegExp) =>
      loaded.reduce((sum, { name, size }) => (ending.test(name) ? sum + size : sum), 0);
    expect(loaded.filter(({ name }) => /\.(?:html|css|js)$/.test(name)).length).toBeGreaterThanOrEqual(5);
    expect(loaded.filter(({ name }) => /\.(?:woff2?|ttf|otf)$/.test(name))).toEqual([]);
    expect(weightOf(/\.html$/)).toBeGreaterThan(1_000);
    expect(weightOf(/\.(?:html|css|js)$/)).toBeLessThanOrEqual(40_000);
    expect(weightOf(/\.js$/)).toBeGreaterThan(500);
    expect(weightOf(/\.js$/)).toBeLessThanOrEqual(5_000);
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
