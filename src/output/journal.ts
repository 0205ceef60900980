import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Route, toRoute } from "../model/route.ts";
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

/** The journal of a publishing that did not end; undefined where there is none. */
export function readJournal(outDir: string): Journal | undefined {
  try {
    const journal = JSON.parse(readFileSync(journalFile(outDir), "utf8")) as Journal;
    return [...journal.moves, ...journal.removals].every(({ route }) => toRoute(route) === route)
      ? journal
      : undefined;
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
