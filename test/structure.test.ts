import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { structureProblems } from "./support/structure.ts";

function readSources(): ReadonlyMap<string, string> {
  const root = join(import.meta.dirname, "../src");
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  return new Map(
    paths.sort().map((path) => [path.split(sep).join("/"), readFileSync(join(root, path), "utf8")] as const),
  );
}

describe("the source", () => {
  it("keeps the plan of the house: imports run down, no circle, and only the rooms that may touch the world do", () => {
    const files = readSources();
    expect(files.size).toBeGreaterThan(100);
    expect(structureProblems(files)).toEqual([]);
  });
});

describe("the check of the plan", () => {
  const house = (changes: Readonly<Record<string, string>>) =>
    structureProblems(
      new Map(
        Object.entries({
          "model/a.ts": 'import type { B } from "./b.ts";\n',
          "model/b.ts": "",
          "pages/p.ts": 'import { a } from "../model/a.ts";\n',
          "render/r.ts": "",
          "commands/build.ts": 'import { readFileSync } from "node:fs";\nconst now = Date.now();\n',
          "cli.ts": 'await import("./commands/build.ts");\nprocess.exit(0);\n',
          ...changes,
        }),
      ),
    );

  it("lets a good house stand", () => {
    expect(house({})).toEqual([]);
  });

  it.each([
    ["a type from above", "model/b.ts", 'import type { P } from "../pages/p.ts";', "own floor or above"],
    [
      "a neighbour on the same floor",
      "pages/p.ts",
      'import { r } from "../render/r.ts";',
      "own floor or above",
    ],
    [
      "what it passes on from above",
      "model/b.ts",
      'export { p } from "../pages/p.ts";',
      "own floor or above",
    ],
    ["over many lines", "model/b.ts", 'import {\n  p,\n  q,\n} from "../pages/p.ts";', "own floor or above"],
    ["when it is called", "model/b.ts", 'await import("../pages/p.ts");', "own floor or above"],
    [
      "in a circle",
      "model/b.ts",
      'import type { A } from "./a.ts";',
      "circle: model/a.ts → model/b.ts → model/a.ts",
    ],
    ["itself", "model/b.ts", 'import { b } from "./b.ts";', "circle: model/b.ts → model/b.ts"],
    ["what is not there", "model/b.ts", 'import { c } from "./c.ts";', "not there"],
    ["from the file system", "pages/p.ts", 'import { readFile } from "node:fs/promises";', "the file system"],
    ["another program", "output/o.ts", 'import { spawn } from "node:child_process";', "other programs"],
  ])("sees a file that imports %s", (_, path, source, problem) => {
    expect(house({ [path]: `${source}\n` }).join("\n")).toContain(problem);
  });

  it.each([
    ["const a = Date.now();", "the clock"],
    ["const a = new Date();", "the clock"],
    ["const a = new Date;", "the clock"],
    ["const a = performance.now();", "the clock"],
    ["console.log(1);", "the console"],
    ['process.stdout.write("a");', "the console"],
    ["const a = process.env.LANG;", "the environment"],
    ["process.exit(1);", "the process's end"],
    ["const a = Math.random();", "chance"],
    ["list.sort((a, b) => a.localeCompare(b));", "locale"],
    ['const a = (1000).toLocaleString("zh");', "locale"],
    ['new Intl.DateTimeFormat("zh");', "time zone"],
    ["export default 1;", "default export"],
    ["const a = 1;\nexport { a as default };", "default export"],
    ["export function a() {}", "says nothing of itself"],
    ["const a = 1;\n".repeat(251), "has 251 lines"],
    ['const a = "../shared/b.md";', "not part of the project"],
  ])("sees %j in a pure room", (source, problem) => {
    expect(house({ "render/r.ts": `${source}\n` }).join("\n")).toContain(problem);
  });

  it.each([
    ["const a = new Date(0);"],
    ["/** Never `Date.now()`. */\nexport function a() {}"],
    ["const a = 1; // not Date.now()"],
    ['new Intl.DateTimeFormat("zh", { timeZone });'],
    ['const a = "/*";\nconst b = "/*/";'],
    ['import { createHash } from "node:crypto";'],
  ])("lets %j pass", (source) => {
    expect(house({ "render/r.ts": `${source}\n` })).toEqual([]);
  });

  it("wants every room to have its place in the plan", () => {
    expect(() => house({ "utils/u.ts": 'import { a } from "../model/a.ts";\n' })).toThrow("no room");
  });
});
