import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { contentIdOf } from "../../src/cache/contentId.ts";
import { readGitIndex } from "../../src/cache/gitIndex.ts";

let root: string;

const git = (...parameters: string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...parameters], {
    cwd: root,
    stdio: "pipe",
  });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "jianbao-git-"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes a file as if long ago: one that is as young as the index itself is never taken for unchanged. */
function write(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, 1_700_000_000, 1_700_000_000);
  return file;
}

describe.each(["2", "3", "4"])("in a checkout whose index has version %s", (version) => {
  let file: string;
  let han: string;

  beforeEach(() => {
    git("init", "-q");
    file = write("content/news/a.md", "正文一");
    han = write("content/news/一个相当长的中文文件名.md", "正文二");
    write("content/news/b.md", "x");
    git("add", ".");
    git("update-index", "--index-version", version);
  });

  test("an unchanged file is known without being read, by the id of its bytes", () => {
    const known = readGitIndex(join(root, "content"));
    expect([file, han].map((file) => known(file))).toEqual(
      [file, han].map((path) => contentIdOf(readFileSync(path))),
    );
  });

  test("a file that was changed, even to the same size, is not known", () => {
    const before = statSync(file);
    writeFileSync(file, "正文三");
    utimesSync(file, before.atime, before.mtime);
    expect(statSync(file).size).toBe(before.size);
    expect(readGitIndex(root)(file)).toBeUndefined();
  });

  test("an untracked file is not known", () => {
    expect(readGitIndex(root)(write("content/new.md", "x"))).toBeUndefined();
  });
});

test("outside a checkout, and with an index that cannot be read, nothing is known", () => {
  const file = write("a.md", "x");
  expect(readGitIndex(root)(file)).toBeUndefined();
  git("init", "-q");
  git("add", ".");
  const index = join(root, ".git/index");
  const whole = readFileSync(index);
  for (const damaged of [Buffer.from("DIRC not an index"), whole.subarray(0, 50), whole.subarray(0, 70)]) {
    writeFileSync(index, damaged);
    expect(readGitIndex(root)(file)).toBeUndefined();
  }
});
