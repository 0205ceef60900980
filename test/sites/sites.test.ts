import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { caseFiles } from "../support/caseFiles.ts";
import { makeNewsroom, snapshot } from "../support/newsroom.ts";

/*
 * Each folder here is a whole small newsroom and its exact output. After a change that is meant:
 * UPDATE_GOLDEN=1 npx vitest run test/sites, and read the difference.
 */

const mayWrite = process.env.UPDATE_GOLDEN === "1";
if (mayWrite && process.env.CI === "true") throw new Error("golden files are never written in CI");

const FINGERPRINT = /(\/assets\/(?:style|js\/\w+))\.[0-9a-f]{10}\.(css|js)/g;

/**
 * The site with the theme's fingerprints taken out, so that a change of the default look does not change every page here;
 * its stylesheet and scripts stand here only where the newsroom has its own. Pagefind's files are looked at in test/search.
 */
function masked(site: ReadonlyMap<string, string>, hasOwnAssets: boolean): Map<string, string> {
  const unmarked = (text: string) => text.replace(FINGERPRINT, "$1.$2");
  const entries = Array.from(site, ([route, bytes]) => [unmarked(route), unmarked(bytes)] as const);
  const ofTheme = /^\/assets\/(?:style\.|js\/)/;
  return new Map(
    entries.filter(([route]) => !/^\/search\/[^/]+\//.test(route) && (hasOwnAssets || !ofTheme.test(route))),
  );
}

const here = import.meta.dirname;
const cases = readdirSync(here, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe.each(cases)("the newsroom “%s”", (name) => {
  test("gives exactly the expected site, without a warning", async () => {
    const files = caseFiles(join(here, name), ["content", "templates"]);
    const room = makeNewsroom(files);
    const { code, stderr } = await room.build({ strict: true });
    expect(code, stderr).toBe(0);
    const hasOwnAssets = Object.keys(files).some((path) => path.startsWith("templates/assets/"));
    const site = masked(room.site(), hasOwnAssets);
    const folder = join(here, name, "expected");
    if (mayWrite) writeExpected(folder, site);

    const expected = snapshot(folder);
    expect([...site.keys()]).toEqual([...expected.keys()]);
    for (const [route, bytes] of site) expect(text(bytes), route).toBe(text(expected.get(route)));
  });
});

function writeExpected(folder: string, site: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [route, bytes] of site) {
    mkdirSync(dirname(join(folder, route)), { recursive: true });
    writeFileSync(join(folder, route), bytes, "latin1");
  }
}

function text(bytes: string | undefined): string | undefined {
  return bytes === undefined ? undefined : Buffer.from(bytes, "latin1").toString();
}
