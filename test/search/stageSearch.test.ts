import type * as ChildProcess from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { article, copyNewsroom, type Files, makeNewsroom, type Newsroom } from "../support/newsroom.ts";

/** What stands in for Pagefind's program; undefined: the program itself. */
const stand = vi.hoisted(() => ({ in: undefined as string | undefined, starts: 0 }));

vi.mock("node:child_process", async (importOriginal) => {
  const original = await importOriginal<typeof ChildProcess>();
  const spawn = (program: string, args: readonly string[], options: object) => {
    stand.starts += 1;
    return stand.in === undefined
      ? original.spawn(program, args, options)
      : original.spawn(process.execPath, ["-e", stand.in], options);
  };
  return { ...original, spawn };
});

beforeEach(() => {
  stand.in = undefined;
  stand.starts = 0;
});

const FILES: Files = {
  "content/site.yaml": "title: 报\nurl: https://x.example.com/paper\n",
  "content/news/2025-12-30-a.md": article({ 标题: "旧闻" }, "去年的事。"),
  "content/news/2026-03-01-b.md": article({ 标题: "大桥", 标签: "[交通]" }, "通车了。"),
  "content/news/2026-03-02-c.md": article({ 标题: "小桥" }, "还没有。"),
};

const EDITED: Files = { "content/news/2026-03-01-b.md": article({ 标题: "大桥" }, "通车了，三天。") };

interface Report {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

async function buildOf(room: Newsroom, options: object = {}): Promise<Report> {
  const { code, stdout } = await room.build({ report: "json", ...options });
  expect(code).toBe(0);
  return JSON.parse(stdout).files;
}

let template: Newsroom;
let report: Report;

beforeAll(async () => {
  template = makeNewsroom(FILES);
  stand.starts = 0;
  report = await buildOf(template);
  expect(stand.starts).toBe(3);
});

const foldersOf = (routes: readonly string[]) => [
  ...new Set(routes.flatMap((route) => /^\/search\/([^/]+)\//.exec(route)?.[1] ?? [])),
];

const indexOf = (room: Newsroom) => [...room.site()].filter(([route]) => /^\/search\/[^/]+\//.test(route));

describe("a build", () => {
  test("makes one index a year and the engine once, of files that the page loads", () => {
    expect(foldersOf(report.written).sort()).toEqual(["2025", "2026", "pagefind"]);
    const names = indexOf(template).map(([route]) => route.replace(/[0-9a-f]{7,}/, "#"));
    expect([...new Set(names)].sort()).toEqual([
      "/search/2025/filter/und-2025_#.pf_filter",
      "/search/2025/fragment/und-2025_#.pf_fragment",
      "/search/2025/index/und-2025_#.pf_index",
      "/search/2025/pagefind-entry.json",
      "/search/2025/pagefind.und-2025_#.pf_meta",
      "/search/2026/filter/und-2026_#.pf_filter",
      "/search/2026/fragment/und-2026_group_#.pf_fragment",
      "/search/2026/index/und-2026_#.pf_index",
      "/search/2026/pagefind-entry.json",
      "/search/2026/pagefind.und-2026_#.pf_meta",
      "/search/pagefind/pagefind-entry.json",
      "/search/pagefind/pagefind.js",
      "/search/pagefind/pagefind.und_#.pf_meta",
      "/search/pagefind/wasm.unknown.pagefind",
    ]);
  });

  test("starts no Pagefind where only a template changed, the site went, or nothing did", async () => {
    const room = copyNewsroom(template);
    const before = indexOf(room);
    await buildOf(room);
    room.write({ "templates/pages/hot.hbs": "<p>{{title}}</p>\n" });
    expect(foldersOf((await buildOf(room)).written)).toEqual([]);
    room.remove("dist");
    await buildOf(room);
    room.remove(`dist${before[0]?.[0]}`);
    await buildOf(room);
    expect(stand.starts).toBe(0);
    expect(indexOf(room)).toEqual(before);
  });

  test("makes the index again of the year alone whose article changed", async () => {
    const room = copyNewsroom(template);
    room.write(EDITED);
    const { written, removed } = await buildOf(room);
    expect(stand.starts).toBe(1);
    expect(foldersOf([...written, ...removed])).toEqual(["2026"]);
  });

  test("takes away the index of a year whose last article is withdrawn, from the site and the cache", async () => {
    const room = copyNewsroom(template);
    room.write({
      "content/news/2025-12-30-a.md": article({ 标题: "旧闻", 撤稿: "{日期: 2026-03-01, 原因: 有误}" }),
    });
    await buildOf(room);
    expect(foldersOf(indexOf(room).map(([route]) => route))).toEqual(["2026", "pagefind"]);
    expect(readdirSync(join(room.root, ".cache/search")).sort()).toEqual(["2026", "pagefind"]);
  });

  test("takes away all indexes where none is wanted any more, from the site and the cache", async () => {
    const room = copyNewsroom(template);
    room.write({ "content/site.yaml": `${FILES["content/site.yaml"]}search: {index: false}\n` });
    await buildOf(room);
    expect(indexOf(room)).toEqual([]);
    expect(readdirSync(join(room.root, ".cache/search"))).toEqual([]);
  });

  test("makes a damaged cache's index again", async () => {
    const room = copyNewsroom(template);
    const before = indexOf(room);
    const file = join(room.root, ".cache/search/2026");
    writeFileSync(file, readFileSync(file).subarray(0, 500));
    room.remove("dist");
    stand.starts = 0;
    await buildOf(room);
    expect(stand.starts).toBe(1);
    expect(indexOf(room)).toEqual(before);
  });

  test("gives the same bytes without a cache, in another folder, and after an edit was taken back", async () => {
    const room = copyNewsroom(template);
    const other = makeNewsroom(FILES);
    await buildOf(other, { cache: false });
    expect(indexOf(other)).toEqual(indexOf(room));
    room.write(EDITED);
    await buildOf(room);
    expect(indexOf(room)).not.toEqual(indexOf(other));
    room.write(FILES);
    await buildOf(room);
    expect(indexOf(room)).toEqual(indexOf(other));
  });

  test("has no search where site.yaml does without", async () => {
    const room = makeNewsroom({
      ...FILES,
      "content/site.yaml": "title: 报\nurl: https://x.example.com\nsearch: {index: false}\n",
    });
    await buildOf(room);
    expect(stand.starts).toBe(0);
    expect(indexOf(room)).toEqual([]);
    expect(room.page("/_headers")).not.toContain("wasm");
  });
});

describe("a Pagefind that", () => {
  test.each([
    ["dies at once", "process.exit(7)", "exit 7"],
    [
      "dies when it is asked, saying why",
      "process.stdin.once('data', () => { console.error('no memory'); process.exit(1); })",
      "no memory",
    ],
    ["is killed", "process.kill(process.pid, 'SIGKILL')", "SIGKILL"],
    [
      "answers with an error",
      "const m = { payload: { type: 'Error', message: 'cannot' } }; process.stdin.once('data', () => process.stdout.write(Buffer.from(JSON.stringify(m)).toString('base64') + ','));",
      "cannot",
    ],
  ])("%s fails the build as the machine does, and leaves the site as it was", async (_, program, said) => {
    const room = copyNewsroom(template);
    const before = room.site();
    room.write(EDITED);
    stand.in = program;
    await expect(room.build()).rejects.toMatchObject({
      code: "EPAGEFIND",
      message: expect.stringContaining(said),
    });
    expect(room.site()).toEqual(before);
    expect(existsSync(join(room.outDir, ".jianbao-staging"))).toBe(false);
    stand.in = undefined;
    await buildOf(room);
    expect(room.site()).not.toEqual(before);
  });
});
