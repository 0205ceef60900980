import { lstat, readFile, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { decodeText } from "../content/decode.ts";
import { outsideLink } from "../content/problems.ts";
import type { Diagnostic, Parsed } from "../model/diagnostic.ts";
import type { Outlet, Site } from "../model/site.ts";
import { emptyTaxonomy, type Taxonomy } from "../model/taxonomy.ts";
import { missingSite } from "./problems.ts";
import { parseSite, siteAddress } from "./siteYaml.ts";
import { parseSources } from "./sourcesYaml.ts";
import { parseTags } from "./tagsYaml.ts";

/** What site.yaml, tags.yaml and sources.yaml say. */
export interface Config {
  readonly site: Site;
  readonly taxonomy: Taxonomy;
  readonly outlets: readonly Outlet[];
}

/**
 * Reads the three files of configuration; all their problems are told at once. `url` stands in for site.yaml's.
 * The value is undefined where one has an error.
 */
export async function readConfig(contentDir: string, url?: string): Promise<Parsed<Config | undefined>> {
  const site = await readYamlFile(contentDir, "site.yaml", parseSite);
  const tags = await readYamlFile(contentDir, "tags.yaml", parseTags);
  const sources = await readYamlFile(contentDir, "sources.yaml", parseSources);
  const missing: readonly Diagnostic[] =
    site === undefined ? [missingSite({ file: "content/site.yaml" })] : [];
  const diagnostics = [...missing, ...[site, tags, sources].flatMap((parsed) => parsed?.diagnostics ?? [])];
  const taxonomy = tags === undefined ? emptyTaxonomy : tags.value;
  const outlets = sources === undefined ? [] : sources.value;
  if (site?.value === undefined || taxonomy === undefined || outlets === undefined)
    return { value: undefined, diagnostics };
  const address = url === undefined ? {} : siteAddress(url);
  return { value: { site: { ...site.value, ...address }, taxonomy, outlets }, diagnostics };
}

/** Undefined where the file is not there. */
async function readYamlFile<T>(
  contentDir: string,
  name: string,
  parse: (source: string, file: string) => Parsed<T | undefined>,
): Promise<Parsed<T | undefined> | undefined> {
  const file = `content/${name}`;
  const bytes = await readOptional(contentDir, name);
  if (bytes === undefined) return undefined;
  if (bytes === "outside") return { value: undefined, diagnostics: [outsideLink({ file })] };
  if (bytes.every((byte) => byte <= 0x20)) return parse("", file);
  const text = decodeText(bytes, file);
  if (text.value === undefined) return { value: undefined, diagnostics: text.diagnostics };
  return parse(text.value, file);
}

/** A link is not followed out of content/: the report would show a line of what it leads to. */
async function readOptional(contentDir: string, name: string): Promise<Uint8Array | "outside" | undefined> {
  const path = join(contentDir, name);
  try {
    if ((await lstat(path)).isSymbolicLink()) {
      const target = await realpath(path).catch(() => undefined);
      if (target === undefined || !target.startsWith((await realpath(contentDir)) + sep)) return "outside";
    }
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
