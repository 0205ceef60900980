import { readFileSync } from "node:fs";
import { sourceParser } from "../content/parseSource.ts";
import { type Bodies, type BodyStore, openShelf } from "./bodyStore.ts";

/** Opens a whole store; a body that the cache has lost is made again from its source. */
export function openBodies(store: BodyStore): Bodies {
  const { get } = openShelf(store.cacheDir)(store);
  return {
    get: (hash) => {
      const markup = get(hash);
      const owner = store.owners.get(hash);
      if (markup !== undefined || owner === undefined) return markup;
      const { path, onDisk, kind } = owner;
      return sourceParser(store.config)({ path, bytes: readFileSync(onDisk) }, kind).value?.markup;
    },
  };
}
