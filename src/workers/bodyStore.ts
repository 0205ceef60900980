import { readFileSync } from "node:fs";
import { bodyFinder } from "../cache/bodies.ts";
import { shardOf } from "../cache/shard.ts";
import { sourceParser } from "../content/parseSource.ts";
import type { ParseConfig } from "../content/readSource.ts";
import type { Html } from "../model/html.ts";
import type { ParseFile } from "./parseBatch.ts";

/** Where the markups of bodies are: held in memory, in the cache, or else made again from their sources. Plain, so that a worker can be sent it. */
export interface BodyStore extends BodyShelf {
  readonly held: ReadonlyMap<string, Html>;
  /** The text of which each body was made, by the body's hash. */
  readonly owners: ReadonlyMap<string, ParseFile>;
}

/** What the bodies of all texts have in common. */
export interface BodyShelf {
  readonly config: ParseConfig;
  /** Absent without a cache. */
  readonly cacheDir?: string;
}

/** Markups of bodies by their hashes. */
export interface Bodies {
  readonly get: (hash: string) => Html | undefined;
}

/** The part of a store that some bodies need. */
export function pickBodies(
  { held, owners }: BodyStore,
  hashes: readonly string[],
): Omit<BodyStore, keyof BodyShelf> {
  const pick = <V>(from: ReadonlyMap<string, V>) =>
    new Map(
      hashes.flatMap((hash) => {
        const value = from.get(hash);
        return value === undefined ? [] : [[hash, value] as const];
      }),
    );
  return { held: pick(held), owners: pick(owners) };
}

/** Opens a shelf; what it returns finds the bodies of a part of the store. One that the cache has lost is made again. */
export function openShelf({
  config,
  cacheDir,
}: BodyShelf): (part: Omit<BodyStore, keyof BodyShelf>) => Bodies {
  const find = cacheDir === undefined ? undefined : bodyFinder(cacheDir);
  const makeAgain = ({ path, onDisk, kind }: ParseFile) =>
    sourceParser(config)({ path, bytes: readFileSync(onDisk) }, kind).value?.markup;
  return ({ held, owners }) => ({
    get: (hash) => {
      const owner = owners.get(hash);
      return held.get(hash) ?? (owner && (find?.(hash, shardOf(owner.path)) ?? makeAgain(owner)));
    },
  });
}

/** Opens a whole store. */
export function openBodies(store: BodyStore): Bodies {
  return openShelf(store)(store);
}
