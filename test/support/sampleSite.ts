import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { publishStage } from "../../src/output/publish.ts";
import { composeForme, type Forme, type Order } from "../../src/press.ts";
import { printForme } from "../../src/printing.ts";

/** The sample newsroom of this repository, as it was printed. */
export interface SampleSite {
  readonly forme: Forme;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file of the site by its route: `/index.html`. */
  readonly files: ReadonlyMap<string, Buffer>;
}

const ROOT = join(import.meta.dirname, "../..");

/** The sample newsroom at the moment that its articles are written for. */
export const SAMPLE_ORDER: Order = {
  root: ROOT,
  defaultTheme: join(ROOT, "templates"),
  now: Date.parse("2026-03-31T12:00:00+08:00"),
  show: {},
  threads: 1,
};

/** Prints the sample newsroom into a temporary folder, reads it back, and leaves nothing behind. Takes seconds: once for each test file. */
export async function printSample(): Promise<SampleSite> {
  const composed = await composeForme(SAMPLE_ORDER, () => {});
  if (composed.value === undefined) throw new Error(JSON.stringify(composed.diagnostics, null, 2));
  const folder = mkdtempSync(join(tmpdir(), "jianbao-sample-"));
  try {
    const outDir = join(folder, "dist");
    // Pictures that were made once are named by all that they depend on, so that they may be shared.
    const plan = { outDir, manifestFile: join(folder, "manifest.json"), cacheDir: join(ROOT, ".cache/test") };
    const printed = await printForme(composed.value, plan, () => {});
    publishStage(printed.value);
    const diagnostics = [...composed.diagnostics, ...printed.diagnostics];
    return { forme: composed.value, diagnostics, files: readSite(outDir) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A text file of the site. */
export function textAt({ files }: Pick<SampleSite, "files">, route: string): string {
  const bytes = files.get(route);
  if (bytes === undefined) throw new Error(`the site has no ${route}`);
  return bytes.toString("utf8");
}

/** The routes that end in one of the endings, in code-unit order. */
export function routesEnding({ files }: Pick<SampleSite, "files">, ...endings: readonly string[]): string[] {
  return [...files.keys()].filter((route) => endings.some((ending) => route.endsWith(ending))).sort();
}

function readSite(outDir: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(outDir, { recursive: true, withFileTypes: true });
  const paths = entries.flatMap((entry) =>
    entry.isFile() && entry.name !== ".jianbao-files" ? [join(entry.parentPath, entry.name)] : [],
  );
  return new Map(
    paths.map((path) => [path.slice(outDir.length).split(sep).join("/"), readFileSync(path)] as const),
  );
}
