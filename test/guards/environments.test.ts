import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isLong, SEED, some } from "../support/amount.ts";
import { article, type Files, makeNewsroom, NOW, snapshot } from "../support/newsroom.ts";

const CLI = join(import.meta.dirname, "../../lib/cli.js");
const ARTICLES = isLong ? 1000 : 24;
const SECTIONS = ["要闻", "economy", "I", "i-dotted", "life"];

const newsroom: Files = Object.fromEntries(
  Array.from({ length: ARTICLES }, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, "0");
    const lines = {
      标题: `题 ${at}：İstanbul ı`,
      标签: `[标签${at % 7}, Tag${at % 5}]`,
      日期: `2026-03-${day} ${at % 2 === 0 ? "23:30" : "00:10"}`,
    };
    return [
      `content/${SECTIONS[at % SECTIONS.length]}/2026-03-${day}-s${at}.md`,
      article(lines, `第一行\n第二行 ${at}。`),
    ];
  }),
);

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

const ENVIRONMENTS: readonly Environment[] = Array.from({ length: 16 }, (_, n) => ({
  zone: ["UTC", "Asia/Shanghai", "Pacific/Kiritimati", "America/St_Johns"][n % 4] ?? "UTC",
  locale: ["C", "zh_CN.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8"][(n >> 2) % 4] ?? "C",
  umask: n % 3 === 0 ? "077" : n % 3 === 1 ? "022" : "000",
  isReversed: (n & 1) === 1,
  jobs: String(1 + (n % 4)),
  below: ["", "a b/", "云河/", "x/y/z/"][(n >> 1) % 4] ?? "",
  isWindows: (n & 2) === 2,
}));

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
  const entries = Object.entries({
    "content/site.yaml": "title: 报\nurl: https://x.example.com\n",
    ...newsroom,
  });
  const ordered = isReversed ? entries.toReversed() : entries;
  const { root } = makeNewsroom(
    Object.fromEntries(
      ordered.map(([path, text]) => [
        `${below}${path}`,
        isWindows ? String(text).replaceAll("\n", "\r\n") : text,
      ]),
    ),
  );
  return hashOf(root, below, environment);
}

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
