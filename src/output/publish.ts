import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Wave } from "../model/page.ts";
import type { Route } from "../model/route.ts";
import { type Staleness, stalenessOf } from "../model/trace.ts";
import { type Journal, readJournal, writeJournal } from "./journal.ts";
import { writeManifest } from "./manifest.ts";
import { discardStage, type Stage, stagingFolder } from "./stage.ts";

/** What a publishing changed. */
export interface Published {
  readonly written: readonly Route[];
  /** Why each written file was, in the same order. */
  readonly reasons: readonly Staleness[];
  readonly removed: readonly Route[];
  readonly kept: number;
}

const WAVES: readonly Wave[] = ["asset", "article", "list", "feed"];

/**
 * Publishes the stage: every file is renamed into place whole, in waves, so that no page ever links to one that is not
 * there yet; then goes what the last edition wrote and this one does not have. Files of others are left alone. What will be
 * done is written down first: killed at any moment, it is completed by `recoverPublishing`.
 */
export function publishStage(stage: Stage): Published {
  const journal = planJournal(stage);
  writeJournal(stage.outDir, journal);
  carryOut(stage.outDir, stage.manifestFile, journal);
  const written = journal.moves.map(({ route }) => route);
  return {
    written,
    reasons: written.map((route) => reasonOf(stage, route)),
    removed: journal.removals.map(({ route }) => route),
    kept: stage.files.size - written.length,
  };
}

/** A file without a trace, as assets are, differs by its bytes alone. */
function reasonOf({ before, files }: Stage, route: Route): Staleness {
  const last = before.get(route);
  const staged = files.get(route);
  if (last === undefined) return { kind: "new" };
  if (staged?.trace === undefined) return { kind: "changed", parts: ["bytes"] };
  return stalenessOf(last.trace, staged.trace);
}

/** Completes a publishing that was killed in its midst; drops the files of one that had not begun. Returns whether there was one to complete. */
export function recoverPublishing(outDir: string, manifestFile: string): boolean {
  const journal = readJournal(outDir);
  if (journal !== undefined) carryOut(outDir, manifestFile, journal);
  else discardStage({ outDir });
  return journal !== undefined;
}

function planJournal({ outDir, before, files }: Stage): Journal {
  const moves = WAVES.flatMap((wave) =>
    [...files.values()].flatMap(({ route, wave: own, waiting }) =>
      own === wave && waiting !== undefined ? [{ route, waiting }] : [],
    ),
  );
  const present = new Map(Array.from(files.keys(), (route) => [route.toLowerCase(), route]));
  const removals = [...before.keys()]
    .filter((route) => !files.has(route) && existsSync(join(outDir, route)))
    .map((route) => ({ route, twin: present.get(route.toLowerCase() as Route) }))
    .filter(({ route, twin }) => twin === undefined || !isSameFile(outDir, route, twin));
  return { moves, removals, manifest: [...files.values()] };
}

/** Each step may have been done before. */
function carryOut(outDir: string, manifestFile: string, { moves, removals, manifest }: Journal): void {
  const staging = stagingFolder(outDir);
  const made = new Set<string>();
  for (const { route, waiting } of moves) {
    const from = join(staging, waiting);
    if (existsSync(from)) moveIntoPlace(from, join(outDir, route), made);
  }
  for (const { route, twin } of removals) {
    const path = join(outDir, route);
    if (!existsSync(path) || (twin !== undefined && isSameFile(outDir, route, twin))) continue;
    rmSync(path);
    removeEmptyFolders(outDir, dirname(path));
  }
  writeManifest(manifestFile, manifest);
  discardStage({ outDir });
}

function moveIntoPlace(from: string, to: string, made: Set<string>): void {
  const folder = dirname(to);
  if (!made.has(folder)) {
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  }
  renameSync(from, to);
}

/** On a disk that knows no case, the old `/A.html` is the new `/a.html`. */
function isSameFile(outDir: string, route: Route, twin: Route): boolean {
  const [old, present] = [route, twin].map((name) =>
    statSync(join(outDir, name), { bigint: true, throwIfNoEntry: false }),
  );
  return old !== undefined && old.dev === present?.dev && old.ino === present?.ino;
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
