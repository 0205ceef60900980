import { type CopyCache, openCopyCache } from "../cache/copyCache.ts";
import { openRanker, type Ranker, type RankerCache } from "./ranker.ts";
import { openThemer, type Themer } from "./themer.ts";

/** What need not be done again: from run to run of one process, and where there is a cache from process to process. */
export interface Memory {
  /** Absent without a cache. */
  readonly copies?: CopyCache;
  readonly ranker: Ranker;
  readonly themer: Themer;
}

/** Opens the memory of a process. The lists that were ranked are written to the cache where it may be written. */
export function openMemory(cache: RankerCache | undefined): Memory {
  return {
    copies: cache && openCopyCache(cache.dir),
    ranker: openRanker(cache),
    themer: openThemer(),
  };
}
