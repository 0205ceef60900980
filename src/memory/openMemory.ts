import { join } from "node:path";
import { type CopyCache, openCopyCache } from "../cache/copyCache.ts";
import { openRanker, type Ranker } from "./ranker.ts";
import { openThemer, type Themer } from "./themer.ts";

/** What need not be done again: from run to run of one process, and where there is a cache from process to process. */
export interface Memory {
  /** Absent without a cache. */
  readonly copies?: CopyCache;
  readonly ranker: Ranker;
  readonly themer: Themer;
}

/** Where a process's memory is kept. A preview, which shows drafts, has lists of its own. */
export interface MemoryPlace {
  readonly dir: string;
  readonly toolId: string;
  readonly isPreview: boolean;
  readonly mayWrite: boolean;
}

/** Opens the memory of a process; without a place it is in no file. */
export function openMemory(place: MemoryPlace | undefined): Memory {
  if (place === undefined) return { ranker: openRanker(), themer: openThemer() };
  const { dir, isPreview, ...rest } = place;
  const file = join(dir, isPreview ? "rankings-preview" : "rankings");
  return { copies: openCopyCache(dir), ranker: openRanker({ file, ...rest }), themer: openThemer() };
}
