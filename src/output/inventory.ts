import { join } from "node:path";
import type { Route } from "../model/route.ts";
import { type ManifestEntry, readManifest } from "./manifest.ts";
import { statusOf } from "./status.ts";

/** How far the published files are what the last build published; unread, they are looked at no closer. */
export interface Inventory {
  /** How many there should be; none where nothing is remembered. */
  readonly count: number;
  /** Those that are not there, or not in their size. */
  readonly lost: ReadonlySet<Route>;
}

/** Looks at every published file. Throws where the system refuses to tell. */
export function takeInventory(outDir: string, manifestFile: string): Inventory {
  const manifest = readManifest(manifestFile);
  const lost = manifest.filter((entry) => !isInSize(outDir, entry)).map(({ route }) => route);
  return { count: manifest.length, lost: new Set(lost) };
}

function isInSize(outDir: string, { route, size }: ManifestEntry): boolean {
  const status = statusOf(join(outDir, route));
  return status?.isFile() === true && status.size === size;
}
