import { readCacheJson, writeCacheJson } from "../cache/shard.ts";
import { hashTexts } from "../content/hashText.ts";
import type { ListSettings } from "../model/site.ts";
import { rankingGround } from "../ranking/ground.ts";
import type { Library } from "../ranking/library.ts";
import { type Rankings, rankLibrary } from "../ranking/rank.ts";

/** Gives the lists of a library, as `rankLibrary` does. */
export type Ranker = (library: Library, settings: ListSettings) => Rankings;

/** Where lists are kept from process to process. */
export interface RankerCache {
  readonly file: string;
  readonly toolId: string;
  readonly mayWrite: boolean;
}

interface Kept extends Rankings {
  /** A hash of all that the lists were reckoned from. */
  readonly key: string;
}

/**
 * Remembers the last lists that it gave, on disk too where there is a cache, and gives them again while nothing that they are
 * reckoned from has changed: most saves change a body.
 */
export function openRanker(cache?: RankerCache): Ranker {
  let last: Kept | undefined;
  return (library, settings) => {
    const key = hashTexts([cache?.toolId ?? ""], rankingGround(library, settings));
    last ??= cache && readCacheJson<Kept>(cache.file);
    if (last?.key !== key) {
      last = { key, ...rankLibrary(library, settings) };
      if (cache?.mayWrite === true) writeCacheJson(cache.file, last);
    }
    return last;
  };
}
