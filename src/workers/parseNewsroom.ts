import { readFileSync, statSync } from "node:fs";
import { bodiesFile, bodyFinder } from "../cache/bodies.ts";
import { type ContentId, contentIdOf } from "../cache/contentId.ts";
import {
  type CachedParse,
  type CopyCache,
  findParse,
  keepParse,
  openCopyCache,
  saveCopyCache,
} from "../cache/copyCache.ts";
import { readGitIndex } from "../cache/gitIndex.ts";
import { shardOf } from "../cache/shard.ts";
import type { Newsroom } from "../content/discover.ts";
import { hashText } from "../content/hashText.ts";
import { sourceParser } from "../content/parseSource.ts";
import type { ParseConfig } from "../content/readSource.ts";
import type { Article, Body, PlainPage, Section } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Html } from "../model/html.ts";
import { type ParseBatch, type ParsedFile, type ParseFile, parseBatch } from "./parseBatch.ts";
import { parseInWorkers } from "./pool.ts";

/** Markups of bodies by their hashes. */
interface Bodies {
  readonly get: (hash: string) => Html | undefined;
}

/** All texts of a newsroom, parsed. A file with an error is in none of the lists; `failed` tells which articles those are. */
export interface Copy {
  readonly articles: readonly Article[];
  readonly sections: readonly Section[];
  readonly plainPages: readonly PlainPage[];
  readonly bodies: Bodies;
  readonly failed: readonly string[];
  /** How many files were parsed, and not taken from the cache. */
  readonly parsed: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** How a newsroom is parsed. Without a cache everything is, and the bodies are held in memory. */
export interface ParsePlan {
  readonly config: ParseConfig;
  readonly threads: number;
  readonly cache?: {
    readonly dir: string;
    readonly toolId: string;
    readonly contentDir: string;
    /** Whether what is parsed is kept for later. Only a build may: it alone holds the newsroom's lock. */
    readonly mayWrite: boolean;
  };
}

/** Parses every text, each on its own: one bad file keeps none of the others from being looked at. Files that the cache knows are not parsed, and in a clean checkout not even read. */
export async function parseNewsroom(newsroom: Newsroom, plan: ParsePlan): Promise<Copy> {
  const files = filesOf(newsroom);
  return plan.cache === undefined ? parseAll(files, plan) : parseChanged(files, plan, plan.cache);
}

function filesOf({ articles, sections, plainPages }: Newsroom): ParseFile[] {
  return [
    ...articles.map((file): ParseFile => ({ ...file, kind: "article" })),
    ...sections.map((file): ParseFile => ({ ...file, kind: "section" })),
    ...plainPages.map((file): ParseFile => ({ ...file, kind: "page" })),
  ];
}

async function parseAll(files: readonly ParseFile[], { config, threads }: ParsePlan): Promise<Copy> {
  const batches = chunk(files, BATCH).map((part): ParseBatch => ({ config, files: part }));
  const parsed = (await runBatches(batches, threads)).flat();
  const bodies = bodiesOf(parsed);
  return sortCopy(files, new Map(parsed.map((file) => [file.path, file])), bodies, parsed.length, []);
}

/** The bodies that came back with their files, rather than going to the cache. */
function bodiesOf(parsed: readonly ParsedFile[]): ReadonlyMap<string, Html> {
  return new Map(
    parsed.flatMap(({ body }) => (body === undefined ? [] : [[body.hash, body.markup] as const])),
  );
}

type CachePlan = NonNullable<ParsePlan["cache"]>;

async function parseChanged(
  files: readonly ParseFile[],
  plan: ParsePlan,
  { dir, toolId, contentDir, mayWrite }: CachePlan,
): Promise<Copy> {
  const key = hashText(JSON.stringify([toolId, plan.config]));
  const cache = openCopyCache(dir);
  const idOf = contentIds(contentDir);
  const results = new Map<string, CachedParse>();
  const missing: ParseFile[] = [];
  for (const file of files) {
    const found = findParse(cache, file.path, idOf(file.onDisk), key);
    if (found === undefined) missing.push(file);
    else results.set(file.path, found);
  }
  const batches = mayWrite
    ? batchByShard(missing, cache, plan.config, dir)
    : chunk(missing, BATCH).map((part): ParseBatch => ({ config: plan.config, files: part }));
  const parsedNow = (await runBatches(batches, plan.threads)).flat();
  for (const parsed of parsedNow) results.set(parsed.path, parsed);
  if (mayWrite) {
    // Where line ends are converted on checkout, git's name for a file is not that of its bytes.
    const known = readGitIndex(contentDir);
    const onDisk = new Map(missing.map((file) => [file.path, file.onDisk]));
    for (const { path, id, value, diagnostics } of parsedNow) {
      keepParse(cache, path, { id: known(onDisk.get(path) ?? "") ?? id, key, value, diagnostics });
    }
    saveCopyCache(cache, new Set(files.map(({ path }) => path)));
  }
  const fresh = bodiesOf(parsedNow);
  const cached = recoveringBodies(files, results, plan.config, dir);
  const bodies: Bodies = { get: (hash) => fresh.get(hash) ?? cached.get(hash) };
  return sortCopy(files, results, bodies, missing.length, cache.diagnostics);
}

/** What git's index knows is not read. */
function contentIds(contentDir: string): (onDisk: string) => ContentId {
  const known = readGitIndex(contentDir);
  return (onDisk) => known(onDisk) ?? contentIdOf(readFileSync(onDisk));
}

/** One batch for each shard that a missing file belongs to. */
function batchByShard(
  missing: readonly ParseFile[],
  cache: CopyCache,
  config: ParseConfig,
  dir: string,
): ParseBatch[] {
  const byShard = new Map<string, ParseFile[]>();
  for (const file of missing) {
    const shard = shardOf(file.path);
    byShard.set(shard, [...(byShard.get(shard) ?? []), file]);
  }
  return [...byShard].map(([shard, files]) => {
    const versions = Object.values(cache.shards.get(shard) ?? {}).flat();
    const keep = versions.flatMap(({ value }) => bodyOf(value)?.hash ?? []);
    return { config, files, bodies: { file: bodiesFile(dir, shard), keep } };
  });
}

const BATCH = 64;
const FEW_FILES = 16;
const FEW_BYTES = 64 * 1024;
// Outside a thread nothing ends a text that is parsed for ever, so only what is short is parsed there.
const LONGEST_ALONE = 16 * 1024;
// The sources themselves run in tests, where Node has no worker file to load.
const CAN_USE_WORKERS = import.meta.url.endsWith(".js");

/** A handful of small files is parsed sooner than a thread starts. */
async function runBatches(batches: readonly ParseBatch[], threads: number): Promise<ParsedFile[][]> {
  const files = batches.flatMap((batch) => batch.files);
  const isSmall = files.length <= FEW_FILES && areShort(files.map(({ onDisk }) => statSync(onDisk).size));
  if (isSmall || !CAN_USE_WORKERS) return batches.map((batch) => parseBatch(batch));
  return parseInWorkers(batches, threads);
}

function areShort(sizes: readonly number[]): boolean {
  return (
    sizes.every((size) => size <= LONGEST_ALONE) && sizes.reduce((sum, size) => sum + size, 0) <= FEW_BYTES
  );
}

/** Bodies from the cache; one that the cache has lost is parsed again. */
function recoveringBodies(
  files: readonly ParseFile[],
  results: ReadonlyMap<string, CachedParse>,
  config: ParseConfig,
  dir: string,
): Bodies {
  const owners = new Map(
    files.flatMap((file) => {
      const hash = bodyOf(results.get(file.path)?.value)?.hash;
      return hash === undefined ? [] : [[hash, file] as const];
    }),
  );
  const find = bodyFinder(dir, (hash) => {
    const owner = owners.get(hash);
    return owner === undefined ? undefined : shardOf(owner.path);
  });
  return {
    get: (hash) => {
      const owner = owners.get(hash);
      if (owner === undefined) return undefined;
      return (
        find(hash) ??
        sourceParser(config)({ path: owner.path, bytes: readFileSync(owner.onDisk) }, owner.kind).value
          ?.markup
      );
    },
  };
}

function sortCopy(
  files: readonly ParseFile[],
  results: ReadonlyMap<string, CachedParse>,
  bodies: Bodies,
  parsed: number,
  found: readonly Diagnostic[],
): Copy {
  const ofKind = <T>(kind: ParseFile["kind"]) =>
    files.flatMap((file) => {
      const value = file.kind === kind ? results.get(file.path)?.value : undefined;
      return value === undefined ? [] : [value as T];
    });
  return {
    articles: ofKind<Article>("article"),
    sections: ofKind<Section>("section"),
    plainPages: ofKind<PlainPage>("page"),
    bodies,
    failed: files.flatMap(({ path, kind }) =>
      kind === "article" && results.get(path)?.value === undefined ? [path] : [],
    ),
    parsed,
    diagnostics: [...found, ...files.flatMap(({ path }) => results.get(path)?.diagnostics ?? [])],
  };
}

function bodyOf(value: unknown): Body | undefined {
  return (value as { readonly body?: Body } | undefined)?.body;
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
    items.slice(n * size, (n + 1) * size),
  );
}
