import { readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import Handlebars from "handlebars";
import { glob } from "tinyglobby";
import type { AssetFile } from "../assets/assetFile.ts";
import { compareText } from "../model/diagnostic.ts";
import { assetHelper, helperNames, refusedHelpers } from "./helpers.ts";
import { qrSvg } from "./qr.ts";

/** A theme as it stands on disk. `file` is where a problem in it is reported. */
export interface ThemeFiles {
  /** By their paths without `.hbs`: `layouts/base`, `pages/article`, `partials/card`. Line ends are LF. */
  readonly templates: ReadonlyMap<string, { readonly source: string; readonly file: string }>;
  /** By their paths below assets/. */
  readonly assets: ReadonlyMap<string, AssetFile>;
}

/** A theme that can render: each template as a function of one plain value. */
export interface Theme {
  readonly templates: ReadonlyMap<string, (value: object) => string>;
}

/**
 * Reads a theme from its folder; one that is not there is empty. Problems are reported by paths relative to `root`, the
 * newsroom. Symbolic links are not followed.
 */
export async function loadTheme(folder: string, root = "."): Promise<ThemeFiles> {
  const templates = new Map<string, { source: string; file: string }>();
  const assets = new Map<string, AssetFile>();
  const paths = await glob(["assets/**", "**/*.hbs"], { cwd: folder, followSymbolicLinks: false });
  const read = paths
    .sort(compareText)
    .map(async (path) => ({ path, bytes: await readFile(join(folder, path)) }));
  for (const { path, bytes } of await Promise.all(read)) {
    const file = relative(root, join(folder, path)).split(sep).join("/");
    const name = path.normalize("NFC");
    if (name.startsWith("assets/")) assets.set(name.slice("assets/".length), { bytes, file });
    else templates.set(name.slice(0, -".hbs".length), { source: decodeSource(bytes), file });
  }
  return { templates, assets };
}

/** A theme in which a file of `over` takes the place of the same file of `under`. */
export function overlayTheme(under: ThemeFiles, over: ThemeFiles): ThemeFiles {
  return {
    templates: new Map([...under.templates, ...over.templates]),
    assets: new Map([...under.assets, ...over.assets]),
  };
}

/** One form of line ends, so that a Windows checkout gives the same pages. */
function decodeSource(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
}

/**
 * Makes a theme's templates callable; `assets` are the URLs that `{{asset}}` prints. The files have passed `auditTheme`, which
 * is what lets missing fields be optional ones here. Text is escaped; that a URL is safe to follow is the promise of who
 * makes the page's value, since no escaping stops `javascript:`.
 */
export function compileTheme(
  files: Pick<ThemeFiles, "templates">,
  assets: ReadonlyMap<string, string>,
): Theme {
  const handlebars = Handlebars.create();
  for (const name of refusedHelpers) handlebars.unregisterHelper(name);
  handlebars.registerHelper("asset", assetHelper(assets));
  // A helper and no field of the value: it is drawn for the pages that are rendered, not for all that are planned.
  handlebars.registerHelper("qr", (text: unknown) => new Handlebars.SafeString(qrSvg(String(text ?? ""))));
  const known = Object.fromEntries([
    ...helperNames.map((name) => [name, true]),
    ...refusedHelpers.map((name) => [name, false]),
  ]);
  const templates = new Map<string, (value: object) => string>();
  for (const [name, { source }] of files.templates) {
    const template = handlebars.compile<object>(source, {
      knownHelpers: known,
      knownHelpersOnly: true,
      // An indented partial would shift the lines of a <pre> in it.
      preventIndent: true,
    });
    handlebars.registerPartial(name, template);
    templates.set(name, (value) => template(value, ownFieldsOnly));
  }
  return { templates };
}

const ownFieldsOnly = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/** What a template, such as `pages/article`, makes of its value. */
export function renderTemplate(theme: Theme, template: string, value: object): string {
  const render = theme.templates.get(template);
  if (render === undefined) throw new Error(`no template ${template}`);
  return render(value);
}
