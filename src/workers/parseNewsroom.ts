import { statSync } from "node:fs";
import { bodiesFile, bodyFinder } from "../cache/bodies.ts";
import type { ContentIds } from "../cache/contentIds.ts";
import {
  type CachedParse,
  type CopyCache,
  filesByShard,
  findParse,
  goodVersions,
  keepParse,
  saveCopyCache,
} from "../cache/copyCache.ts";
import { withoutLines } from "../cache/places.ts";
import { shardOf } from "../cache/shard.ts";
import type { Newsroom } from "../content/discover.ts";
import type { ParseConfig } from "../content/readSource.ts";
import type { Article, Body, PlainPage, Section } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { textDigest } from "../model/digest.ts";
import type { Html } from "../model/html.ts";
import type { BodyStore } from "./bodyStore.ts";
import { CAN_USE_WORKERS } from "./canUseWorkers.ts";
import { type ParseBatch, type ParsedFile, type ParseFile, parseBatch } from "./parseBatch.ts";
import { type PassedOver, passOver } from "./passOver.ts";
import { parseInWorkers } from "./pool.ts";

/** All texts of a newsroom, parsed. A file with an error is in none of the lists; `failed` tells which articles those are. */
export interface Copy {
  readonly articles: readonly Article[];
  readonly sections: readonly Section[];
  readonly plainPages: readonly PlainPage[];
  readonly bodies: BodyStore;
  readonly failed: readonly string[];
  readonly passedOver: PassedOver;
  /** How many files were parsed, and not taken from the cache. */
  readonly parsed: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** How a newsroom is parsed. Without a cache everything is, and the bodies are held in memory. */
export interface ParsePlan {
  readonly config: ParseConfig;
  readonly threads: number;
  /** Whether a file with errors is as it last was without, or is left out, and its errors are warnings. */
  readonly skipBroken?: boolean;
  readonly cache?: {
    readonly copies: CopyCache;
    readonly contentIds: ContentIds;
    /** Whether what is parsed is kept for later. Only a build may: it alone holds the newsroom's lock. */
    readonly mayWrite: boolean;
  };
}

/** Parses every text, each on its own: one bad file keeps none of the others from being looked at. Files that the cache knows are not parsed, and in a clean checkout not even read. */
export async function parseNewsroom(newsroom: Newsroom, plan: ParsePlan): Promise<Copy> {
  const files = textFiles(newsroom);
  return plan.cache === undefined ? parseAll(files, plan) : parseChanged(files, plan, plan.cache);
}

/** Every file of a newsroom that holds a text. */
export function textFiles({ articles, sections, plainPages }: Newsroom): ParseFile[] {
  return [
    ...articles.map((file): ParseFile => ({ ...file, kind: "article" })),
    ...sections.map((file): ParseFile => ({ ...file, kind: "section" })),
    ...plainPages.map((file): ParseFile => ({ ...file, kind: "page" })),
  ];
}

async function parseAll(files: readonly ParseFile[], plan: ParsePlan): Promise<Copy> {
  const { config, threads } = plan;
  const batches = chunk(files, BATCH).map((part): ParseBatch => ({ config, files: part }));
  const parsed = (await runBatches(batches, threads)).flat();
  const usable = usableResults(files, new Map(parsed.map((file) => [file.path, file])), plan);
  const bodies = { config, held: bodiesOf(parsed), owners: ownersOf(files, usable.results) };
  return sortCopy(files, usable, bodies, parsed.length, []);
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
  { copies: cache, contentIds, mayWrite }: CachePlan,
): Promise<Copy> {
  const key = textDigest(JSON.stringify(plan.config));
  const { dir } = cache;
  const results = new Map<string, CachedParse>();
  const missing: ParseFile[] = [];
  for (const file of files) {
    const found = findParse(cache, file.path, contentIds.of(file.onDisk), key);
    if (found === undefined) missing.push(file);
    else {
      results.set(file.path, found);
      if (mayWrite) keepParse(cache, file.path, found);
    }
  }
  const batches = mayWrite
    ? batchByShard(missing, cache, plan.config, dir)
    : chunk(missing, BATCH).map((part): ParseBatch => ({ config: plan.config, files: part }));
  const parsedNow = (await runBatches(batches, plan.threads)).flat();
  for (const parsed of parsedNow) results.set(parsed.path, parsed);
  if (mayWrite) {
    const onDisk = new Map(missing.map((file) => [file.path, file.onDisk]));
    for (const { path, id, value, diagnostics } of parsedNow) {
      if (id === undefined) continue;
      keepParse(cache, path, { id: contentIds.inGit(onDisk.get(path) ?? "") ?? id, key, value, diagnostics });
    }
    saveCopyCache(cache, new Set(files.map(({ path }) => path)));
  }
  const usable = usableResults(files, results, plan, lastGoodFinder(cache, key, dir));
  const bodies: BodyStore = {
    config: plan.config,
    cacheDir: dir,
    held: bodiesOf(parsedNow),
    owners: ownersOf(files, usable.results),
  };
  return sortCopy(files, usable, bodies, missing.length, cache.diagnostics);
}

interface Usable {
  readonly results: ReadonlyMap<string, CachedParse>;
  readonly passedOver: PassedOver;
}

function usableResults(
  files: readonly ParseFile[],
  results: ReadonlyMap<string, CachedParse>,
  { skipBroken = false }: ParsePlan,
  lastGood: (path: string) => unknown = () => undefined,
): Usable {
  return skipBroken
    ? passOver(files, results, lastGood)
    : { results, passedOver: { asBefore: [], leftOut: [] } };
}

/** Finds what a file last was without errors. One whose body the cache has lost is none: it cannot be made again. */
function lastGoodFinder(cache: CopyCache, key: string, dir: string): (path: string) => unknown {
  const findBody = bodyFinder(dir);
  return (path) => {
    const found = goodVersions(cache, path, key).find(({ value }) => {
      const hash = bodyOf(value)?.hash;
      return hash === undefined || findBody(hash, shardOf(path)) !== undefined;
    });
    return found === undefined ? undefined : withoutLines(found.value, `content/${path}`);
  };
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
  const known = filesByShard(cache, new Set(byShard.keys()));
  return [...byShard].map(([shard, files]) => {
    const versions = (known.get(shard) ?? []).flatMap(([, own]) => own);
    const keep = versions.flatMap(({ value }) => bodyOf(value)?.hash ?? []);
    return { config, files, bodies: { file: bodiesFile(dir, shard), keep } };
  });
}

const BATCH = 64;
const FEW_FILES = 128;
const FEW_BYTES = 512 * 1024;
// Outside a thread nothing ends a text that is parsed for ever, so only what is short is parsed there.
const LONGEST_ALONE = 16 * 1024;

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

/** The text of which each body was made. */
function ownersOf(
  files: readonly ParseFile[],
  results: ReadonlyMap<string, CachedParse>,
): ReadonlyMap<string, ParseFile> {
  return new Map(
    files.flatMap((file) => {
      const hash = bodyOf(results.get(file.path)?.value)?.hash;
      return hash === undefined ? [] : [[hash, file] as const];
    }),
  );
}

function sortCopy(
  files: readonly ParseFile[],
  { results, passedOver }: Usable,
  bodies: BodyStore,
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
    passedOver,
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
