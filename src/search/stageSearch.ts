import { hash } from "node:crypto";
import type { IndexFile } from "pagefind";
import { compareText } from "../model/diagnostic.ts";
import type { Html } from "../model/html.ts";
import { makeTrace } from "../model/trace.ts";
import { keepFile, type Stage, stageFile } from "../output/stage.ts";
import type { Edition } from "../pages/edition.ts";
import { ENGINE, searchRoute } from "../pages/routes.ts";
import { readIndex, writeIndex } from "./indexCache.ts";
import { indexRecords } from "./pagefind.ts";
import { ENGINE_RECORD, type SearchYear, searchLanguage, searchRecord, searchYears } from "./records.ts";

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

/** A folder of the site's search: a year's index, or the engine that searches them all. */
interface Part {
  readonly name: string;
  readonly key: string;
  /** Pagefind gives more than readers' browsers load. */
  readonly used: RegExp;
  readonly make: () => Promise<IndexFile[]>;
}

/**
 * Adds the search to a stage: the engine once, and an index for each year. A year whose articles did not change is kept as it
 * is published, else taken from the cache; Pagefind is started for the others alone. Throws where it fails.
 */
export async function stageSearch(stage: Stage, edition: Edition, plan: SearchPlan): Promise<void> {
  for (const part of partsOf(edition, plan)) {
    if (plan.keepFresh && keepPart(stage, part, plan)) continue;
    const known = plan.cacheDir === undefined ? undefined : readIndex(plan.cacheDir, part.name, part.key);
    for (const file of known ?? (await makePart(part, plan))) addFile(stage, part, file);
  }
}

function partsOf(edition: Edition, { toolId, bodyOf }: SearchPlan): Part[] {
  const years = searchYears(edition, toolId);
  if (years.length === 0) return [];
  const language = searchLanguage(edition);
  const engine: Part = {
    name: ENGINE,
    key: hash("sha256", `${toolId} ${language}`, "hex"),
    used: /^(?:pagefind\.js|wasm\.[a-z]+\.pagefind|pagefind-entry\.json|pagefind\.[^/]+\.pf_meta)$/,
    // Pagefind makes no index of nothing, and the years' indexes must be merged into one.
    make: () => indexRecords([ENGINE_RECORD], 1, language),
  };
  return [engine, ...years.map((year) => yearPart(year, edition, bodyOf))];
}

function yearPart(
  { year, key, language, articles }: SearchYear,
  edition: Edition,
  bodyOf: SearchPlan["bodyOf"],
): Part {
  function* records() {
    for (const article of articles) {
      const body = bodyOf(article.body.hash);
      if (body === undefined) throw new Error(`no body of ${article.path}`);
      yield searchRecord(article, body, edition);
    }
  }
  return {
    name: year,
    key,
    used: /^(?:pagefind-entry\.json|pagefind\.[^/]+\.pf_meta|(?:index|filter|fragment)\/[^/]+)$/,
    make: () => indexRecords(records(), articles.length, language),
  };
}

async function makePart({ name, key, used, make }: Part, { cacheDir }: SearchPlan): Promise<IndexFile[]> {
  const made = (await make()).filter(({ path }) => used.test(path));
  const files = made.sort((a, b) => compareText(a.path, b.path));
  if (cacheDir !== undefined) writeIndex(cacheDir, name, key, files);
  return files;
}

/** Keeps a part's published files; false where one of them is not as it was. */
function keepPart(stage: Stage, { name, key }: Part, { verify }: SearchPlan): boolean {
  const folder = searchRoute(name, "-").slice(0, -1);
  const known = [...stage.before.values()].filter(
    ({ route, trace }) => route.startsWith(folder) && trace?.whole === key,
  );
  return known.length > 0 && known.every((file) => keepFile(stage, file, key, { verify }));
}

/** The entry names the others, so it comes after them. */
function addFile(stage: Stage, { name, key }: Part, { path, content }: IndexFile): void {
  const route = searchRoute(name, path);
  if (stage.files.has(route)) return;
  const trace = makeTrace(key, [["search", key]]);
  stageFile(stage, { route, wave: path === "pagefind-entry.json" ? "list" : "asset", trace }, content);
}
