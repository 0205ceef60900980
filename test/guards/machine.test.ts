import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { machineWords } from "../../src/commands/machineWords.ts";
import { pagefindFailed } from "../../src/search/problems.ts";
import { isLong, some } from "../support/amount.ts";
import { runCli } from "../support/cli.ts";
import { article, copyNewsroom, type Files, makeNewsroom, type Newsroom, NOW } from "../support/newsroom.ts";

const CLI = join(import.meta.dirname, "../../lib/cli.js");
const NEWS: Files = Object.fromEntries(
  Array.from({ length: 8 }, (_, at) => [
    `content/news/2026-03-0${at + 1}-a.md`,
    article({ 标题: `题${at}`, 标签: "[民生]" }),
  ]),
);
const CHANGED: Files = Object.fromEntries(
  Object.keys(NEWS).map((path, at) => [path, article({ 标题: `新题${at}`, 标签: "[民生]" }, "新的正文。")]),
);
const argumentsOf = (room: Newsroom, ...more: readonly string[]) => [
  "build",
  "--root",
  room.root,
  "--now",
  NOW,
  "--lang",
  "zh",
  ...more,
];
const siteOf = (room: Newsroom) =>
  new Map([...room.site()].filter(([route]) => !route.startsWith("/.jianbao")));

let template: Newsroom;
let wanted: ReadonlyMap<string, string>;

beforeAll(async () => {
  template = makeNewsroom(NEWS);
  expect((await template.build()).code).toBe(0);
  const room = copyNewsroom(template);
  room.write(CHANGED);
  expect((await room.build()).code).toBe(0);
  wanted = siteOf(room);
});

/** A newsroom whose site stands published. */
const published = () => copyNewsroom(template);

/** Outside CI a test that needs the superuser may be passed over, in plain sight. */
const isRoot = process.getuid?.() === 0;
const asRoot = isRoot || process.env.CI !== undefined ? test : test.skip;

/** Runs the command in a shell: limits and other users are the shell's to set. */
function shell(script: string, room: Newsroom, ...more: readonly string[]) {
  return spawnSync("sh", ["-c", script, "sh", process.execPath, CLI, ...argumentsOf(room, ...more)], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, LANG: "zh_CN.UTF-8", NO_COLOR: "1", HOME: "/tmp" },
  });
}

/** One line, in words, that ends the run with the machine's exit code. */
function expectMachineLine(
  { status, stderr }: { status: number | null; stderr: string },
  words: RegExp,
): void {
  expect(stderr).toMatch(words);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(status).toBe(3);
}

asRoot(
  "a full disk leaves the old site whole, and the next build with room completes the new one",
  async () => {
    const room = makeNewsroom(NEWS);
    mkdirSync(room.outDir);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=700k", "tmpfs", room.outDir]);
    try {
      expect((await room.build()).code).toBe(0);
      const before = siteOf(room);
      room.write(CHANGED);
      writeFileSync(join(room.outDir, ".filler"), "");
      const fill = spawnSync("dd", ["if=/dev/zero", `of=${join(room.outDir, ".filler")}`, "bs=1k"]);
      expect(fill.status).not.toBe(0);
      expectMachineLine(shell('exec "$@"', room), /写不了文件.*：磁盘满了.*清理磁盘/);
      before.delete("/.filler");
      const after = siteOf(room);
      after.delete("/.filler");
      expect(after).toEqual(before);
      rmSync(join(room.outDir, ".filler"));
      expect(shell('exec "$@"', room).status).toBe(0);
      expect(siteOf(room)).toEqual(wanted);
    } finally {
      execFileSync("umount", [room.outDir]);
    }
  },
  120_000,
);

asRoot(
  "a read-only disk is told as such, and the old site stands",
  async () => {
    const room = published();
    const before = siteOf(room);
    room.write(CHANGED);
    execFileSync("mount", ["--bind", room.outDir, room.outDir]);
    try {
      execFileSync("mount", ["-o", "remount,ro,bind", room.outDir]);
      expectMachineLine(shell('exec "$@"', room), /写不了文件 .*：磁盘是只读的.*--out/);
    } finally {
      execFileSync("umount", [room.outDir]);
    }
    expect(siteOf(room)).toEqual(before);
    expect(shell('exec "$@"', room).status).toBe(0);
    expect(siteOf(room)).toEqual(wanted);
  },
  120_000,
);

asRoot(
  "without permission a build says what it cannot write, and the old site stands",
  async () => {
    const room = published();
    const before = siteOf(room);
    room.write(CHANGED);
    chmodSync(room.root, 0o755);
    expectMachineLine(
      shell('exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"', room),
      /：没有权限.*管理员/,
    );
    expect(siteOf(room)).toEqual(before);
  },
  120_000,
);

asRoot(
  "an article that may not be read is never left out in silence",
  async () => {
    const room = published();
    const before = siteOf(room);
    execFileSync("chown", ["-R", "65534", room.root]);
    chmodSync(room.root, 0o755);
    room.write({ "content/news/2026-03-20-locked.md": article({ 标题: "锁" }) });
    chmodSync(join(room.root, "content/news/2026-03-20-locked.md"), 0o000);
    const result = shell('exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"', room);
    expectMachineLine(result, /打不开文件 .*locked\.md：没有权限/);
    expect(siteOf(room)).toEqual(before);
  },
  120_000,
);

test("with too many open files a build ends with words or with the whole site", async () => {
  const words = new Set<boolean>();
  // Below about 24, Node itself cannot load the command that would find words for it.
  for (const limit of [26, ...some([28, 32, 40, 64], 1), 256]) {
    const room = published();
    const before = siteOf(room);
    room.write(CHANGED);
    const result = shell(`ulimit -n ${limit}; exec "$@"`, room);
    if (result.status !== 0) expectMachineLine(result, /同时打开的文件太多.*ulimit -n/);
    expect(siteOf(room)).toEqual(result.status === 0 ? wanted : before);
    words.add(result.status !== 0);
  }
  expect([...words]).toEqual([true, false]);
}, 120_000);

test("where the machine has no descriptors for so many threads a build says so", async () => {
  // A hundred small files would be read without threads.
  const many = Array.from({ length: 140 }, (_, at) => [
    `content/news/2026-03-10-${at}.md`,
    article({ 标题: `${at}` }),
  ]);
  const room = makeNewsroom({ ...NEWS, ...Object.fromEntries(many) });
  const run = (jobs: string) => shell('ulimit -n 112; exec "$@"', room, "--jobs", jobs);
  expectMachineLine(run("40"), /打不开文件：同时打开的文件太多.*--jobs 1/);
  expect(siteOf(room).size).toBe(0);
  expect(run("1").status).toBe(0);
}, 120_000);

describe("a build that is killed", () => {
  const MOMENTS = isLong ? 50 : 3;

  test(`at any of ${MOMENTS} moments leaves no torn file, and the next one completes the site`, async () => {
    const whole = makeNewsroom(NEWS);
    const start = performance.now();
    expect(runCli(argumentsOf(whole)).code).toBe(0);
    const length = performance.now() - start;
    for (let moment = 1; moment <= MOMENTS; moment++) {
      const room = published();
      const old = siteOf(room);
      room.write(CHANGED);
      // The first half of a run is loading; most moments fall into the second.
      const wait = length * (0.3 + (0.8 * moment) / MOMENTS);
      const child = spawn(process.execPath, [CLI, ...argumentsOf(room)], { stdio: "ignore" });
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await new Promise((resolve) => setTimeout(resolve, wait));
      child.kill("SIGKILL");
      await ended;
      const torn = [...siteOf(room)].filter(
        ([route, bytes]) => bytes !== old.get(route) && bytes !== wanted.get(route),
      );
      expect(torn, `killed after ${wait} ms of ${length}`).toEqual([]);
      expect(await room.build(), `killed after ${wait} ms of ${length}`).toMatchObject({ code: 0 });
      expect(siteOf(room)).toEqual(wanted);
      rmSync(room.root, { recursive: true });
    }
  }, 600_000);
});

test("two builds at once give one whole site, and both end well", async () => {
  const room = published();
  room.write(CHANGED);
  const run = () =>
    new Promise<number | null>((resolve) => {
      spawn(process.execPath, [CLI, ...argumentsOf(room)], { stdio: "ignore" }).once("exit", resolve);
    });
  expect(await Promise.all([run(), run(), run()])).toEqual([0, 0, 0]);
  expect(siteOf(room)).toEqual(wanted);
}, 120_000);

describe("a cache", () => {
  const spoil: Readonly<Record<string, (room: Newsroom, files: readonly string[]) => void>> = {
    "whose files were cut": (_, files) => {
      for (const file of files) writeFileSync(file, "x");
    },
    "whose files are empty": (_, files) => {
      for (const file of files) writeFileSync(file, "");
    },
    "of another newsroom": ({ root }) => {
      rmSync(join(root, ".cache"), { recursive: true });
      execFileSync("cp", ["-r", join(FOREIGN.root, ".cache"), join(root, ".cache")]);
    },
  };
  const FOREIGN = makeNewsroom({
    "content/news/2026-03-01-a.md": article({ 标题: "别家的" }, "别家的正文。"),
    "content/site.yaml": "title: 别家\nurl: https://other.example.com\n",
  });

  test.each(Object.keys(spoil))("%s changes no byte of the site", async (name) => {
    expect((await FOREIGN.build()).code).toBe(0);
    const room = published();
    room.write(CHANGED);
    const cache = join(room.root, ".cache");
    const files = readdirSync(cache, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    spoil[name]?.(room, files);
    expect((await room.build()).code).toBe(0);
    expect(siteOf(room)).toEqual(wanted);
  });

  test("that is a file is left alone: the build says so, and the old site stands", async () => {
    const room = published();
    const before = siteOf(room);
    room.write(CHANGED);
    const cache = join(room.root, ".cache");
    rmSync(cache, { recursive: true });
    writeFileSync(cache, "x");
    const result = shell('exec "$@"', room);
    expectMachineLine(result, /\.cache/);
    expect(readFileSync(cache, "utf8")).toBe("x");
    expect(siteOf(room)).toEqual(before);
    rmSync(cache);
    expect(shell('exec "$@"', room).status).toBe(0);
    expect(siteOf(room)).toEqual(wanted);
  });
});

describe("the words for a failing machine", () => {
  test.each([
    ["ENOSPC", "write", "写不了文件 /a/b：磁盘满了。原来的网站没有损坏；请清理磁盘后再运行一次。（ENOSPC）"],
    [
      "EACCES",
      "open",
      "打不开文件 /a/b：没有权限。原来的网站没有损坏；请管理员把它的读写权限给当前用户。（EACCES）",
    ],
    ["EIO", "read", "读不了文件 /a/b：磁盘读写出错，可能坏了。原来的网站没有损坏；请管理员检查磁盘。（EIO）"],
  ])("for %s say what could not be done and what to do", (code, syscall, words) => {
    const error = Object.assign(new Error("x"), { code, syscall, path: "/a/b" });
    expect(machineWords(error, "zh")).toBe(words);
  });

  test.each([
    "ENOSPC",
    "EDQUOT",
    "EACCES",
    "EPERM",
    "EROFS",
    "EMFILE",
    "EBUSY",
    "EIO",
    "ENOENT",
    "EEXIST",
    "ENAMETOOLONG",
  ])("for %s stand in both languages, without the machine's own", (code) => {
    const error = Object.assign(new Error(`${code}: machine's own words`), { code, path: "/a" });
    for (const language of ["zh", "en"] as const)
      expect(machineWords(error, language)).not.toContain("machine's own");
  });
  test.each([
    [
      { code: "ECONNRESET", syscall: "connect" },
      "系统出错：x。原来的网站没有损坏；请把这一行交给管理员。（ECONNRESET）",
    ],
    [
      { code: "EAGAIN", syscall: "spawn git" },
      "系统出错：x。原来的网站没有损坏；请把这一行交给管理员。（EAGAIN）",
    ],
    [
      { code: "ELOOP", syscall: "stat", path: "/a" },
      "读不了文件 /a：x。原来的网站没有损坏；请把这一行交给管理员。（ELOOP）",
    ],
  ])("speak of a file only where one failed: %j", (failure, words) => {
    expect(machineWords(Object.assign(new Error("x"), failure), "zh")).toBe(words);
  });

  test.each(["zh", "en"] as const)(
    "leave Pagefind's failure its own, once and in one language: %s",
    (language) => {
      const words = machineWords(pagefindFailed("exit 7"), language);
      expect(words).toMatch(
        language === "zh"
          ? /^搜索索引没有做成.*exit 7.*再试一次/
          : /^the search index could not.*exit 7.*Try again/,
      );
      expect(words).not.toMatch(/read a file|读不了|not damaged|没有损坏/);
      expect(words).not.toMatch(language === "zh" ? /Try again/ : /\p{Script=Han}/u);
    },
  );
});
