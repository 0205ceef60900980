import { type BigIntStats, existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type ContentIds, openContentIds } from "./cache/contentIds.ts";
import { readCacheJson, writeCacheJson } from "./cache/shard.ts";
import { readToolId } from "./cache/toolId.ts";
import { CONFIGURATION_FILES, discover, type Newsroom } from "./content/discover.ts";
import { hashTexts } from "./content/hashText.ts";
import { compareText } from "./model/diagnostic.ts";
import { holdsAt, type Span } from "./model/time.ts";
import type { Order } from "./press.ts";

/** What a build says of the edition that it published, so that a later one can say it again without doing the work. */
export interface Standing<T> {
  /** Hash of everything that the edition was made from. */
  readonly key: string;
  readonly span: Span;
  readonly words: T;
}

/** What a build found before it read a text. */
export interface Stock {
  /** A hash of everything that the build reads: content/, the theme's folders, the tool, and what was asked. */
  readonly key: string;
  readonly newsroom: Newsroom;
  readonly contentIds: ContentIds;
  /** The files of which the key was made, and a hash of what the system said of them before. */
  readonly files: readonly string[];
  readonly marks: string;
}

/** Looks at everything that a build reads. Undefined where there is no newsroom. */
export async function takeStock({ root, defaultTheme, url, show, fast }: Order): Promise<Stock | undefined> {
  const contentDir = join(root, "content");
  if (!existsSync(contentDir)) return undefined;
  const newsroom = await discover(contentDir);
  const { articles, sections, plainPages, files, diagnostics } = newsroom;
  const contentIds = openContentIds(contentDir);
  const sources = [...articles, ...sections, ...plainPages, ...files];
  for (const name of CONFIGURATION_FILES) {
    const file = join(contentDir, name);
    if (existsSync(file)) sources.push({ path: name, onDisk: file });
  }
  for (const folder of [defaultTheme, join(root, "templates")]) {
    for (const name of filesBelow(folder))
      sources.push({ path: `templates ${name}`, onDisk: join(folder, name) });
  }
  const seen = sources.map(({ path, onDisk }) => {
    const status = lstat(onDisk);
    // The mark comes first: a file that is replaced in between is not what it was, and that is seen.
    const mark = markOf(onDisk, status);
    return { mark, content: `${path}\0${contentIds.of(onDisk, status)}` };
  });
  const asked = JSON.stringify([readToolId(), url, show, fast, diagnostics]);
  return {
    key: hashTexts(
      [asked],
      seen.map(({ content }) => content),
    ),
    newsroom,
    contentIds,
    files: sources.map(({ onDisk }) => onDisk),
    marks: hashTexts(seen.map(({ mark }) => mark)),
  };
}

/** Whether no file has been touched since the stock was taken: then what was made of them is what the key says. */
export function isUntouched({ files, marks }: Stock): boolean {
  return hashTexts(files.map((file) => markOf(file, lstat(file)))) === marks;
}

function lstat(file: string): BigIntStats | undefined {
  return lstatSync(file, { bigint: true, throwIfNoEntry: false });
}

/** What the system says of a file by itself; of a link, what it says of the file that it leads to. */
function markOf(file: string, own: BigIntStats | undefined): string {
  const status =
    own?.isSymbolicLink() === true ? statSync(file, { bigint: true, throwIfNoEntry: false }) : own;
  return `${status?.ctimeNs} ${status?.ino} ${status?.size}`;
}

/** What was said of the edition that was published last, if nothing has changed since. Whether all its files are there is for another to say. */
export function readStanding<T>(file: string, key: string, now: number): T | undefined {
  const standing = readCacheJson<Standing<T>>(file);
  return standing?.key === key && holdsAt(standing.span, now) ? standing.words : undefined;
}

/** Keeps what a build said of the edition that it published. */
export function writeStanding<T>(file: string, standing: Standing<T>): void {
  writeCacheJson(file, standing);
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : []))
    .sort(compareText);
}
