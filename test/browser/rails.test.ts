import { expect, it } from "vitest";
import { buildNewsroom, describeInBrowser } from "../support/browser.ts";
import { article, type Files, makeNewsroom, SITE_YAML } from "../support/newsroom.ts";
import { shiftsOf, watchShifts } from "./layout.ts";

const DAYS = Array.from({ length: 14 }, (_, at) => String(at + 10));
const NEWSROOM: Files = {
  "content/site.yaml": `${SITE_YAML}lists: {rails: fetch}\n`,
  ...Object.fromEntries(
    DAYS.map((day) => [
      `content/news/2026-03-${day}-a.md`,
      article({ 标题: `${day}日的云河`, 标签: "民生" }, `云河市${day}日的消息，市民关心的事。`),
    ]),
  ),
};
const NEWEST = "/2026/0323/a.html";

describeInBrowser(
  "rails that are fetched",
  ({ open }) => {
    it("fill in, leave out the page being read, and push nothing away", async () => {
      const { page, complaints } = await open(NEWEST, { viewport: { width: 1280, height: 900 } });
      await page.waitForFunction(() => document.querySelectorAll("[data-fragment]").length === 0);
      expect(await page.locator(".rail-hot li").count()).toBe(9);
      const latest = await page.locator(".rail-latest li > a").allInnerTexts();
      expect(latest).toHaveLength(9);
      expect(latest).not.toContain("23日的云河");
      expect(complaints).toEqual([]);
    });

    it("reserve their room, so that nothing moves on a phone either", async () => {
      const { page } = await open(NEWEST, {
        viewport: { width: 390, height: 844 },
        before: watchShifts,
      });
      await page.waitForFunction(() => document.querySelectorAll("[data-fragment]").length === 0);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      expect(await shiftsOf(page)).toEqual([]);
    });

    it("are links to the lists where no script runs", async () => {
      const { page } = await open(NEWEST, { javaScriptEnabled: false });
      const slot = page.locator(".rail-hot [data-fragment]");
      expect((await slot.boundingBox())?.height).toBeLessThan(60);
      await slot.locator("a").click();
      expect(await page.innerText("h1")).toBe("热门文章");
    });

    it("stay links where the list cannot be had", async () => {
      const { page } = await open("/404.html");
      await page.route("**/fragments/*", (route) => route.fulfill({ status: 503, body: "" }));
      await page.goto(new URL(NEWEST, page.url()).href, { waitUntil: "networkidle" });
      expect(await page.locator(".rail-hot [data-fragment] a").getAttribute("href")).toBe("/hot/");
    });
  },
  (folder) => buildNewsroom(makeNewsroom(NEWSROOM).root, folder),
);
