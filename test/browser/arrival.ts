import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { Reader } from "../support/browser.ts";
import type { Shift } from "./layout.ts";

const PAGES = ["/", "/2026/0322/yunma-kaipao.html", "/2026/0121/snow-gallery.html", "/archive/2026/03/"];
const WIDTHS = [390, 1280];

/**
 * Writes a page into the window piece by piece, as a slow line brings it: after each opening tag and each text the browser
 * draws what there is. Gives what moved that had come before. A paragraph, an item or a cell that is still coming may look
 * for its line. Scripts stay out, but for what the first one says.
 */
function readSlowly(
  page: Page,
  path: string,
): Promise<{ readonly pieces: number; readonly moved: string[] }> {
  return page.evaluate(async (path) => {
    const answer = await (await fetch(path)).text();
    const html = answer
      .replace(/<script[^>]*>[\s\S]*?<\/script>/g, "")
      .replace("<html", '<html data-script="on"');
    const body = html.indexOf("<body");
    const pieces = html
      .slice(body)
      .split(/(?<=>)(?=[^\s<])|(?=<)/)
      .filter((piece) => piece !== "");
    document.open();
    document.write(html.slice(0, body));
    const styles = document.querySelector<HTMLLinkElement>("link[rel=stylesheet]");
    await new Promise((loaded) => {
      if (styles === null || styles.sheet !== null) loaded(undefined);
      styles?.addEventListener("load", loaded);
    });
    const moved: string[] = [];
    let newest: Node = document.documentElement;
    const box = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(" ");
    const note = (entries: PerformanceEntryList, piece: string) => {
      for (const { sources } of entries as unknown as Shift[])
        for (const { node, previousRect, currentRect } of sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          if (element?.closest("p, li, td")?.contains(newest)) continue;
          moved.push(
            `${element?.outerHTML.slice(0, 80)}: ${box(previousRect)} → ${box(currentRect)} at ${piece}`,
          );
        }
    };
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: "layout-shift" });
    const drawn = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    for (const piece of pieces) {
      document.write(piece);
      if (/^<\/|^\s*$/.test(piece)) continue;
      newest = document.body;
      while (newest.lastChild !== null) newest = newest.lastChild;
      await drawn();
      note(observer.takeRecords(), piece);
    }
    document.close();
    await drawn();
    note(observer.takeRecords(), "the end");
    return { pieces: pieces.length, moved };
  }, path);
}

/** Tests of what a reader on a slow line sees, for a site that is built from the sample newsroom. */
export function arrivalTests({ open }: Reader): void {
  it("stands still while it comes, wherever a slow line cuts it", async () => {
    const ways = WIDTHS.flatMap((width) => PAGES.map((path) => ({ width, path })));
    const read = await Promise.all(
      ways.map(async ({ width, path }) => {
        const { page } = await open("/404.html", { viewport: { width, height: 2400 } });
        const { pieces, moved } = await readSlowly(page, path);
        expect(pieces).toBeGreaterThan(300);
        return moved.map((line) => `${path} ${width}: ${line}`);
      }),
    );
    expect(read.flat()).toEqual([]);
  }, 240_000);

  it("is seen to move where a later piece pushes an earlier one", async () => {
    const { page } = await open("/404.html", { viewport: { width: 390, height: 2400 } });
    await page.route("**/pushed", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: '<html><head></head><body><div align="right"><b>先来的</b> <b>后来的</b></div></body>',
      }),
    );
    expect((await readSlowly(page, "/pushed")).moved).not.toEqual([]);
  });
}
