import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Build, runBuild, type Workbench } from "./builds.ts";
import type { Change } from "./changes.ts";
import type { Newsroom } from "./newsroom.ts";

/** The builds after some changes, each made alone to the same newsroom, and those after each was taken back. */
export interface ChangeBuilds {
  readonly made: readonly Build[];
  readonly undone: readonly Build[];
}

/** Makes each change, builds, takes it back and builds again. */
export async function measureChanges(
  newsroom: Newsroom,
  changes: readonly Change[],
  bench: Workbench,
): Promise<ChangeBuilds> {
  const made: Build[] = [];
  const undone: Build[] = [];
  for (const change of changes) {
    const undo = makeChange(newsroom.root, change);
    made.push(await runBuild(newsroom, bench));
    undo();
    undone.push(await runBuild(newsroom, bench));
  }
  return { made, undone };
}

/** Makes one change after the other and builds after each; takes them all back in the end. */
export async function measureSequence(
  newsroom: Newsroom,
  changes: readonly Change[],
  bench: Workbench,
): Promise<readonly Build[]> {
  const builds: Build[] = [];
  const undos: (() => void)[] = [];
  for (const change of changes) {
    undos.push(makeChange(newsroom.root, change));
    builds.push(await runBuild(newsroom, bench));
  }
  for (const undo of undos.toReversed()) undo();
  await runBuild(newsroom, bench);
  return builds;
}

/** Makes a change; the function that it returns takes it back. */
export function makeChange(root: string, { path, text }: Change): () => void {
  const file = join(root, path);
  const before = existsSync(file) ? readFileSync(file) : undefined;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return () => (before === undefined ? rmSync(file) : writeFileSync(file, before));
}
