import { cpSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { makeNewsroom, type Newsroom } from "./newsroom.ts";

const PAUSE_MS = 100;

/** The text at an address. */
export async function textOf(url: string): Promise<string> {
  return (await fetch(url)).text();
}

/** Waits until something is so: a save, its event and what comes of it take as long as the machine needs. */
export async function until(isSo: () => boolean | Promise<boolean>, seconds = 50): Promise<void> {
  for (let tries = 0; tries < (seconds * 1000) / PAUSE_MS; tries++) {
    if (await isSo()) return;
    await sleep(PAUSE_MS);
  }
  throw new Error("it never came to be");
}

/** Every page that a preview serves is that of a clean build with drafts and the rest, elsewhere and without a cache, but for the script. */
export async function expectCleanBuild({ root }: Newsroom, url: string): Promise<void> {
  const clean = makeNewsroom({});
  cpSync(join(root, "content"), join(clean.root, "content"), { recursive: true });
  const { code } = await clean.build({ drafts: true, future: true, cache: false });
  expect(code).toBe(0);
  const site = [...clean.site()].filter(([route]) => !route.startsWith("/_"));
  expect(site.length).toBeGreaterThan(10);
  for (const [route, bytes] of site) {
    const response = await fetch(url + encodeURI(route.slice(1)));
    const served = Buffer.from(await response.arrayBuffer()).toString("latin1");
    expect(withoutScript(served), route).toBe(bytes);
  }
}

function withoutScript(page: string): string {
  return page.replace(/<script src="\/__jianbao\/[^"]*"><\/script>/, "");
}
