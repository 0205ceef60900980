import type { Page } from "playwright-core";

/** Where a reader of the search page writes. */
export const FIELD = "#search-words";
/** Where it is said what was found. */
export const STATUS = "#search [role=status]";
/** What was found. */
export const FINDS = "#search ol a";

/** What is answered once the search has come to rest. */
export async function answer(
  page: Page,
): Promise<{ readonly said: string; readonly slugs: readonly string[] }> {
  await page.waitForFunction((status) => {
    const box = document.querySelector("#search");
    const said = document.querySelector(status)?.textContent ?? "";
    return box?.getAttribute("aria-busy") === null && said !== "" && !said.startsWith("正在");
  }, STATUS);
  const hrefs = await page.$$eval(FINDS, (links) => links.map((link) => link.getAttribute("href") ?? ""));
  const said = (await page.textContent(STATUS)) ?? "";
  return { said, slugs: hrefs.map((href) => /([^/]+)\.html$/.exec(href)?.[1] ?? href) };
}

/** Asks, and waits for the answer to what was asked. */
export async function ask(page: Page, query: string) {
  await page.fill(FIELD, query);
  await page.press(FIELD, "Enter");
  await page.waitForFunction(
    ([status, words]) => document.querySelector(status ?? "")?.textContent?.includes(`“${words}”`),
    [STATUS, query],
  );
  return answer(page);
}
