import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { type Html, trustedHtml } from "../model/html.ts";
import { CHECK_LENGTH, readCacheFile, writeCacheFile } from "./shard.ts";

/** The markups of one shard, by their hashes. */
export type BodyShard = ReadonlyMap<string, Html>;

/** Where a shard's bodies stand. */
export function bodiesFile(cacheDir: string, shard: string): string {
  return join(cacheDir, "bodies", shard);
}

/** Reads one shard's bodies; an absent or damaged file holds none. */
export function readBodies(file: string): BodyShard {
  const { bytes, spots } = indexBodies(file);
  return new Map(Array.from(spots, ([hash, spot]) => [hash, cutBody(bytes, spot)]));
}

/**
 * Writes one shard's bodies whole: a line of JSON that tells how long each body is, then the bodies, so that nothing has to
 * be unescaped and one can be read alone.
 */
export function writeBodies(file: string, bodies: BodyShard): void {
  const buffers = [...bodies].map(([hash, markup]) => ({ hash, bytes: Buffer.from(markup) }));
  const lengths = JSON.stringify(buffers.map(({ hash, bytes }) => [hash, bytes.length]));
  writeCacheFile(file, Buffer.concat([Buffer.from(`${lengths}\n`), ...buffers.map(({ bytes }) => bytes)]));
}

/**
 * Finds bodies in their shards while pages are rendered. Each shard is checked once; then its bodies are read one at a time,
 * so that no more than one is held. Undefined for one that the cache has lost.
 */
export function bodyFinder(cacheDir: string): (hash: string, shard: string) => Html | undefined {
  const checked = new Map<string, ReadonlyMap<string, Spot>>();
  return (hash, shard) => {
    const file = bodiesFile(cacheDir, shard);
    const spots = checked.get(shard) ?? indexBodies(file).spots;
    checked.set(shard, spots);
    const spot = spots.get(hash);
    if (spot === undefined) return undefined;
    const part = readPart(file, spot);
    // The file may have been replaced or deleted since it was indexed.
    return part !== undefined && createHash("sha256").update(part).digest("hex") === hash
      ? cutBody(part, { ...spot, start: 0 })
      : undefined;
  };
}

/** Where a body lies in its file's content. */
interface Spot {
  readonly start: number;
  readonly length: number;
}

function indexBodies(file: string): { readonly bytes: Buffer; readonly spots: ReadonlyMap<string, Spot> } {
  const found = readCacheFile(file);
  if (found.state !== "whole") return { bytes: Buffer.alloc(0), spots: new Map() };
  const end = found.bytes.indexOf(10);
  const lengths = JSON.parse(found.bytes.toString("utf8", 0, end)) as readonly (readonly [string, number])[];
  const spots = new Map<string, Spot>();
  let start = end + 1;
  for (const [hash, length] of lengths) {
    spots.set(hash, { start, length });
    start += length;
  }
  return { bytes: found.bytes, spots };
}

function cutBody(bytes: Buffer, { start, length }: Spot): Html {
  return trustedHtml(bytes.toString("utf8", start, start + length));
}

function readPart(file: string, { start, length }: Spot): Buffer | undefined {
  const part = Buffer.alloc(length);
  const handle = openIfThere(file);
  if (handle === undefined) return undefined;
  try {
    readSync(handle, part, 0, length, CHECK_LENGTH + start);
  } finally {
    closeSync(handle);
  }
  return part;
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
