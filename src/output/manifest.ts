import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { compareText } from "../model/diagnostic.ts";
import type { Wave } from "../model/page.ts";
import { type Route, toRoute } from "../model/route.ts";
import type { Trace } from "../model/trace.ts";

/** One file of a published edition. */
export interface ManifestEntry {
  readonly route: Route;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly size: number;
  readonly wave: Wave;
  /** Of a page: what it was made from. */
  readonly trace?: Trace;
}

/** What the last build published, in code-unit order of the routes. */
export type Manifest = readonly ManifestEntry[];

const VERSION = 2;

/** Where the manifest of a site in `outDir` stands: in the newsroom's cache, so that it outlives the site, one for each output folder. */
export function manifestPath(root: string, outDir: string): string {
  const name = relative(root, outDir).split(sep).join("/") || ".";
  const key = createHash("sha256").update(name).digest("hex").slice(0, 12);
  return join(root, ".cache", `published-${key}.json`);
}

/** Reads a manifest; an absent or damaged one, or one of another version, is empty: then nothing is known to be ours, and nothing is removed. */
export function readManifest(file: string): Manifest {
  try {
    const { version, files } = JSON.parse(readFileSync(file, "utf8")) as {
      version: number;
      files: ManifestEntry[];
    };
    return version === VERSION && files.every(isOurs) ? files : [];
  } catch {
    return [];
  }
}

/** What a manifest names may be removed, so a name that leads out of the site is damage. */
function isOurs({ route }: ManifestEntry): boolean {
  return toRoute(route) === route;
}

/** Writes a manifest whole. */
export function writeManifest(file: string, entries: readonly ManifestEntry[]): void {
  const files = entries
    .map(({ route, hash, size, wave, trace }) => ({ route, hash, size, wave, trace }))
    .sort((a, b) => compareText(a.route, b.route));
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, `${JSON.stringify({ version: VERSION, files })}\n`);
  renameSync(temporary, file);
}
