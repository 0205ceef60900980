import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { expectRefused, type Told, type Trial, tryFiles } from "../support/guard.ts";

const PARTIAL = "templates/partials/byline.hbs";

/** A line each, wrong in its own way; all are told in one run. */
const LINES: readonly (readonly [line: string, told: string])[] = [
  ["{{shout title}}", "render/unknown-helper"],
  ["{{> partials/nowhere}}", "render/unknown-partial"],
  ["{{titel}}", "render/unknown-field"],
  ["{{constructor}}", "render/unknown-field"],
  ["{{__proto__}}", "render/unknown-field"],
  ["{{site.constructor.constructor}}", "render/unknown-field"],
  ["{{lookup site 'constructor'}}", "render/refused-syntax"],
  ["{{#with site.__proto__}}{{/with}}", "render/unknown-field"],
  ["{{{title}}}", "render/raw-text"],
  ["{{> (lookup . 'x')}}", "render/refused-syntax"],
  ["{{@root.constructor}}", "render/unknown-field"],
  ["{{log 1}}", "render/refused-syntax"],
];

describe("in one build of a theme in which every line is wrong in its own way", () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await tryFiles({ [PARTIAL]: `${LINES.map(([line]) => line).join("\n")}\n` });
  });

  test.each(LINES.map(([line, code], at) => [line, code, at + 1] as const))(
    "%s is told as %s",
    (_, code, line) => {
      const told = trial.toldOf(PARTIAL).filter((spot) => spot.startsWith(`E ${line}:`));
      expect(told).toEqual([expect.stringMatching(new RegExp(` ${line}:\\d+ ${code}$`))]);
    },
  );

  test("nothing is published", () => expectRefused(trial));
});

test.each<readonly [string, Readonly<Record<string, string | Uint8Array>>, Told]>([
  ["an open block", { [PARTIAL]: "{{#if title}}\n" }, [`${PARTIAL} E 1:1 render/unclosed-block`]],
  ["GBK", { [PARTIAL]: Buffer.from("b1eacce2", "hex") }, [`${PARTIAL} E 1:1 render/not-utf8`]],
  [
    "a partial that holds itself",
    { [PARTIAL]: "{{> partials/byline}}\n" },
    [`${PARTIAL} E 1:1 render/partial-cycle`],
  ],
])("%s is told at its place, and nothing is published", async (_, files, told) => {
  const trial = await tryFiles(files);
  expect(
    trial.told.map((line) => line.replace(/1:\d+ render\/partial-cycle/, "1:1 render/partial-cycle")),
  ).toEqual(told);
  expectRefused(trial);
});

test("partials that hold each other are told with the whole circle", async () => {
  const trial = await tryFiles({
    [PARTIAL]: "{{> partials/breadcrumb}}\n",
    "templates/partials/breadcrumb.hbs": "{{> partials/byline}}\n",
  });
  expect(trial.terminal.stderr).toMatch(/partials\/(\w+) → partials\/(\w+) → partials\/\1/);
  expectRefused(trial);
});

test("a link in a theme is not followed", async () => {
  const trial = await tryFiles({ "secret.txt": "SECRET", "templates/assets/a.txt": "a" }, ({ root }) => {
    symlinkSync("../../secret.txt", join(root, "templates/assets/b.txt"));
    symlinkSync("../secret.txt", join(root, "templates/x.hbs"));
  });
  expect([...trial.after].filter(([, bytes]) => bytes.includes("SECRET"))).toEqual([]);
});

test("a wrong address, zone, language and key of site.yaml are told at once, with exit 2", async () => {
  const trial = await tryFiles({
    "content/site.yaml":
      "title: 报\nurl: javascript:alert(1)\ntimeZone: Asia/Shangai\nlangage: zh\nlanguage: xx_YY\npermalinks: {article: '/../:slug'}\nnavigation: [{title: a, url: 'javascript:x'}]\n",
  });
  expect(trial.toldOf("content/site.yaml")).toEqual([
    "E 2:6 yaml/url",
    "E 3:11 config/time-zone",
    "E 4:1 yaml/mistyped-key",
    "E 5:11 config/language",
    "E 6:23 config/permalink",
    "E 7:30 config/link",
  ]);
  expectRefused(trial, 2);
});
