import { readCacheJson, writeCacheJson } from "../cache/shard.ts";

/** Where a value is kept from process to process. */
export interface KeeperPlace {
  readonly file: string;
  readonly toolId: string;
  readonly mayWrite: boolean;
  /** Whether this process will ask again; what stands in the file need not be held by one that will not. */
  readonly isLasting: boolean;
}

/** Keeps one value, that of the last key. */
export interface Keeper<T> {
  /** The value of a key; undefined where it is not the last one. */
  readonly get: (key: string) => T | undefined;
  /** The value of whichever key came last. */
  readonly last: () => T | undefined;
  readonly set: (key: string, value: T) => void;
}

interface Kept<T> {
  readonly toolId: string;
  readonly key: string;
  readonly value: T;
}

/** Opens a keeper of plain values, in memory and, where there is a place, on disk too. What another version of the tool kept is not read. */
export function openKeeper<T>(place?: KeeperPlace): Keeper<T> {
  const toolId = place?.toolId ?? "";
  let kept: Kept<T> | undefined;
  const own = () => {
    kept ??= place && readCacheJson<Kept<T>>(place.file);
    return kept?.toolId === toolId ? kept : undefined;
  };
  return {
    get: (key) => {
      const found = own();
      return found?.key === key ? found.value : undefined;
    },
    last: () => own()?.value,
    set: (key, value) => {
      kept = { toolId, key, value };
      if (place?.mayWrite !== true) return;
      writeCacheJson(place.file, kept);
      if (!place.isLasting) kept = undefined;
    },
  };
}
