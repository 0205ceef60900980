import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The names of the shards over which a cache is spread, so that a change rewrites a small part of it. */
export const SHARDS: readonly string[] = Array.from({ length: 256 }, (_, n) =>
  n.toString(16).padStart(2, "0"),
);

/** The shard of a source file, by its path below content/. */
export function shardOf(path: string): string {
  return createHash("sha1").update(path).digest("hex").slice(0, 2);
}

/** What stands in a cache file: bytes under a check sum. */
export type CacheFile =
  | { readonly state: "absent" }
  | { readonly state: "damaged" }
  | { readonly state: "whole"; readonly bytes: Buffer };

/** A cache file starts with so many bytes of check sum. */
export const CHECK_LENGTH = 64;

/** Reads a cache file. A file that was cut or changed is damaged, whatever it holds. */
export function readCacheFile(file: string): CacheFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return { state: (error as NodeJS.ErrnoException).code === "ENOENT" ? "absent" : "damaged" };
  }
  const content = bytes.subarray(CHECK_LENGTH);
  const isWhole =
    bytes.length >= CHECK_LENGTH && bytes.toString("latin1", 0, CHECK_LENGTH) === checkSum(content);
  return isWhole ? { state: "whole", bytes: content } : { state: "damaged" };
}

/** Writes a cache file whole: nobody ever sees a part of it. */
export function writeCacheFile(file: string, content: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, Buffer.concat([Buffer.from(checkSum(content), "latin1"), content]));
  renameSync(temporary, file);
}

/** What a cache file holds as JSON; undefined where it is absent, damaged or no JSON. */
export function readCacheJson<T>(file: string): T | undefined {
  const found = readCacheFile(file);
  if (found.state !== "whole") return undefined;
  try {
    return JSON.parse(found.bytes.toString("utf8")) as T;
  } catch {
    return undefined; // whoever wrote it, it was not us
  }
}

/** Writes a value as JSON into a cache file, whole. */
export function writeCacheJson(file: string, value: unknown): void {
  writeCacheFile(file, Buffer.from(JSON.stringify(value)));
}

/** Drops a cache file, if it is there. */
export function dropCacheFile(file: string): void {
  rmSync(file, { force: true });
}

function checkSum(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
