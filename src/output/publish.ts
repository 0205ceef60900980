import { existsSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Wave } from "../model/page.ts";
import type { Route } from "../model/route.ts";
import { type Staleness, stalenessOf } from "../model/trace.ts";
import { type Journal, readJournal, waitingManifest, writeJournal } from "./journal.ts";
import { installManifest, type Manifest, makeManifest, readManifest } from "./manifest.ts";
import { writeOwnFiles } from "./ownFiles.ts";
import { makeReadable } from "./readable.ts";
import { discardStage, type Stage, stagingFolder } from "./stage.ts";
import { statusOf } from "./status.ts";

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
 * done is written down first: killed at any moment, it is completed by `recoverPublishing`. Throws, and changes nothing,
 * where a file or folder of others stands in a page's place.
 */
export function publishStage(stage: Stage): Published {
  const journal = planJournal(stage);
  checkPlaces(stage.outDir, journal);
  const manifest = makeManifest(stage.files.values());
  writeJournal(stage.outDir, journal, manifest);
  carryOut(stage.outDir, stage.manifestFile, journal, manifest);
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
  if (journal !== undefined) carryOut(outDir, manifestFile, journal, readManifest(waitingManifest(outDir)));
  else discardStage({ outDir });
  return journal !== undefined;
}

function planJournal({ outDir, before, files }: Stage): Journal {
  const ready = [...files.values()].flatMap(({ route, wave, waiting }) =>
    waiting === undefined ? [] : [{ wave, move: { route, waiting } }],
  );
  const moves = WAVES.flatMap((wave) => ready.flatMap((own) => (own.wave === wave ? [own.move] : [])));
  const gone = [...before.keys()].filter(
    (route) => !files.has(route) && statusOf(join(outDir, route))?.isFile() === true,
  );
  const twins = twinsOf(gone, files.keys());
  const removals = gone
    .map((route) => ({ route, twin: twins.get(route.toLowerCase()) }))
    .filter(({ route, twin }) => twin === undefined || !isSameFile(outDir, route, twin));
  return { moves, removals };
}

/** Of routes, those of the new edition that differ from them only in case, by the route in lower case. */
function twinsOf(gone: readonly Route[], present: Iterable<Route>): ReadonlyMap<string, Route> {
  const wanted = new Set(gone.map((route) => route.toLowerCase()));
  const twins = new Map<string, Route>();
  if (wanted.size === 0) return twins;
  for (const route of present) if (wanted.has(route.toLowerCase())) twins.set(route.toLowerCase(), route);
  return twins;
}

/** Each step may have been done before. A manifest that waits no longer has found its place. */
function carryOut(
  outDir: string,
  manifestFile: string,
  { moves, removals }: Journal,
  manifest: Manifest,
): void {
  const staging = stagingFolder(outDir);
  const made = new Set<string>();
  const isInTheWay = obstaclesOf(moves);
  const remove = ({ route, twin }: Journal["removals"][number]) => {
    const path = join(outDir, route);
    if (statusOf(path)?.isFile() !== true || (twin !== undefined && isSameFile(outDir, route, twin))) return;
    rmSync(path);
    removeEmptyFolders(outDir, dirname(path));
  };
  for (const removal of removals) if (isInTheWay(removal.route)) remove(removal);
  for (const { route, waiting } of moves) {
    const from = join(staging, waiting);
    if (existsSync(from)) moveIntoPlace(from, join(outDir, route), made);
  }
  for (const removal of removals) if (!isInTheWay(removal.route)) remove(removal);
  if (existsSync(waitingManifest(outDir))) {
    writeOwnFiles(
      outDir,
      manifest.map(({ route }) => route),
    );
    installManifest(waitingManifest(outDir), manifestFile);
  }
  discardStage({ outDir });
}

/** Tells of an old file whether it stands where a new one needs a folder, or in a folder where a new one needs a file: it goes first. */
function obstaclesOf(moves: Journal["moves"]): (route: string) => boolean {
  const files = new Set<string>(moves.map(({ route }) => route));
  const folders = new Set(moves.flatMap(({ route }) => foldersAbove(route)));
  return (route) => folders.has(route) || foldersAbove(route).some((folder) => files.has(folder));
}

/** Looked for before anything is written down: a publishing that could never end would stand in the way of all later ones. */
function checkPlaces(outDir: string, { moves, removals }: Journal): void {
  const going = new Set<string>(removals.map(({ route }) => route));
  const folders = new Set(moves.flatMap(({ route }) => foldersAbove(route)));
  const blocked = [
    ...[...folders].filter((route) => !going.has(route) && statusOf(join(outDir, route))?.isFile() === true),
    ...moves.flatMap(({ route }) => filesBelow(outDir, route).filter((file) => !going.has(file))),
  ];
  const [first] = blocked;
  if (first === undefined) return;
  const path = join(outDir, first);
  const error = new Error(
    `EEXIST: a file that Jianbao did not write stands in the place of a page, '${path}'`,
  );
  throw Object.assign(error, { code: "EEXIST", path });
}

/** The files in the folder that stands at a route, an empty folder itself; none where no folder does. */
function filesBelow(outDir: string, route: string): string[] {
  const folder = join(outDir, route);
  if (statusOf(folder)?.isDirectory() !== true) return [];
  const names = readdirSync(folder);
  if (names.length === 0) return [route];
  return names.flatMap((name) => {
    const below = `${route}/${name}`;
    return statusOf(join(outDir, below))?.isDirectory() === true ? filesBelow(outDir, below) : [below];
  });
}

/** `/a/b/c.html` → `/a`, `/a/b`. */
function foldersAbove(route: string): string[] {
  const names = route.split("/").slice(1, -1);
  return names.map((_, depth) => `/${names.slice(0, depth + 1).join("/")}`);
}

function moveIntoPlace(from: string, to: string, made: Set<string>): void {
  const folder = dirname(to);
  if (!made.has(folder)) {
    makeReadable(folder);
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
