import { hash } from "node:crypto";
import type { IndexFile } from "pagefind";
import { compareText } from "../model/diagnostic.ts";
import type { Html } from "../model/html.ts";
import type { Edition } from "../pages/edition.ts";
import { ENGINE } from "../pages/routes.ts";
import { indexRecords } from "./pagefind.ts";
import { ENGINE_RECORD, type SearchYear, searchLanguage, searchRecord, searchYears } from "./records.ts";

/** A folder of the site's search: a year's index, or the engine that searches them all. */
export interface SearchPart {
  readonly name: string;
  /** Hash of all that its files are made of. */
  readonly key: string;
  /** Starts Pagefind; what comes are the files that readers' browsers load, in the order of their paths. Throws where it fails, or where `signal` stops it. */
  readonly make: (signal?: AbortSignal) => Promise<readonly IndexFile[]>;
}

type BodyOf = (hash: string) => Html | undefined;

/** The parts of an edition's search: the engine, then the years, newest first. None where there is no article, or site.yaml wants no search of its own. */
export function searchParts(edition: Edition, toolId: string, bodyOf: BodyOf): SearchPart[] {
  const years = edition.site.search.index ? searchYears(edition, toolId) : [];
  if (years.length === 0) return [];
  return [enginePart(edition, toolId), ...years.map((year) => yearPart(year, edition, bodyOf))];
}

function enginePart(edition: Edition, toolId: string): SearchPart {
  const language = searchLanguage(edition);
  const used = /^(?:pagefind\.js|wasm\.[a-z]+\.pagefind|pagefind-entry\.json|pagefind\.[^/]+\.pf_meta)$/;
  return {
    name: ENGINE,
    key: hash("sha256", `${toolId} ${language}`, "hex"),
    // Pagefind makes no index of nothing, and the years' indexes must be merged into one.
    make: async (signal) => usedFiles(await indexRecords([ENGINE_RECORD], 1, language, signal), used),
  };
}

function yearPart(
  { year, key, language, articles }: SearchYear,
  edition: Edition,
  bodyOf: BodyOf,
): SearchPart {
  const used = /^(?:pagefind-entry\.json|pagefind\.[^/]+\.pf_meta|(?:index|filter|fragment)\/[^/]+)$/;
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
    make: async (signal) => usedFiles(await indexRecords(records(), articles.length, language, signal), used),
  };
}

/** Pagefind gives more than readers' browsers load. */
function usedFiles(files: readonly IndexFile[], used: RegExp): readonly IndexFile[] {
  return files.filter(({ path }) => used.test(path)).sort((a, b) => compareText(a.path, b.path));
}
