import { bodyFinder } from "../cache/bodies.ts";
import { shardOf } from "../cache/shard.ts";
import type { ParseConfig } from "../content/readSource.ts";
import type { Html } from "../model/html.ts";
import type { ParseFile } from "./parseBatch.ts";

/** Where the markups of bodies are: held in memory, in the cache, or else made again from their sources. Plain, so that a worker can be sent it. */
export interface BodyStore extends BodyPart {
  readonly config: ParseConfig;
  /** Absent without a cache. */
  readonly cacheDir?: string;
}

/** The part of a store that some bodies need. */
export interface BodyPart {
  readonly held: ReadonlyMap<string, Html>;
  /** The text of which each body was made, by the body's hash. */
  readonly owners: ReadonlyMap<string, ParseFile>;
}

/** Markups of bodies by their hashes; undefined for one that is neither held nor in the cache. */
export interface Bodies {
  readonly get: (hash: string) => Html | undefined;
}

/** Picks the part that some bodies need. */
export function pickBodies({ held, owners }: BodyStore, hashes: readonly string[]): BodyPart {
  const pick = <V>(from: ReadonlyMap<string, V>) =>
    new Map(
      hashes.flatMap((hash) => {
        const value = from.get(hash);
        return value === undefined ? [] : [[hash, value] as const];
      }),
    );
  return { held: pick(held), owners: pick(owners) };
}

/** Opens a cache's bodies; what it returns finds those of a part of the store. */
export function openShelf(cacheDir: string | undefined): (part: BodyPart) => Bodies {
  const find = cacheDir === undefined ? undefined : bodyFinder(cacheDir);
  return ({ held, owners }) => ({
    get: (hash) => {
      const owner = owners.get(hash);
      return held.get(hash) ?? (owner && find?.(hash, shardOf(owner.path)));
    },
  });
}
