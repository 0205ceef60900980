import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { build } from "../../src/commands/build.ts";
import type { BuildOptions } from "../../src/commands/context.ts";
import { temporaryFolder } from "./folders.ts";

/** Files by their path below the newsroom's root: `content/news/2026-02-09-a.md`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What a build said. The texts are free of colour codes. */
export interface Built {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Newsroom {
  /** The real path of the temporary folder. */
  readonly root: string;
  readonly outDir: string;
  readonly write: (files: Files) => void;
  /** Removes files or folders. */
  readonly remove: (...paths: readonly string[]) => void;
  /** `jianbao build`, in Chinese and at `NOW` unless told otherwise. */
  readonly build: (options?: Partial<BuildOptions>) => Promise<Built>;
  /** One file of the built site, by its route: `/index.html`. */
  readonly page: (route: string) => string;
  /** The whole built site: each file's route and bytes (latin1), in code-unit order. */
  readonly site: () => ReadonlyMap<string, string>;
}

/** The moment for which a newsroom is built. */
export const NOW = "2026-03-31T12:00:00+08:00";

/** A site without the furniture that `check` would miss. */
export const SITE_YAML = "title: 云河新闻网\nurl: https://news.example.com\ncheck: {off: check/furniture}\n";

/** Of a newsroom that has no site.yaml of its own: without an index for search, which would start Pagefind in every build. */
const UNSEARCHED = `${SITE_YAML}search: {index: false}\n`;

/** Writes a newsroom into a temporary folder, with a site.yaml of its own unless `files` has one. It is gone when the test file ends. */
export function makeNewsroom(files: Files): Newsroom {
  const room = newsroomAt(temporaryFolder());
  room.write({ "content/site.yaml": UNSEARCHED, ...files });
  return room;
}

/** A newsroom like another, with all that was built of it and is remembered. */
export function copyNewsroom({ root }: Newsroom): Newsroom {
  const copy = newsroomAt(temporaryFolder());
  cpSync(root, copy.root, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  return copy;
}

function newsroomAt(root: string): Newsroom {
  const outDir = join(root, "dist");
  const write = (more: Files) => {
    for (const [path, content] of Object.entries(more)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
  };
  return {
    root,
    outDir,
    write,
    remove: (...paths) => {
      for (const path of paths) rmSync(join(root, path), { recursive: true, force: true });
    },
    build: (options) => capture(() => build({ root, lang: "zh", now: NOW, report: "pretty", ...options })),
    page: (route) => readFileSync(join(outDir, route), "utf8"),
    site: () => snapshot(outDir),
  };
}

/** An article's file: `article({ 标题: "雨" }, "正文。")`. Front matter values are written as they are. */
export function article(frontMatter: Readonly<Record<string, string>>, body = "正文。"): string {
  const lines = Object.entries(frontMatter).map(([key, value]) => `${key}: ${value}`);
  return `${["---", ...lines, "---", "", body].join("\n")}\n`;
}

/** The files below a folder: each one's path, with a slash in front, and bytes (latin1), in code-unit order. Empty where there is no folder. */
export function snapshot(folder: string): ReadonlyMap<string, string> {
  const paths = listFiles(folder).map((path) => `/${path.split(sep).join("/")}`);
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}

function listFiles(folder: string): string[] {
  try {
    return (
      readdirSync(folder, { withFileTypes: true, recursive: true })
        // The list of our own files is of no page; test/output looks at it.
        .filter((entry) => entry.isFile() && entry.name !== ".jianbao-files")
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Runs a command and takes what it writes. */
export async function capture(command: () => Promise<number>): Promise<Built> {
  const out: string[] = [];
  const err: string[] = [];
  const { write: writeOut } = process.stdout;
  const { write: writeErr } = process.stderr;
  const into = (texts: string[]) => (text: string | Uint8Array) => {
    texts.push(typeof text === "string" ? text : Buffer.from(text).toString());
    return true;
  };
  process.stdout.write = into(out);
  process.stderr.write = into(err);
  try {
    const code = await command();
    return { code, stdout: plain(out), stderr: plain(err) };
  } finally {
    process.stdout.write = writeOut;
    process.stderr.write = writeErr;
  }
}

function plain(texts: readonly string[]): string {
  return stripVTControlCharacters(texts.join(""));
}
