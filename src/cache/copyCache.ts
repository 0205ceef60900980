import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ContentId } from "./contentId.ts";
import { nameFiles, writeWithoutFiles } from "./places.ts";
import { damagedCache } from "./problems.ts";
import { readCacheFile, SHARDS, shardOf, writeCacheFile } from "./shard.ts";

/** What parsing one file gave: its value, undefined where it has an error, and its diagnostics. The markup stands with the bodies. */
export interface CachedParse {
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** What one reading of a file gave: under `key` stand the settings that it was parsed with. */
export interface Version extends CachedParse {
  readonly id: ContentId;
  readonly key: string;
}

/** A shard as it stands on disk. Pairs, because an object with paths for fields is slow to read: no two have the same. */
interface StoredShard {
  readonly toolId: string;
  readonly files: readonly (readonly [path: string, versions: readonly Version[]])[];
}

interface CachedFile {
  readonly shard: string;
  readonly versions: readonly Version[];
}

/** All parsed files of a newsroom. One that stays open from run to run is as good as one opened anew. */
export interface CopyCache {
  readonly dir: string;
  readonly toolId: string;
  /** By path. */
  readonly files: Map<string, CachedFile>;
  /** The shards that are to be written. */
  readonly changed: Set<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file keeps this many versions at least, so that going back and forth between two branches stays warm. */
const VERSIONS_KEPT = 2;

/** Opens the cache of parsed files in `dir`; a damaged shard is a warning and is empty. One that another version of the tool wrote is empty too. */
export function openCopyCache(dir: string, toolId: string): CopyCache {
  const files = new Map<string, CachedFile>();
  const changed = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const shard of SHARDS) {
    const found = readCacheFile(fileOf(dir, shard));
    if (found.state === "damaged") diagnostics.push(damagedCache({ file: `.cache/copy/${shard}` }));
    if (found.state !== "whole") continue;
    const stored = JSON.parse(found.bytes.toString("utf8")) as StoredShard;
    if (stored.toolId !== toolId) changed.add(shard);
    else for (const [path, versions] of stored.files) files.set(path, { shard, versions });
  }
  return { dir, toolId, files, changed, diagnostics };
}

/** What parsing gave for these bytes under this key, if it was ever done. */
export function findParse(cache: CopyCache, path: string, id: ContentId, key: string): Version | undefined {
  const found = versionsOf(cache, path).find((version) => version.id === id && version.key === key);
  if (found !== undefined) nameFiles(found.value, `content/${path}`);
  return found;
}

/** The versions of a file without errors that were parsed under this key, the one used last first. */
export function goodVersions(cache: CopyCache, path: string, key: string): readonly Version[] {
  return versionsOf(cache, path).filter((version) => version.key === key && version.value !== undefined);
}

function versionsOf({ files }: CopyCache, path: string): readonly Version[] {
  return files.get(path)?.versions ?? [];
}

/** The files of each of some shards, by path. */
export function filesByShard(
  { files }: CopyCache,
  shards: ReadonlySet<string>,
): ReadonlyMap<string, StoredShard["files"]> {
  const found = new Map(Array.from(shards, (shard) => [shard, [] as [string, readonly Version[]][]]));
  for (const [path, { shard, versions }] of files) found.get(shard)?.push([path, versions]);
  return found;
}

/** Keeps what parsing gave, as the version of the file that was used last. */
export function keepParse(cache: CopyCache, path: string, version: Version): void {
  const before = versionsOf(cache, path);
  // Under another key the order tells nothing, and a preview with its own settings would rewrite the cache at every turn.
  if (before.find(({ key }) => key === version.key) === version) return;
  const { files, changed } = cache;
  const shard = files.get(path)?.shard ?? shardOf(path);
  const versions = worthKeeping([version, ...before.filter((other) => other !== version)]);
  files.set(path, { shard, versions });
  changed.add(shard);
}

/** The newest versions, and for each of their keys the last one without errors: a broken save never drops it. */
function worthKeeping(versions: readonly Version[]): readonly Version[] {
  const newest = versions.slice(0, VERSIONS_KEPT);
  const lastGood = newest.map(({ key }) =>
    versions.find((version) => version.key === key && version.value !== undefined),
  );
  return versions.filter((version) => newest.includes(version) || lastGood.includes(version));
}

/** Writes the shards that changed, without the files that are no longer there. */
export function saveCopyCache(cache: CopyCache, present: ReadonlySet<string>): void {
  const { dir, toolId, changed } = cache;
  for (const [path, { shard }] of cache.files) {
    if (present.has(path)) continue;
    cache.files.delete(path);
    changed.add(shard);
  }
  for (const [shard, files] of filesByShard(cache, changed)) {
    const values = files.flatMap(([, versions]) => versions.map(({ value }) => value));
    const stored: StoredShard = { toolId, files };
    writeCacheFile(fileOf(dir, shard), Buffer.from(writeWithoutFiles(stored, values)));
  }
  changed.clear();
}

/** Lets go of what is held in memory, for whoever will not ask again: of a large newsroom it is much. */
export function forgetCopies({ files }: CopyCache): void {
  files.clear();
}

function fileOf(dir: string, shard: string): string {
  return join(dir, "copy", shard);
}
