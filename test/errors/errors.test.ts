import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { BuildOptions } from "../../src/commands/context.ts";
import { article, makeNewsroom, type Newsroom } from "../support/newsroom.ts";

/*
 * Each folder here is a small newsroom with mistakes, and expected.txt is what an editor sees: the command, its exact
 * words, its exit code. After a change that is meant: UPDATE_GOLDEN=1 npx vitest run test/errors, and read the difference.
 */

const mayWrite = process.env.UPDATE_GOLDEN === "1";
if (mayWrite && process.env.CI === "true") throw new Error("golden files are never written in CI");

const here = import.meta.dirname;
const cases = readdirSync(here, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

const COMMAND = "$ jianbao build";
const FLAGS: Readonly<Record<string, Partial<BuildOptions>>> = {
  "--strict": { strict: true },
  "--lang=en": { lang: "en" },
};

/** A site that stands before the mistakes are made. */
let published: Newsroom;

beforeAll(async () => {
  published = makeNewsroom({ "content/news/2026-02-01-first.md": article({ 标题: "第一篇" }) });
  expect((await published.build()).code).toBe(0);
});

/** The newsroom of a case, with the site that was published before. */
function roomOf(name: string): Newsroom {
  const room = makeNewsroom({});
  room.remove("content");
  for (const folder of ["dist", ".cache"]) copyFolder(join(published.root, folder), join(room.root, folder));
  for (const folder of ["content", "templates"])
    copyFolder(join(here, name, folder), join(room.root, folder));
  return room;
}

function copyFolder(from: string, to: string): void {
  if (existsSync(from)) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

/** The command is the first line of what is expected; a new case has none and takes the plain one. */
function commandOf(file: string): string {
  return existsSync(file) ? (readFileSync(file, "utf8").split("\n")[0] ?? COMMAND) : COMMAND;
}

function optionsOf(command: string): Partial<BuildOptions> {
  const flags = command
    .slice(COMMAND.length)
    .split(" ")
    .filter((flag) => flag !== "");
  return Object.assign({}, ...flags.map((flag) => FLAGS[flag]));
}

describe("an editor", () => {
  it.each(cases)("is told of “%s” in these words, and the published site stands", async (name) => {
    const file = join(here, name, "expected.txt");
    const command = commandOf(file);
    const room = roomOf(name);
    const before = room.site();
    expect(before.size).toBeGreaterThan(10);

    const { code, stdout, stderr } = await room.build(optionsOf(command));
    const transcript = `${command}\n${stdout}${stderr}$ echo $?\n${code}\n`;
    if (mayWrite) writeFileSync(file, transcript);
    expect(transcript).toBe(readFileSync(file, "utf8"));
    expect([1, 2]).toContain(code);
    expect(room.site()).toEqual(before);
  });

  it("is told of all files at once", () => {
    const text = readFileSync(join(here, "several-files/expected.txt"), "utf8");
    const told = [...text.matchAll(/^错误 content\/(\S+?):/gm)].map(([, file]) => file);
    expect(new Set(told).size).toBe(6);
  });
});
