import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Wave } from "../model/page.ts";
import type { Route } from "../model/route.ts";
import type { Trace } from "../model/trace.ts";
import { type Inventory, takeInventory } from "./inventory.ts";
import { type ManifestEntry, readManifest } from "./manifest.ts";
import { readOwnFiles } from "./ownFiles.ts";
import { hashFile } from "./pieces.ts";
import { makeReadable, writeReadable } from "./readable.ts";
import { statusOf } from "./status.ts";

/** A new edition beside the published one: what differs waits in a folder of its own until all of it is there. */
export interface Stage {
  readonly outDir: string;
  readonly manifestFile: string;
  /** What the last build published. */
  readonly before: ReadonlyMap<Route, ManifestEntry>;
  /** Of that, what is not there any more, or in another size. */
  readonly lost: ReadonlySet<Route>;
  readonly files: Map<Route, StagedFile>;
}

type StagedFile = ManifestEntry & Partial<Pick<StagedBytes, "waiting">>;

/** A file to be published, and for a page what it was made from. */
export interface OutputFile {
  readonly route: Route;
  readonly wave: Wave;
  readonly trace?: Trace;
}

/** Where new files wait, on the disk of the site itself, so that they can be renamed into place. */
export function stagingFolder(outDir: string): string {
  return join(outDir, ".jianbao-staging");
}

/** Opens a stage for a site in `outDir`, of which an inventory was taken. What an interrupted build left waiting is dropped. */
export function openStage(
  outDir: string,
  manifestFile: string,
  { lost }: Pick<Inventory, "lost"> = takeInventory(outDir, manifestFile),
): Stage {
  rmSync(stagingFolder(outDir), { recursive: true, force: true });
  makeReadable(outDir);
  // Not with the folders above it: on a read-only disk Node would say of that that a file is missing.
  mkdirSync(stagingFolder(outDir));
  const known = readManifest(manifestFile);
  const last = known.length > 0 ? known : readOwnFiles(outDir).map(unknownFile);
  const before = new Map(last.map((entry) => [entry.route, entry]));
  return { outDir, manifestFile, before, lost, files: new Map() };
}

/** A file of ours of which nothing else is remembered: it may go, but not be kept unread. */
function unknownFile(route: Route): ManifestEntry {
  return { route, hash: "", size: -1, wave: "list" };
}

/** What became of a file's bytes. */
export interface StagedBytes {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly size: number;
  /** The name under which they wait in the staging folder; undefined where they are published already. */
  readonly waiting: string | undefined;
}

/** Writes a file's bytes under a name of its own in the staging folder, where they differ from what is published at its route. */
export function stageBytes(
  outDir: string,
  route: Route,
  name: string,
  content: string | Uint8Array,
): StagedBytes {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const waiting = isPublished(join(outDir, route), bytes) ? undefined : name;
  if (waiting !== undefined) writeReadable(join(stagingFolder(outDir), waiting), bytes);
  return { hash: hashOf(bytes), size: bytes.length, waiting };
}

/** Adds one file to the new edition, with its bytes. */
export function stageFile(stage: Stage, file: OutputFile, content: string | Uint8Array): void {
  addStaged(stage, file, stageBytes(stage.outDir, file.route, `file-${stage.files.size}`, content));
}

/** Adds one file to the new edition, whose bytes `stageBytes` has written. */
export function addStaged(stage: Stage, { route, wave, trace }: OutputFile, bytes: StagedBytes): void {
  addFile(stage, { route, wave, trace, ...bytes });
}

/**
 * Keeps a published file that was made from the same things, unread; false where it was not, or its file is missing or of
 * another size. With `verify` its bytes are read and hashed too.
 */
export function keepFile(
  stage: Stage,
  { route, wave }: OutputFile,
  whole: string,
  { verify }: { readonly verify: boolean },
): boolean {
  const last = stage.before.get(route);
  if (last?.trace?.whole !== whole || stage.lost.has(route)) return false;
  if (verify && !isPublishedAs(last.hash, join(stage.outDir, route))) return false;
  addFile(stage, last.wave === wave ? last : { ...last, wave });
  return true;
}

/** The files that are pages: made from parts, and no assets. */
export function pagesAmong<T extends ManifestEntry>(files: ReadonlyMap<Route, T>): T[] {
  return [...files.values()].filter(({ wave, trace }) => wave !== "asset" && trace !== undefined);
}

/**
 * Keeps every page of the last edition that is wanted, unread; false, and nothing is kept, where the file of one is missing or
 * of another size, or there are not `count` of them.
 */
export function keepPages(stage: Stage, isWanted: (route: Route) => boolean, count: number): boolean {
  const pages = pagesAmong(stage.before).filter(({ route }) => isWanted(route));
  const areWhole = pages.length === count && pages.every(({ route }) => !stage.lost.has(route));
  if (areWhole) for (const page of pages) addFile(stage, page);
  return areWhole;
}

function addFile(stage: Stage, file: StagedFile): void {
  if (stage.files.has(file.route)) throw new Error(`two pages of ours have the route ${file.route}`);
  stage.files.set(file.route, file);
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Drops a stage that will not be published. */
export function discardStage({ outDir }: Pick<Stage, "outDir">): void {
  rmSync(stagingFolder(outDir), { recursive: true, force: true });
}

/** Nothing is, where the file has gone since it was looked for. */
function isPublishedAs(hash: string, path: string): boolean {
  return statusOf(path)?.isFile() === true && hashFile(path) === hash;
}

function isPublished(path: string, bytes: Uint8Array): boolean {
  const status = statusOf(path);
  return status?.isFile() === true && status.size === bytes.length && readFileSync(path).equals(bytes);
}
