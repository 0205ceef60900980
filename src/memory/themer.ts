import { type AssetBundle, bundleAssets } from "../assets/bundle.ts";
import { hashTexts } from "../content/hashText.ts";
import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import { pageSchemas } from "../model/page.ts";
import type { Route } from "../model/route.ts";
import { auditTheme } from "../render/audit.ts";
import { articleLayouts } from "../render/layouts.ts";
import { findStrays } from "../render/strays.ts";
import { templateKeys } from "../render/templateKeys.ts";
import { compileTheme, loadTheme, overlayTheme, type Theme, type ThemeFiles } from "../render/theme.ts";
import { type KeeperPlace, openKeeper } from "./keeper.ts";

/** A theme that has been looked over. What is compiled renders only where no diagnostic is an error. */
export interface ReadyTheme {
  readonly files: ThemeFiles;
  readonly assets: Pick<AssetBundle, "urls" | "outputs">;
  /** The templates that an article may name. */
  readonly layouts: ReadonlySet<string>;
  readonly compiled: Theme;
  /** Tells whether a page's template has changed. */
  readonly templateKey: (template: string) => string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a theme stands. Folders are absolute. */
interface ThemePlace {
  readonly root: string;
  /** The theme that comes with Jianbao. */
  readonly defaultTheme: string;
  /** The newsroom's own, whose files take the place of the others. */
  readonly ownTheme: string;
  readonly basePath: string;
}

/** Makes the theme at a place ready. */
export type Themer = (place: ThemePlace) => Promise<ReadyTheme>;

/** Remembers the last theme, and gives it again while its files are the same: most saves change no template. */
export function openThemer(place?: KeeperPlace): Themer {
  const inspections = openKeeper<Inspection>(place);
  let last: { readonly key: string; readonly ready: ReadyTheme } | undefined;
  return async ({ root, defaultTheme, ownTheme, basePath }) => {
    const defaults = await loadTheme(defaultTheme, root);
    const files = overlayTheme(defaults, await loadTheme(ownTheme, root));
    const key = hashTexts([basePath], themeGround(files), themeGround(defaults));
    if (last?.key === key) return last.ready;
    const known = inspections.get(key);
    const inspection = known ?? (await inspect(files, defaults, basePath));
    if (known === undefined) inspections.set(key, inspection);
    last = { key, ready: makeReady(files, inspection) };
    return last.ready;
  };
}

/** What a theme's files were found to be, as a plain value. */
interface Inspection {
  readonly urls: readonly (readonly [asset: string, url: string])[];
  /** The assets as they are published, their bytes in base64. */
  readonly outputs: readonly { readonly route: Route; readonly base64: string }[];
  /** Of each page's template. */
  readonly keys: readonly (readonly [template: string, key: string])[];
  readonly diagnostics: readonly Diagnostic[];
}

async function inspect(files: ThemeFiles, defaults: ThemeFiles, basePath: string): Promise<Inspection> {
  const { urls, outputs, diagnostics: bundling } = await bundleAssets(files.assets, basePath);
  const audit = auditTheme(files, pageSchemas, [...urls.keys()], []);
  const diagnostics = [...bundling, ...audit, ...findStrays(files, defaults)];
  const keyOf = templateKeys(files, urls);
  const pages = [...files.templates.keys()].filter((name) => name.startsWith("pages/"));
  return {
    urls: [...urls],
    outputs: outputs.map(({ route, bytes }) => ({ route, base64: Buffer.from(bytes).toString("base64") })),
    keys: hasErrors(diagnostics) ? [] : pages.map((name) => [name, keyOf(name)]),
    diagnostics,
  };
}

function makeReady(files: ThemeFiles, { urls, outputs, keys, diagnostics }: Inspection): ReadyTheme {
  const assetUrls = new Map(urls);
  const keyOf = new Map(keys);
  return {
    files,
    assets: {
      urls: assetUrls,
      outputs: outputs.map(({ route, base64 }) => ({ route, bytes: Buffer.from(base64, "base64") })),
    },
    layouts: articleLayouts(files),
    compiled: compileTheme(files, assetUrls),
    templateKey: (template) => keyOf.get(template) ?? missing(template),
    diagnostics,
  };
}

function missing(template: string): never {
  throw new Error(`no template ${template}`);
}

/** All that a theme's files are, as texts in a fixed order. */
function* themeGround({ templates, assets }: ThemeFiles): Generator<string> {
  for (const [name, { source, file }] of templates) yield* [name, file, source];
  for (const [name, { bytes, file }] of assets) yield* [name, file, Buffer.from(bytes).toString("latin1")];
}
