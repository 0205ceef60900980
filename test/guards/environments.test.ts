import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isLong, SEED, some } from "../support/amount.ts";
import { article, type Files, makeNewsroom, NOW, snapshot } from "../support/newsroom.ts";
import { photo } from "../support/photos.ts";

const CLI = join(import.meta.dirname, "../../lib/cli.js");
const ARTICLES = isLong ? 1000 : 24;
const SECTIONS = ["要闻", "economy", "I", "i-dotted", "life"];

const newsroom: Files = {
  "content/site.yaml": "title: 报\nurl: https://x.example.com\n",
  "content/tags.yaml": "标签1: {parent: 标签2}\nTag1: {aliases: [İstanbul, ISTANBUL]}\n",
  "content/要闻/_index.md": article({ 标题: "要闻" }, "第一行\n第二行"),
  "content/pages/about.md": article({ 标题: "关于" }),
  "content/要闻/2026-03-29-photo/index.md": article({ 标题: "有图", 题图: "a.jpg" }, "![图](b.png)"),
  "content/要闻/2026-03-29-photo/a.jpg": await photo(500, 300, "jpeg", { isPlaced: true }),
  "content/要闻/2026-03-29-photo/b.png": await photo(300, 200, "png"),
  "content/static/verify.txt": "a\r\nb\n",
  ...Object.fromEntries(
    Array.from({ length: ARTICLES }, (_, at) => {
      const day = String(1 + (at % 28)).padStart(2, "0");
      const lines = {
        标题: `题 ${at}：İstanbul ı`,
        标签: `[标签${at % 7}, Tag${at % 5}]`,
        日期: `2026-03-${day} ${at % 2 === 0 ? "23:30" : "00:10"}`,
      };
      const section = SECTIONS[at % SECTIONS.length];
      return [`content/${section}/2026-03-${day}-s${at}.md`, article(lines, `第一行\n第二行 ${at}。`)];
    }),
  ),
};

/** All that must not matter. */
interface Environment {
  readonly zone: string;
  readonly locale: string;
  readonly umask: string;
  readonly isReversed: boolean;
  readonly jobs: string;
  readonly below: string;
  readonly isWindows: boolean;
}

const ZONES = ["UTC", "Asia/Shanghai", "Pacific/Kiritimati", "America/St_Johns"];
const LOCALES = ["C", "zh_CN.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8"];
const PLACES = ["", "a b/", "云河/", "x/y/z/"];

/** Sixteen in which each thing meets every other: an orthogonal array, whose columns are lines in the plane over four numbers. */
const ENVIRONMENTS: readonly Environment[] = Array.from({ length: 16 }, (_, n) => {
  const [a, b] = [n & 3, n >> 2];
  const line = (multiples: readonly number[]) => a ^ (multiples[b] ?? 0);
  const halves = line([0, 3, 1, 2]);
  return {
    zone: ZONES[a] ?? "",
    locale: LOCALES[b] ?? "",
    jobs: String(1 + line([0, 1, 2, 3])),
    below: PLACES[line([0, 2, 3, 1])] ?? "",
    isReversed: (halves & 1) === 1,
    isWindows: (halves & 2) === 2,
    umask: halves === 1 || halves === 2 ? "077" : "002",
  };
});

/** Every file's path, mode and bytes, as one hash. */
function hashOf(root: string, below: string, { zone, locale, umask, jobs }: Environment): string {
  const home = join(root, below);
  const command = ["build", "--root", home, "--now", NOW, "--lang", "zh", "--jobs", jobs];
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", `umask ${umask}; exec "$@"`, "sh", process.execPath, CLI, ...command],
    {
      encoding: "utf8",
      env: { PATH: process.env.PATH, TZ: zone, LC_ALL: locale, LANG: locale },
    },
  );
  expect(status, stderr).toBe(0);
  const out = join(home, "dist");
  const hash = createHash("sha256");
  for (const path of readdirSync(out, { recursive: true, encoding: "utf8" }).sort()) {
    const { mode } = statSync(join(out, path));
    hash.update(`${path}\0${(mode & 0o777).toString(8)}\0`);
  }
  for (const [route, bytes] of snapshot(out)) hash.update(`${route}\0${bytes}\0`);
  return hash.digest("hex");
}

function build(environment: Environment): string {
  const { below, isReversed, isWindows } = environment;
  const entries = Object.entries(newsroom).map(([path, content]) => {
    const isText = /\.(?:md|yaml)$/.test(path);
    return [`${below}${path}`, isText && isWindows ? String(content).replaceAll("\n", "\r\n") : content];
  });
  const { root } = makeNewsroom(Object.fromEntries(isReversed ? entries.toReversed() : entries));
  const hash = hashOf(root, below, environment);
  rmSync(root, { recursive: true });
  return hash;
}

test("in the sixteen environments each thing meets every other", () => {
  const names = Object.keys(ENVIRONMENTS[0] ?? {}) as (keyof Environment)[];
  const countOf = (of: (environment: Environment) => unknown) => new Set(ENVIRONMENTS.map(of)).size;
  for (const a of names)
    for (const b of names.filter((name) => name !== a)) {
      const met = countOf((environment) => `${environment[a]} ${environment[b]}`);
      expect(met, `${a} and ${b}`).toBe(countOf(({ [a]: one }) => one) * countOf(({ [b]: other }) => other));
    }
});

test(
  `${isLong ? 16 : 2} builds in other time zones, locales, umasks, orders, places and line ends have one hash`,
  () => {
    const environments = some(ENVIRONMENTS, 2);
    const hashes = environments.map(
      (environment) => [JSON.stringify(environment), build(environment)] as const,
    );
    const [first] = hashes;
    expect(
      hashes.filter(([, hash]) => hash !== first?.[1]),
      `SEED=${SEED}`,
    ).toEqual([]);
  },
  isLong ? 1_800_000 : 120_000,
);
