import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { some } from "../support/amount.ts";
import { caseFiles } from "../support/caseFiles.ts";
import { runCli } from "../support/cli.ts";
import { article, type Files, makeNewsroom, NOW } from "../support/newsroom.ts";

const disk = vi.hoisted(() => ({ isReversed: false }));

vi.mock("node:fs/promises", async (importOriginal) => {
  const original = await importOriginal<typeof import("node:fs/promises")>();
  const readdir = async (...given: Parameters<typeof original.readdir>) => {
    const entries = await original.readdir(...given);
    return disk.isReversed ? entries.toReversed() : entries;
  };
  return { ...original, readdir };
});

const SITES = join(import.meta.dirname, "../sites");
const EVERYTHING = caseFiles(join(SITES, "everything"), ["content"]);
const THEME = caseFiles(join(SITES, "theme"), ["content", "templates"]);

async function siteOf(files: Files): Promise<ReadonlyMap<string, string>> {
  const room = makeNewsroom(files);
  const { code, stderr } = await room.build();
  expect(code, stderr).toBe(0);
  return room.site();
}

/** Compares without printing a whole site where two differ. */
function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((route) => a.get(route) !== b.get(route));
}

/** As built in this process, whose time zone and locale are New York's and Turkey's. */
let everything: ReadonlyMap<string, string>;
let theme: ReadonlyMap<string, string>;

beforeAll(async () => {
  expect(process.env).toMatchObject({ TZ: "America/New_York", LC_ALL: "tr_TR.UTF-8" });
  [everything, theme] = [await siteOf(EVERYTHING), await siteOf(THEME)];
  expect(everything.size).toBeGreaterThan(40);
});

describe("the same newsroom gives the same bytes", () => {
  const environments: readonly Readonly<Record<string, string>>[] = [
    { TZ: "UTC", LC_ALL: "C" },
    { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
    { TZ: "America/St_Johns", LC_ALL: "zh_CN.UTF-8" },
  ];

  test.each(some(environments, 1))("in another time zone and locale: %o", (environment) => {
    const room = makeNewsroom(EVERYTHING);
    const args = ["build", "--root", room.root, "--now", NOW, "--lang", "zh"];
    const { code, stderr } = runCli(args, environment);
    expect(code, stderr).toBe(0);
    expect(differing(everything, room.site())).toEqual([]);
  });

  test("in whatever order its files were made, and its folders are read", async () => {
    const reversed = Object.fromEntries(Object.entries(EVERYTHING).reverse());
    disk.isReversed = true;
    try {
      expect(differing(everything, await siteOf(reversed))).toEqual([]);
    } finally {
      disk.isReversed = false;
    }
  });

  test.each([
    ["everything", EVERYTHING, () => everything],
    ["a theme of its own", THEME, () => theme],
  ])("in a checkout with Windows line ends, with %s", async (_, files, site) => {
    // What stands in static/ and beside articles is published as it is, and is not text to us.
    const isOurs = (path: string) => /\.(?:md|yaml|hbs|css)$/.test(path);
    const windows = Object.fromEntries(
      Object.entries(files).map(([path, bytes]) => {
        const text = Buffer.from(bytes).toString();
        return [path, isOurs(path) ? text.replaceAll("\n", "\r\n") : bytes];
      }),
    );
    expect(differing(site(), await siteOf(windows))).toEqual([]);
  });

  test("with a byte-order mark before its texts", async () => {
    const marked = Object.fromEntries(
      Object.entries(EVERYTHING).map(([path, bytes]) => [
        path,
        /\.(?:md|yaml)$/.test(path) ? `\ufeff${Buffer.from(bytes).toString()}` : bytes,
      ]),
    );
    expect(differing(everything, await siteOf(marked))).toEqual([]);
  });

  test("with file names as a Mac writes them", async () => {
    const named = (form: "NFC" | "NFD"): Files => ({
      [`content/news/2026-03-01-café/index.md`.normalize(form)]: article(
        { 标题: "咖啡" },
        "![图](crème.svg)",
      ),
      [`content/news/2026-03-01-café/crème.svg`.normalize(form)]:
        '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>',
      [`content/static/résumé.txt`.normalize(form)]: "x",
    });
    expect(differing(await siteOf(named("NFC")), await siteOf(named("NFD")))).toEqual([]);
  });
});

test("the comparison would tell a difference", () => {
  expect(differing(everything, theme)).toContain("/index.html");
});
