import axe from "axe-core";
import { expect, it } from "vitest";
import { describeInBrowser, type Reading } from "../support/browser.ts";

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
const LOOKS = [
  { look: "light", width: 390, dark: false, care: false },
  { look: "dark", width: 1280, dark: true, care: false },
  { look: "关怀版", width: 390, dark: false, care: true },
  { look: "关怀版 in the dark", width: 1280, dark: true, care: true },
];

/** What axe finds, a line each. It is handed to the page by the debugger, which no policy stops. */
async function violations({ page }: Reading): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      rules: { "target-size": { enabled: true } },
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
  );
}

describeInBrowser("axe", ({ open, origin }) => {
  it.each(LOOKS)("finds nothing on any kind of page: $look", async ({ width, dark, care }) => {
    const reading = await open("/", {
      viewport: { width, height: 900 },
      colorScheme: dark ? "dark" : "light",
      ...(care ? { before: () => localStorage.setItem("care", "on") } : {}),
    });
    const found: string[] = [];
    for (const path of PAGES) {
      await reading.page.goto(origin() + path);
      for (const line of await violations(reading)) found.push(`${path} ${line}`);
    }
    expect(found).toEqual([]);
    expect(reading.complaints).toEqual([]);
  });

  it("sees a picture without words, so that the silence above means something", async () => {
    const reading = await open("/about.html");
    await reading.page.evaluate(() => document.querySelector("main")?.append(new Image()));
    expect((await violations(reading)).join()).toContain("image-alt");
  });
});
