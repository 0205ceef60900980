import type { IndexFile } from "pagefind";
import type { Html } from "../model/html.ts";
import { makeTrace } from "../model/trace.ts";
import { keepFile, type Stage, stageFile } from "../output/stage.ts";
import type { Edition } from "../pages/edition.ts";
import { searchRoute } from "../pages/routes.ts";
import { dropOtherIndexes, readIndex, writeIndex } from "./indexCache.ts";
import { type SearchPart, searchParts } from "./parts.ts";

/** How an edition is indexed. */
export interface SearchPlan {
  readonly toolId: string;
  /** Where finished indexes are kept; absent: nowhere. */
  readonly cacheDir?: string;
  /** Whether indexes that were made of the same things stay as they are published. */
  readonly keepFresh: boolean;
  /** Whether the bytes of kept files are checked. */
  readonly verify: boolean;
  readonly bodyOf: (hash: string) => Html | undefined;
}

/**
 * Adds the search to a stage: the engine once, and an index for each year. A year whose articles did not change is kept as it
 * is published, else taken from the cache; Pagefind is started for the others alone. Throws where it fails.
 */
export async function stageSearch(stage: Stage, edition: Edition, plan: SearchPlan): Promise<void> {
  const parts = searchParts(edition, plan.toolId, plan.bodyOf);
  for (const part of parts) {
    if (plan.keepFresh && keepPart(stage, part, plan)) continue;
    const known = plan.cacheDir === undefined ? undefined : readIndex(plan.cacheDir, part.name, part.key);
    for (const file of known ?? (await makePart(part, plan))) addFile(stage, part, file);
  }
  if (plan.cacheDir !== undefined) dropOtherIndexes(plan.cacheDir, parts);
}

async function makePart(part: SearchPart, { cacheDir }: SearchPlan): Promise<readonly IndexFile[]> {
  const files = await part.make();
  if (cacheDir !== undefined) writeIndex(cacheDir, part.name, part.key, files);
  return files;
}

/** Keeps a part's published files; false where one of them is not as it was. */
function keepPart(stage: Stage, { name, key }: SearchPart, { verify }: SearchPlan): boolean {
  const folder = searchRoute(name, "-").slice(0, -1);
  const known = [...stage.before.values()].filter(
    ({ route, trace }) => route.startsWith(folder) && trace?.whole === key,
  );
  return known.length > 0 && known.every((file) => keepFile(stage, file, key, { verify }));
}

/** The entry names the others, so it comes after them. */
function addFile(stage: Stage, { name, key }: SearchPart, { path, content }: IndexFile): void {
  const route = searchRoute(name, path);
  if (stage.files.has(route)) return;
  const trace = makeTrace(key, [["search", key]]);
  stageFile(stage, { route, wave: path === "pagefind-entry.json" ? "list" : "asset", trace }, content);
}
