import { posix } from "node:path";
import type { Dependency, ImportDependency, Location, TransformResult, UrlDependency } from "lightningcss";
import type { Diagnostic, Parsed, Place } from "../model/diagnostic.ts";
import { percentDecoded } from "../model/path.ts";
import { nearestName } from "../model/suggest.ts";
import type { AssetFiles } from "./assetFile.ts";
import { missingAsset, missingImport, stylesheetError } from "./problems.ts";

/** Browsers of about 2019 and newer, the engines of older phones among them. */
const targets = {
  chrome: version(72),
  edge: version(79),
  firefox: version(65),
  ios_saf: version(12, 2),
  safari: version(12, 1),
  samsung: version(9, 2),
};

/** One stylesheet with its imports inlined, its `url()`s resolved to `assetUrls`, minified. With an error in it, the value is what was written. */
export async function bundleStylesheet(
  name: string,
  files: AssetFiles,
  assetUrls: ReadonlyMap<string, string>,
): Promise<Parsed<Uint8Array>> {
  const asWritten = files.get(name)?.bytes ?? new Uint8Array();
  try {
    const result = await transformStylesheet(name, files);
    const placed = placeUrls(result, files, assetUrls);
    const diagnostics = [
      ...result.warnings.map(({ message, loc }) =>
        stylesheetError(placeIn(files, loc.filename, loc), message),
      ),
      ...placed.diagnostics,
    ];
    return { value: diagnostics.length === 0 ? Buffer.from(placed.value) : asWritten, diagnostics };
  } catch (error) {
    if (!isBundleError(error)) throw error;
    return { value: asWritten, diagnostics: [bundleProblem(error, files)] };
  }
}

/** Imports are looked up among the theme's assets alone; those of other hosts stay as they are. */
async function transformStylesheet(name: string, files: AssetFiles): Promise<TransformResult> {
  const { bundleAsync } = await import("lightningcss");
  return bundleAsync({
    filename: name,
    minify: true,
    targets,
    // One run tells every mistake, not the first alone.
    errorRecovery: true,
    analyzeDependencies: { preserveImports: true },
    resolver: {
      resolve: (written, from) => (isElsewhere(written) ? { external: written } : besides(from, written)),
      read: (path) => {
        const file = files.get(path);
        if (file === undefined) throw new Error(path);
        return new TextDecoder().decode(file.bytes);
      },
    },
  });
}

/** Puts URLs in the places that the bundler left for them: those of assets by their fingerprints, others as written. */
function placeUrls(
  { code, dependencies }: TransformResult,
  files: AssetFiles,
  assetUrls: ReadonlyMap<string, string>,
): Parsed<string> {
  let css = new TextDecoder().decode(code);
  const diagnostics: Diagnostic[] = [];
  for (const dependency of (dependencies || []).filter(holdsPlace)) {
    const { url, placeholder, loc } = dependency;
    const found = isElsewhere(url) ? url : assetUrl(url, loc.filePath, assetUrls);
    if (found === undefined) {
      const near = nearestName(besides(loc.filePath, pathOf(url)), assetUrls.keys());
      diagnostics.push(missingAsset(placeIn(files, loc.filePath, loc.start), url, near));
    }
    css = css.replaceAll(`"${placeholder}"`, () => `"${(found ?? url).replace(/["\\]/g, "\\$&")}"`);
  }
  return { value: css, diagnostics };
}

function holdsPlace(dependency: Dependency): dependency is UrlDependency | ImportDependency {
  return dependency.type === "url" || dependency.type === "import";
}

/** An address that names no file of the theme: another host's, a path of the site, data, or a part of the page. */
function isElsewhere(url: string): boolean {
  return url === "" || /^([a-z][a-z0-9+.-]*:|[/#])/i.test(url);
}

/** The fingerprinted URL of what a stylesheet names; `sprite.svg#print` keeps its ending. */
function assetUrl(url: string, from: string, assetUrls: ReadonlyMap<string, string>): string | undefined {
  const target = assetUrls.get(besides(from, pathOf(url)));
  return target === undefined ? undefined : target + url.slice(url.search(/[?#]|$/));
}

function pathOf(url: string): string {
  return percentDecoded(url.replace(/[?#].*$/s, "")).normalize("NFC");
}

function besides(from: string, path: string): string {
  return posix.join(posix.dirname(from), path);
}

/** What the bundler throws where it cannot go on. */
interface BundleError extends Error {
  readonly fileName?: string;
  readonly loc?: Location;
  readonly data?: unknown;
}

function isBundleError(error: unknown): error is BundleError {
  return error instanceof Error && "data" in error;
}

function bundleProblem({ message, fileName = "", loc, data }: BundleError, files: AssetFiles): Diagnostic {
  const place = placeIn(files, fileName, loc);
  if (data !== "ResolverError") return stylesheetError(place, message);
  const stylesheets = [...files.keys()].filter((name) => name.endsWith(".css"));
  return missingImport(place, message, nearestName(message, stylesheets));
}

/** The bundler counts lines and columns from 1, whatever its types say. */
function placeIn(files: AssetFiles, name: string, loc?: Location): Place {
  const file = files.get(name)?.file ?? name;
  return loc === undefined ? { file } : { file, line: loc.line, column: loc.column };
}

/** A browser's version as the bundler counts it: one byte a part. */
function version(major: number, minor = 0): number {
  return (major << 16) | (minor << 8);
}
