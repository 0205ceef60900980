import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** A site's files by path, as they were at one moment. */
export type Snapshot = ReadonlyMap<string, FileState>;

interface FileState {
  readonly bytes: number;
  readonly digest: string;
  /** Changes whenever the file is written, even with the same bytes. */
  readonly stamp: string;
}

/** What a build did to a site's files. */
export interface Outcome {
  /** Files that are new or were written again. */
  readonly written: number;
  /** Files that are new, gone or hold other bytes. */
  readonly changed: number;
}

/** How large the parts of a site are: what equal output can be judged by. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
  readonly articleFiles: number;
  readonly articleBytes: number;
  /** The other pages. */
  readonly listFiles: number;
  readonly listBytes: number;
}

/** Reads all files of a site; a site that is not there has none. */
export function readSite(site: string): Snapshot {
  if (!existsSync(site)) return new Map();
  const entries = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const { mtimeNs, ino, size } = statSync(file, { bigint: true });
      const digest = createHash("sha1").update(readFileSync(file)).digest("base64");
      return [relative(site, file), { bytes: Number(size), digest, stamp: `${mtimeNs} ${ino}` }];
    }),
  );
}

export function compareSites(before: Snapshot, after: Snapshot): Outcome {
  const paths = [...after.keys()];
  const gone = [...before.keys()].filter((path) => !after.has(path));
  const differing = (key: "stamp" | "digest") =>
    paths.filter((path) => before.get(path)?.[key] !== after.get(path)?.[key]).length;
  return { written: differing("stamp"), changed: differing("digest") + gone.length };
}

export function siteSize(site: Snapshot): SiteSize {
  const files = [...site].map(([path, { bytes }]) => ({ path, bytes }));
  const articles = files.filter(({ path }) => /^\d{4}\/\d{4}\/[^/]+\.html$/.test(path));
  const pages = files.filter(({ path }) => path.endsWith(".html"));
  const sum = (some: typeof files) => some.reduce((total, { bytes }) => total + bytes, 0);
  return {
    files: files.length,
    bytes: sum(files),
    articleFiles: articles.length,
    articleBytes: sum(articles),
    listFiles: pages.length - articles.length,
    listBytes: sum(pages) - sum(articles),
  };
}
