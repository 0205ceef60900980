import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRoute, type Route } from "../model/route.ts";
import { formatManifest, type Manifest } from "./manifest.ts";
import { stagingFolder } from "./stage.ts";

/** What a publishing will do, in this order: moves, removals. Then the manifest that waits beside the journal takes its place. */
export interface Journal {
  readonly moves: readonly { readonly route: Route; readonly waiting: string }[];
  /** `twin` is a new file whose name differs only in case: on some disks it is the same file, and stays. */
  readonly removals: readonly { readonly route: Route; readonly twin?: Route }[];
}

/** Writes a journal and its manifest down and makes sure of them on the disk, whole: from here on the publishing will be completed. */
export function writeJournal(outDir: string, journal: Journal, manifest: Manifest): void {
  const staging = stagingFolder(outDir);
  const draft = join(staging, "journal.draft");
  writeSynced(waitingManifest(outDir), formatManifest(manifest));
  writeSynced(draft, [JSON.stringify(journal)]);
  renameSync(draft, journalFile(outDir));
  syncFolder(staging);
}

/** Where the manifest waits that a journal goes with. */
export function waitingManifest(outDir: string): string {
  return join(stagingFolder(outDir), "manifest.json");
}

function writeSynced(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, "w", 0o644);
  try {
    for (const piece of pieces) writeFileSync(file, piece);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The journal of a publishing that did not end; undefined where there is none, or it is none that `writeJournal` wrote. */
export function readJournal(outDir: string): Journal | undefined {
  try {
    const journal: unknown = JSON.parse(readFileSync(journalFile(outDir), "utf8"));
    return isJournal(journal) ? journal : undefined;
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code === "ENOENT" ||
      (error as NodeJS.ErrnoException).code === "ENOTDIR"
    )
      return undefined;
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isJournal(value: unknown): value is Journal {
  const { moves, removals } = fieldsOf(value);
  return (
    Array.isArray(moves) &&
    moves.map(fieldsOf).every(({ route, waiting }) => isRoute(route) && isNameBelow(waiting)) &&
    Array.isArray(removals) &&
    removals.map(fieldsOf).every(({ route, twin }) => isRoute(route) && (twin === undefined || isRoute(twin)))
  );
}

/** Whatever is asked for, nothing has none. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return (value ?? {}) as Readonly<Record<string, unknown>>;
}

/** What waits has a name in the staging folder, and nothing outside of it is moved. */
function isNameBelow(name: unknown): boolean {
  return typeof name === "string" && isRoute(`/${name}`);
}

function journalFile(outDir: string): string {
  return join(stagingFolder(outDir), "journal.json");
}

function syncFolder(folder: string): void {
  // Windows cannot open a folder; its renames are journalled by the file system.
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
