import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { composeForme, type Forme, type Order } from "../../src/press.ts";
import { runCli } from "./cli.ts";
import { NOW } from "./newsroom.ts";

/** The sample newsroom of this repository, as it was printed. */
export interface SampleSite {
  readonly forme: Forme;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file of the site by its route: `/index.html`. */
  readonly files: ReadonlyMap<string, Buffer>;
}

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, ".cache/test/sample");
/** A build waits half a minute for another; a first one on a slow machine takes longer. */
const PATIENCE = 20;
const EXIT_HELD = 3;

/** The sample newsroom at the moment that its articles are written for. */
export const SAMPLE_ORDER: Order = {
  root: ROOT,
  defaultTheme: join(ROOT, "templates"),
  now: Date.parse(NOW),
  show: {},
  threads: 1,
};

/**
 * The folder of the sample's site, to look at and not to change: built by the compiled command for the first test file that
 * asks, and found as it should be by the others.
 */
export function sampleFolder(): string {
  for (let tries = 1; ; tries++) {
    const { code, stderr } = runCli(["build", "--root", ROOT, "--out", FOLDER, "--now", NOW]);
    if (code === 0) return FOLDER;
    if (code !== EXIT_HELD || tries === PATIENCE) throw new Error(stderr);
  }
}

/** The sample newsroom as it is composed, and its site. Takes seconds: once for each test file. */
export async function printSample(): Promise<SampleSite> {
  const { value: forme, diagnostics } = await composeForme(SAMPLE_ORDER, () => {});
  if (forme === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return { forme, diagnostics, files: readSite(sampleFolder()) };
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
