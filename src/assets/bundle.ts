import { createHash } from "node:crypto";
import { compareDiagnostics, compareText, type Diagnostic } from "../model/diagnostic.ts";
import { hrefOf, type Route, toRoute } from "../model/route.ts";
import type { AssetFiles } from "./assetFile.ts";
import { bundleStylesheet } from "./stylesheet.ts";

/** A theme's assets as they are published, under names that change with their bytes. */
export interface AssetBundle {
  /** What `{{asset "style.css"}}` prints. */
  readonly urls: ReadonlyMap<string, string>;
  readonly outputs: readonly { readonly route: Route; readonly bytes: Uint8Array }[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Bundles a theme's stylesheets and fingerprints every asset. A stylesheet in a folder of its own is a part of those that
 * import it and is not published; one with an error goes out as written, so that an error is told once.
 */
export async function bundleAssets(files: AssetFiles, basePath: string): Promise<AssetBundle> {
  const names = [...files.keys()].sort(compareText);
  const urls = new Map<string, string>();
  const outputs: { route: Route; bytes: Uint8Array }[] = [];
  const diagnostics: Diagnostic[] = [];
  const publish = (name: string, bytes: Uint8Array) => {
    const route = toRoute(`/assets/${fingerprinted(name, bytes)}`);
    urls.set(name, hrefOf(basePath, route));
    outputs.push({ route, bytes });
  };

  for (const name of names.filter((name) => !isStylesheet(name)))
    publish(name, files.get(name)?.bytes ?? new Uint8Array());
  // Stylesheets come last: their bytes hold the other assets' URLs.
  const assetUrls: ReadonlyMap<string, string> = new Map(urls);
  for (const name of names.filter((name) => isStylesheet(name) && !name.includes("/"))) {
    const { value, diagnostics: found } = await bundleStylesheet(name, files, assetUrls);
    publish(name, value);
    diagnostics.push(...found);
  }
  return { urls, outputs, diagnostics: diagnostics.sort(compareDiagnostics) };
}

function isStylesheet(name: string): boolean {
  return name.endsWith(".css");
}

/** `img/logo.png` → `img/logo.0a1b2c3d4e.png`: the first ten digits of the SHA-256 of the bytes. */
function fingerprinted(name: string, bytes: Uint8Array): string {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const dot = name.lastIndexOf(".");
  if (dot <= name.lastIndexOf("/")) return `${name}.${hash}`;
  return `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
}
