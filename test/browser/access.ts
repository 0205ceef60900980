import axe from "axe-core";
import { expect, it } from "vitest";
import type { Reader, Reading } from "../support/browser.ts";

const PAGES = [
  "/",
  "/2026/0319/old-community-list.html",
  "/2026/0322/yunma-kaipao.html",
  "/economy/",
  "/tags/",
  "/latest/",
  "/hot/",
  "/archive/",
  "/archive/2026/03/",
  "/corrections/",
  "/search/",
  "/about.html",
  "/404.html",
];
/** What differs by look is colour and size; the rest is looked at once. */
const OF_COLOUR = ["color-contrast", "link-in-text-block", "target-size"];
const EXAMPLES = ["/", "/2026/0319/old-community-list.html", "/economy/", "/archive/2026/03/", "/search/"];
const LOOKS = [
  { look: "light", width: 390, dark: false, care: false, pages: PAGES, rules: [] },
  { look: "dark", width: 1280, dark: true, care: false, pages: EXAMPLES, rules: OF_COLOUR },
  { look: "关怀版", width: 390, dark: false, care: true, pages: EXAMPLES, rules: OF_COLOUR },
  { look: "关怀版 in the dark", width: 1280, dark: true, care: true, pages: EXAMPLES, rules: OF_COLOUR },
];

/** What axe finds, a line each. It is handed to the page by the debugger, which no policy stops. */
export async function violations({ page }: Reading, rules: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (only) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        ...(only.length === 0 ? {} : { runOnly: { type: "rule", values: only } }),
        rules: { "target-size": { enabled: true } },
        resultTypes: ["violations"],
      }),
    [...rules],
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
  );
}

/** Tests of access, for a site that is built from the sample newsroom. */
export function accessTests({ open, origin }: Reader): void {
  it.each(LOOKS)(
    "finds nothing on any kind of page: $look",
    async ({ width, dark, care, pages, rules }) => {
      const reading = await open("/", {
        viewport: { width, height: 900 },
        colorScheme: dark ? "dark" : "light",
        ...(care ? { before: () => localStorage.setItem("care", "on") } : {}),
      });
      const found: string[] = [];
      for (const path of pages) {
        await reading.page.goto(origin() + path);
        for (const line of await violations(reading, rules)) found.push(`${path} ${line}`);
      }
      expect(found).toEqual([]);
      expect(reading.complaints).toEqual([]);
    },
    120_000,
  );

  it("sees a picture without words, so that the silence above means something", async () => {
    const reading = await open("/about.html");
    await reading.page.evaluate(() => document.querySelector("main")?.append(new Image()));
    expect((await violations(reading)).join()).toContain("image-alt");
  });
}
