import { join } from "node:path";
import { type Html, trustedHtml } from "../model/html.ts";
import { readCacheFile, writeCacheFile } from "./shard.ts";

/** The markups of one shard, by their hashes. */
export type BodyShard = ReadonlyMap<string, Html>;

/** Where a shard's bodies stand. */
export function bodiesFile(cacheDir: string, shard: string): string {
  return join(cacheDir, "bodies", shard);
}

/**
 * Reads one shard's bodies; an absent or damaged file holds none. The file is a line of JSON that tells where each body
 * lies, then the bodies, so that nothing has to be unescaped.
 */
export function readBodies(file: string): BodyShard {
  const found = readCacheFile(file);
  if (found.state !== "whole") return new Map();
  const end = found.bytes.indexOf(10);
  const places = JSON.parse(found.bytes.toString("utf8", 0, end)) as readonly (readonly [string, number])[];
  const bodies = new Map<string, Html>();
  let at = end + 1;
  for (const [hash, length] of places) {
    bodies.set(hash, trustedHtml(found.bytes.toString("utf8", at, at + length)));
    at += length;
  }
  return bodies;
}

/** Writes one shard's bodies whole. */
export function writeBodies(file: string, bodies: BodyShard): void {
  const buffers = [...bodies].map(([hash, markup]) => ({ hash, bytes: Buffer.from(markup) }));
  const places = JSON.stringify(buffers.map(({ hash, bytes }) => [hash, bytes.length]));
  writeCacheFile(file, Buffer.concat([Buffer.from(`${places}\n`), ...buffers.map(({ bytes }) => bytes)]));
}

/** Finds bodies while pages are rendered, a few shards at a time. `shardOfBody` tells where a body stands. Undefined for one that the cache has lost. */
export function bodyFinder(
  cacheDir: string,
  shardOfBody: (hash: string) => string | undefined,
): (hash: string) => Html | undefined {
  const recent = new Map<string, BodyShard>();
  return (hash) => {
    const shard = shardOfBody(hash);
    if (shard === undefined) return undefined;
    const known = recent.get(shard) ?? readBodies(bodiesFile(cacheDir, shard));
    recent.delete(shard);
    recent.set(shard, known);
    const [oldest] = recent.keys();
    if (recent.size > MOST_OPEN && oldest !== undefined) recent.delete(oldest);
    return known.get(hash);
  };
}

const MOST_OPEN = 8;
