import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Survey } from "../assets/survey.ts";
import { compareText } from "../model/diagnostic.ts";
import { readCacheFile, readCacheJson, writeCacheFile, writeCacheJson } from "./shard.ts";

/** What was learned about pictures and attachments: plain values under the content ids of the files, and what is missing from cards under their routes. */
export interface PictureNotes {
  readonly surveys: Map<string, Survey>;
  readonly missing: Map<string, string>;
}

/** Reads the notes of the same tool; an absent or damaged file, or another tool's, holds none. */
export function readPictureNotes(cacheDir: string, toolId: string): PictureNotes {
  const found = readCacheJson<StoredNotes>(notesFile(cacheDir));
  if (found?.tool !== toolId) return emptyNotes();
  return { surveys: new Map(found.surveys), missing: new Map(found.missing) };
}

/** Notes of which nothing is known yet. */
export function emptyNotes(): PictureNotes {
  return { surveys: new Map(), missing: new Map() };
}

/** Writes the notes whole. */
export function writePictureNotes(cacheDir: string, toolId: string, notes: PictureNotes): void {
  const stored: StoredNotes = {
    tool: toolId,
    surveys: [...notes.surveys],
    missing: [...notes.missing],
  };
  writeCacheJson(notesFile(cacheDir), stored);
}

interface StoredNotes {
  readonly tool: string;
  readonly surveys: readonly (readonly [string, Survey])[];
  readonly missing: readonly (readonly [string, string])[];
}

function notesFile(cacheDir: string): string {
  return join(cacheDir, "pictures", "notes");
}

/** Pictures that were made once, by names that hold all that their bytes depend on. */
export interface PictureStore {
  /** Undefined where it was never made, or its file is damaged. */
  readonly find: (name: string) => Buffer | undefined;
  readonly keep: (name: string, bytes: Buffer) => void;
  /** Says which names a build used: what none of the last few used is dropped. */
  readonly settle: (names: readonly string[]) => void;
}

/** So many builds with other pictures than the one before are remembered. */
const BUILDS_KEPT = 3;

/** Opens the store below a cache folder. */
export function pictureStore(cacheDir: string): PictureStore {
  const folder = join(cacheDir, "pictures");
  const fileOf = (name: string) => join(folder, keyOf(name));
  return {
    find: (name) => {
      const found = readCacheFile(fileOf(name));
      return found.state === "whole" ? found.bytes : undefined;
    },
    keep: (name, bytes) => writeCacheFile(fileOf(name), bytes),
    settle: (names) => {
      const used = names.map(keyOf).sort(compareText);
      const before = readBuilds(folder);
      if (JSON.stringify(before[0]) === JSON.stringify(used)) return;
      const builds = [used, ...before].slice(0, BUILDS_KEPT);
      writeCacheJson(join(folder, "builds"), builds);
      const wanted = new Set(builds.flat());
      for (const key of keysIn(folder)) if (!wanted.has(key)) rmSync(join(folder, key), { force: true });
    },
  };
}

/** Where a picture stands below the folder. */
function keyOf(name: string): string {
  const key = createHash("sha256").update(name).digest("hex");
  return `${key.slice(0, 2)}/${key.slice(2, 34)}`;
}

/** The keys that the last builds used, the newest first. */
function readBuilds(folder: string): readonly (readonly string[])[] {
  return readCacheJson<readonly (readonly string[])[]>(join(folder, "builds")) ?? [];
}

function keysIn(folder: string): string[] {
  const shards = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return shards.flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`));
}
