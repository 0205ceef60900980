import type { AssetFile } from "../assets/assetFile.ts";
import { type AssetBundle, bundleAssets } from "../assets/bundle.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { pageSchemas } from "../model/page.ts";
import { auditTheme } from "../render/audit.ts";
import { articleLayouts } from "../render/layouts.ts";
import { findStrays } from "../render/strays.ts";
import { templateKeys } from "../render/templateKeys.ts";
import { compileTheme, loadTheme, type Theme, type ThemeFiles } from "../render/theme.ts";

/** A theme that has been looked over. What is compiled renders only where no diagnostic is an error. */
export interface ReadyTheme {
  readonly files: ThemeFiles;
  readonly assets: AssetBundle;
  /** The templates that an article may name. */
  readonly layouts: ReadonlySet<string>;
  readonly compiled: Theme;
  /** Tells whether a page's template has changed. */
  readonly templateKey: (template: string) => string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a theme stands. Folders are absolute. */
export interface ThemePlace {
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
export function openThemer(): Themer {
  let last: { readonly basePath: string; readonly ready: ReadyTheme } | undefined;
  return async ({ root, defaultTheme, ownTheme, basePath }) => {
    const files = await loadTheme([defaultTheme, ownTheme], root);
    if (last === undefined || last.basePath !== basePath || !areEqual(last.ready.files, files)) {
      const ready = await makeReady(files, await loadTheme([defaultTheme], root), basePath);
      last = { basePath, ready };
    }
    return last.ready;
  };
}

async function makeReady(files: ThemeFiles, defaults: ThemeFiles, basePath: string): Promise<ReadyTheme> {
  const assets = await bundleAssets(files.assets, basePath);
  const audit = auditTheme(files, pageSchemas, [...assets.urls.keys()], []);
  return {
    files,
    assets,
    layouts: articleLayouts(files),
    compiled: compileTheme(files, assets.urls),
    templateKey: templateKeys(files, assets.urls),
    diagnostics: [...assets.diagnostics, ...audit, ...findStrays(files, defaults)],
  };
}

function areEqual(a: ThemeFiles, b: ThemeFiles): boolean {
  return (
    haveEqual(a.templates, b.templates, (x, y) => x.source === y.source && x.file === y.file) &&
    haveEqual(a.assets, b.assets, isSameAsset)
  );
}

function isSameAsset(a: AssetFile, b: AssetFile): boolean {
  return a.file === b.file && Buffer.compare(a.bytes, b.bytes) === 0;
}

function haveEqual<V>(
  a: ReadonlyMap<string, V>,
  b: ReadonlyMap<string, V>,
  isSame: (x: V, y: V) => boolean,
): boolean {
  return (
    a.size === b.size &&
    [...a].every(([name, x]) => {
      const y = b.get(name);
      return y !== undefined && isSame(x, y);
    })
  );
}
