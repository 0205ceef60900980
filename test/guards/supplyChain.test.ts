import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const all = Object.entries(lock.packages)
  .filter(([path]) => path !== "")
  .map(([path, entry]) => ({ path, name: path.split("node_modules/").at(-1) ?? path, ...entry }));
/** What is installed where the newspaper is built. Binaries for other systems are optional: only this machine's are there. */
const runtime = all.filter(({ dev, devOptional }) => dev !== true && devOptional !== true);

/** The licences under which all of it may be used and passed on beside an MIT tool. */
const COMPATIBLE = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "Unlicense",
  "Python-2.0",
  "MPL-2.0",
  "LGPL-3.0-or-later",
  "Apache-2.0 AND LGPL-3.0-or-later",
  "Apache-2.0 AND LGPL-3.0-or-later AND MIT",
  "(MIT OR Apache-2.0)",
  "(MIT OR CC0-1.0)",
  // A typeface, which may go with any software but not be sold by itself.
  "OFL-1.1",
]);

/** Versions below these have known holes: https://github.com/advisories has each. */
const FLOORS: Readonly<Record<string, string>> = {
  handlebars: "4.7.9",
  sharp: "0.32.6",
  "js-yaml": "3.14.2",
  yaml: "2.2.2",
  "micromark-util-decode-numeric-character-reference": "2.0.0",
  esbuild: "0.25.0",
  vite: "6.2.7",
  minimist: "1.2.6",
};

test("at most 175 packages run where the newspaper is built", () => {
  // Binaries come for every system; one of them installs its own.
  const installed = runtime.filter(
    ({ os, cpu, libc }) =>
      (os ?? ["linux"]).includes("linux") &&
      (cpu ?? ["x64"]).includes("x64") &&
      (libc ?? ["glibc"]).includes("glibc"),
  );
  expect(installed.length).toBeGreaterThan(100);
  expect(installed.length).toBeLessThanOrEqual(175);
});

test("no package that runs there needs a script at its installation", () => {
  const scripted = runtime.filter(
    ({ hasInstallScript, optional }) => hasInstallScript === true && optional !== true,
  );
  expect(scripted.map(({ name }) => name)).toEqual([]);
});

test("every package is pinned to bytes from the public registry", () => {
  const loose = all.filter(
    ({ resolved, integrity }) =>
      (resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/")) ||
      !/^sha512-/.test(integrity ?? ""),
  );
  expect(loose.map(({ path }) => path)).toEqual([]);
});

test("what package.json asks for is one exact version each", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
});

describe("no version with a known hole is locked:", () => {
  test.each(Object.entries(FLOORS))("%s is at least %s", (name, floor) => {
    const below = all.filter((entry) => entry.name === name && isBelow(entry.version, floor));
    expect(below.map(({ path, version }) => `${path} ${version}`)).toEqual([]);
  });

  test("the comparison would tell", () => {
    expect(isBelow("4.7.8", "4.7.9")).toBe(true);
    expect(isBelow("4.10.0", "4.7.9")).toBe(false);
  });
});

test("every licence may stand beside MIT, and docs/licences.md lists it", () => {
  const listed = readFileSync(join(ROOT, "docs/licences.md"), "utf8");
  for (const { name, version, license } of runtime) {
    expect(COMPATIBLE, `${name} ${version}`).toContain(license);
    expect(listed, name).toContain(`| \`${name}\` | ${license} |`);
  }
});

function isBelow(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split("-")[0]?.split(".").map(Number) ?? []);
  for (const at of [0, 1, 2]) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
