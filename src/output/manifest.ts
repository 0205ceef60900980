import { copyFileSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { compareText } from "../model/diagnostic.ts";
import type { Wave } from "../model/page.ts";
import { isRoute, type Route } from "../model/route.ts";
import type { Trace } from "../model/trace.ts";
import { sitePath } from "./sitePath.ts";

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

/** What a build published, in code-unit order of the routes. */
export type Manifest = readonly ManifestEntry[];

const VERSION = 3;

/** As it stands on disk: what many pages share, the names of their parts, is written once. */
interface StoredManifest {
  readonly version: number;
  readonly names: readonly string[];
  readonly files: readonly StoredEntry[];
}

type StoredEntry = readonly [
  route: Route,
  hash: string,
  size: number,
  wave: Wave,
  whole?: string,
  names?: number,
  hashes?: string,
];

/** Where the manifest of the site in `outDir` stands; see `sitePath`. */
export function manifestPath(root: string, outDir: string): string {
  return sitePath(root, outDir, "published");
}

/** Reads a manifest; an absent or damaged one, or one of another version, is empty: then nothing is known to be ours, and nothing is removed. */
export function readManifest(file: string): Manifest {
  try {
    const { version, names, files } = JSON.parse(readFileSync(file, "utf8")) as StoredManifest;
    const entries = version === VERSION ? files.map((stored) => fromStored(stored, names)) : [];
    // What a manifest names may be removed, so a name that leads out of the site is damage.
    return entries.every(({ route }) => isRoute(route)) ? entries : [];
  } catch {
    return [];
  }
}

/** The manifest of files that are given in any order. */
export function makeManifest(files: Iterable<ManifestEntry>): Manifest {
  return [...files].sort((a, b) => compareText(a.route, b.route));
}

/** A manifest as the text of its file, in pieces: whole, that of a large site would take more memory than the manifest. */
export function* formatManifest(manifest: Manifest): Generator<string> {
  const names = [...new Set(manifest.flatMap(({ trace }) => (trace === undefined ? [] : [trace.names])))];
  const numbers = new Map(names.map((name, number) => [name, number]));
  yield `{"version":${VERSION},"names":${JSON.stringify(names)},"files":[\n`;
  for (let at = 0; at < manifest.length; at += PIECE) {
    const piece = manifest.slice(at, at + PIECE).map((entry) => JSON.stringify(toStored(entry, numbers)));
    yield `${at === 0 ? "" : ",\n"}${piece.join(",\n")}`;
  }
  yield "\n]}\n";
}

const PIECE = 1000;

function toStored(
  { route, hash, size, wave, trace }: ManifestEntry,
  numbers: ReadonlyMap<string, number>,
): StoredEntry {
  if (trace === undefined) return [route, hash, size, wave];
  return [route, hash, size, wave, trace.whole, numbers.get(trace.names), trace.hashes];
}

/** Puts a written manifest in its place whole, from another disk too; it stays where it was as well. */
export function installManifest(written: string, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  copyFileSync(written, temporary);
  renameSync(temporary, file);
}

function fromStored(stored: StoredEntry, shared: readonly string[]): ManifestEntry {
  const [route, hash, size, wave, whole, number = -1, hashes = ""] = stored;
  const trace = whole === undefined ? undefined : { whole, names: shared[number] ?? "", hashes };
  return { route, hash, size, wave, trace };
}
