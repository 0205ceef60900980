import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Wave } from "../model/page.ts";
import type { Route } from "../model/route.ts";
import type { Trace } from "../model/trace.ts";
import { type ManifestEntry, readManifest, writeManifest } from "./manifest.ts";

/** A new edition beside the published one: what differs waits in a folder of its own until all of it is there. */
export interface Stage {
  readonly outDir: string;
  readonly manifestFile: string;
  /** What the last build published. */
  readonly before: ReadonlyMap<Route, ManifestEntry>;
  readonly files: Map<Route, StagedFile>;
}

interface StagedFile extends ManifestEntry {
  /** Where the new bytes wait; undefined for a file that is already right. */
  readonly waiting: string | undefined;
}

/** A file to be published, and for a page what it was made from. */
export interface OutputFile {
  readonly route: Route;
  readonly wave: Wave;
  readonly trace?: Trace;
}

/** What a publishing changed. */
export interface Published {
  readonly written: readonly Route[];
  readonly removed: readonly Route[];
  readonly kept: number;
}

const STAGING = ".jianbao-staging";
const WAVES: readonly Wave[] = ["asset", "article", "list", "feed"];

/** Opens a stage for a site in `outDir`. What an interrupted build left waiting is dropped. */
export function openStage(outDir: string, manifestFile: string): Stage {
  rmSync(join(outDir, STAGING), { recursive: true, force: true });
  mkdirSync(join(outDir, STAGING), { recursive: true });
  const before = new Map(readManifest(manifestFile).map((entry) => [entry.route, entry]));
  return { outDir, manifestFile, before, files: new Map() };
}

/** Adds one file to the new edition. Bytes are written only where they differ from what is published. */
export function stageFile(
  stage: Stage,
  { route, wave, trace }: OutputFile,
  content: string | Uint8Array,
): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const hash = hashOf(bytes);
  const isRight = isPublished(join(stage.outDir, route), bytes);
  const waiting = isRight ? undefined : join(stage.outDir, STAGING, String(stage.files.size));
  if (waiting !== undefined) writeFileSync(waiting, bytes, { mode: 0o644 });
  addFile(stage, { route, hash, size: bytes.length, wave, trace, waiting });
}

/**
 * Keeps a published page that was made from the same things, unread; false where it was not, or its file is missing or of
 * another size. With `verify` its bytes are read and hashed too.
 */
export function keepFile(stage: Stage, { route, wave, trace }: OutputFile, verify: boolean): boolean {
  const last = stage.before.get(route);
  if (last?.trace === undefined || last.trace.whole !== trace?.whole) return false;
  const path = join(stage.outDir, route);
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isFile() !== true || status.size !== last.size) return false;
  if (verify && hashOf(readFileSync(path)) !== last.hash) return false;
  addFile(stage, { ...last, wave, waiting: undefined });
  return true;
}

function addFile(stage: Stage, file: StagedFile): void {
  if (stage.files.has(file.route)) throw new Error(`two pages of ours have the route ${file.route}`);
  stage.files.set(file.route, file);
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Publishes the stage: every file is renamed into place whole, in waves, so that no page ever links to one that is not
 * there yet; then goes what the last edition wrote and this one does not have. Files of others are left alone.
 */
export function publishStage(stage: Stage): Published {
  const { outDir, manifestFile, before, files } = stage;
  const written: Route[] = [];
  const made = new Set<string>();
  for (const wave of WAVES) {
    for (const file of files.values()) {
      if (file.wave !== wave || file.waiting === undefined) continue;
      moveIntoPlace(file.waiting, join(outDir, file.route), made);
      written.push(file.route);
    }
  }
  const removed = removeStale(outDir, before, files);
  writeManifest(manifestFile, [...files.values()]);
  discardStage(stage);
  return { written, removed, kept: files.size - written.length };
}

/** Drops a stage that will not be published. */
export function discardStage({ outDir }: Stage): void {
  rmSync(join(outDir, STAGING), { recursive: true, force: true });
}

function isPublished(path: string, bytes: Uint8Array): boolean {
  const status = statSync(path, { throwIfNoEntry: false });
  return status?.isFile() === true && status.size === bytes.length && readFileSync(path).equals(bytes);
}

function moveIntoPlace(from: string, to: string, made: Set<string>): void {
  const folder = dirname(to);
  if (!made.has(folder)) {
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  }
  renameSync(from, to);
}

function removeStale(outDir: string, before: Stage["before"], files: ReadonlyMap<Route, unknown>): Route[] {
  const present = new Map(Array.from(files.keys(), (route) => [route.toLowerCase(), route]));
  const stale = [...before.keys()]
    .filter((route) => !files.has(route) && existsSync(join(outDir, route)))
    .filter((route) => !isSameFile(outDir, route, present.get(route.toLowerCase())));
  for (const route of stale) {
    rmSync(join(outDir, route));
    removeEmptyFolders(outDir, dirname(join(outDir, route)));
  }
  return stale;
}

/** On a disk that knows no case, the old `/A.html` is the new `/a.html`. */
function isSameFile(outDir: string, route: Route, twin: Route | undefined): boolean {
  if (twin === undefined) return false;
  const [old, present] = [route, twin].map((name) => statSync(join(outDir, name), { bigint: true }));
  return old?.dev === present?.dev && old?.ino === present?.ino;
}

function removeEmptyFolders(outDir: string, folder: string): void {
  let current = folder;
  while (current.startsWith(join(outDir, "/")) && current !== outDir) {
    try {
      rmdirSync(current);
    } catch {
      return; // not empty: somebody's file stands here, or a page of ours
    }
    current = dirname(current);
  }
}
