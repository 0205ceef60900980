import { join } from "node:path";
import { type CopyCache, openCopyCache } from "../cache/copyCache.ts";
import { readToolId } from "../cache/toolId.ts";
import { openRanker, type Ranker } from "./ranker.ts";
import { openThemer, type Themer } from "./themer.ts";

/** What need not be done again: from run to run of one process, and where there is a cache from process to process. */
export interface Memory {
  /** Absent without a cache. */
  readonly copies?: CopyCache;
  /** Whether there will be another run in this process. */
  readonly isLasting: boolean;
  readonly ranker: Ranker;
  readonly themer: Themer;
}

/** How a process's memory is kept. */
export interface MemoryPlan {
  /** Absent: in no file. */
  readonly cacheDir: string | undefined;
  /** A preview, which shows drafts, has lists of its own. */
  readonly isPreview: boolean;
  readonly mayWrite: boolean;
  readonly isLasting: boolean;
}

/** Opens the memory of a process. */
export function openMemory({ cacheDir, isPreview, mayWrite, isLasting }: MemoryPlan): Memory {
  if (cacheDir === undefined) return { isLasting, ranker: openRanker(), themer: openThemer() };
  const toolId = readToolId();
  const place = (name: string) => ({ file: join(cacheDir, name), toolId, mayWrite, isLasting });
  return {
    copies: openCopyCache(cacheDir, toolId),
    isLasting,
    ranker: openRanker(place(isPreview ? "rankings-preview" : "rankings")),
    themer: openThemer(place("theme")),
  };
}
