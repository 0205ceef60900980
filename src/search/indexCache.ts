import { join } from "node:path";
import type { IndexFile } from "pagefind";
import { dropOthers } from "../cache/dropOthers.ts";
import { readCacheFile, writeCacheFile } from "../cache/shard.ts";

/** The files of an index that was made of the same things before; undefined where there is none, or the cache was damaged. */
export function readIndex(cacheDir: string, name: string, key: string): readonly IndexFile[] | undefined {
  const found = readCacheFile(join(cacheDir, "search", name));
  if (found.state !== "whole") return undefined;
  const end = found.bytes.indexOf(10);
  const head = JSON.parse(found.bytes.toString("utf8", 0, end)) as Head;
  if (head.key !== key) return undefined;
  let start = end + 1;
  return head.files.map(([path, length]) => {
    const content = found.bytes.subarray(start, start + length);
    start += length;
    return { path, content };
  });
}

/** Keeps the files of an index in the place of an older one: a line of JSON that tells how long each is, then their bytes. */
export function writeIndex(cacheDir: string, name: string, key: string, files: readonly IndexFile[]): void {
  const head: Head = { key, files: files.map(({ path, content }) => [path, content.length]) };
  const parts = [Buffer.from(`${JSON.stringify(head)}\n`), ...files.map(({ content }) => content)];
  writeCacheFile(join(cacheDir, "search", name), Buffer.concat(parts));
}

/** Drops what is kept under other names: years that have no article any more. */
export function dropOtherIndexes(cacheDir: string, kept: readonly { readonly name: string }[]): void {
  dropOthers(join(cacheDir, "search"), new Set(kept.map(({ name }) => name)));
}

interface Head {
  readonly key: string;
  readonly files: readonly (readonly [path: string, length: number])[];
}
