import { expect, it } from "vitest";
import type { Reader } from "../support/browser.ts";

/** Tests of what the other tests lean on: that nothing goes wrong unheard. */
export function watchTests({ open }: Reader): void {
  it("hears of what the policy stops, of errors and of what is not there", async () => {
    const { page, complaints } = await open("/about.html");
    expect(complaints).toEqual([]);
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'run'";
      document.head.append(script);
      console.error("told");
    });
    await page.evaluate(() => fetch("/not-there.txt"));
    await page.evaluate(() => fetch("https://elsewhere.example.com/").catch(() => {}));
    expect(await page.title()).not.toBe("run");
    expect(complaints.join("\n")).toMatch(/Content Security Policy/);
    expect(complaints).toContain("told");
    expect(complaints.some((line) => line.startsWith("404 "))).toBe(true);
  });

  it("works without scripts", async () => {
    const { page, complaints } = await open("/", { javaScriptEnabled: false });
    expect(await page.locator("h1").count()).toBe(1);
    expect(complaints).toEqual([]);
  });
}
