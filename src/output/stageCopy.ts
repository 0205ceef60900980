import { statSync } from "node:fs";
import { join } from "node:path";
import type { Route } from "../model/route.ts";
import { makeTrace } from "../model/trace.ts";
import { hashFile } from "./pieces.ts";
import { copyReadable } from "./readable.ts";
import { addStaged, keepFile, type Stage, type StagedBytes, stagingFolder } from "./stage.ts";
import { statusOf } from "./status.ts";

/** A file that is published as it stands on disk, an asset of pages. */
export interface CopiedFile {
  readonly route: Route;
  readonly onDisk: string;
  /** Stands for its bytes: of others it is another. */
  readonly whole: string;
  /** Whether the bytes that were just read, of this SHA-256, are those that `whole` stands for. */
  readonly isStill: (hash: string) => boolean;
}

/**
 * Adds a file to the new edition. One that is published already is kept, unread where `keepFresh` allows it. Of no file are all
 * bytes ever in memory. Throws where it changed while it was read: half of what somebody saves is never published.
 */
export function stageCopy(
  stage: Stage,
  { route, onDisk, whole, isStill }: CopiedFile,
  { keepFresh, verify }: { readonly keepFresh: boolean; readonly verify: boolean },
): void {
  const file = { route, wave: "asset" } as const;
  if (keepFresh && keepFile(stage, file, whole, { verify })) return;
  const bytes = publishedAlready(stage, route, onDisk) ?? copyAside(stage, onDisk);
  if (!isStill(bytes.hash)) throw changedWhileRead(onDisk);
  addStaged(stage, { ...file, trace: makeTrace(whole, [["bytes", whole]]) }, bytes);
}

/** The failure of a file that is not what was learned of it a moment ago. */
export function changedWhileRead(path: string): Error {
  const error = new Error(`EBUSY: the file changed while it was read, '${path}'`);
  return Object.assign(error, { code: "EBUSY", path });
}

function publishedAlready({ outDir }: Stage, route: Route, onDisk: string): StagedBytes | undefined {
  const place = join(outDir, route);
  const { size } = statSync(onDisk);
  const published = statusOf(place);
  if (published?.isFile() !== true || published.size !== size) return undefined;
  const hash = hashFile(place);
  return hashFile(onDisk) === hash ? { hash, size, waiting: undefined } : undefined;
}

/** What is told of the bytes is told of the copy: that is what will be published. */
function copyAside({ outDir, files }: Stage, onDisk: string): StagedBytes {
  const waiting = `file-${files.size}`;
  const copy = join(stagingFolder(outDir), waiting);
  copyReadable(onDisk, copy);
  return { hash: hashFile(copy), size: statSync(copy).size, waiting };
}
