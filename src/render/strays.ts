import type { Diagnostic } from "../model/diagnostic.ts";
import { nearestName } from "../model/suggest.ts";
import { strayFile } from "./problems.ts";
import type { ThemeFiles } from "./theme.ts";
import { reach, usesOf } from "./uses.ts";

/**
 * The files of a newsroom's own theme that have no effect: they override nothing in the default theme, and no page uses
 * them. Mostly a slip in a name, which would lose the designer's work without a word.
 */
export function findStrays(files: ThemeFiles, defaults: ThemeFiles): Diagnostic[] {
  return [
    ...strays(files.templates, defaults.templates, reachedTemplates(files), ".hbs"),
    ...strays(files.assets, defaults.assets, namedAssets(files), ""),
  ];
}

function strays(
  files: ReadonlyMap<string, { readonly file: string }>,
  defaults: ReadonlyMap<string, unknown>,
  used: (name: string) => boolean,
  ending: string,
): Diagnostic[] {
  return [...files].flatMap(([name, { file }]) => {
    if (defaults.has(name) || used(name)) return [];
    const nearest = nearestName(name, defaults.keys());
    return [strayFile({ file }, nearest === undefined ? undefined : nearest + ending)];
  });
}

/** A page is used by its kind or as an article's layout. */
function reachedTemplates({ templates }: ThemeFiles): (name: string) => boolean {
  const uses = new Map([...templates].map(([name, { source, file }]) => [name, usesOf(source, file)]));
  const pages = [...templates.keys()].filter((name) => name.startsWith("pages/"));
  const reached = new Set(pages.flatMap((page) => [...reach(page, uses)]));
  return (name) => reached.has(name);
}

/** An asset is used where a template names it, or where a stylesheet or script holds its file's name. */
function namedAssets({ templates, assets }: ThemeFiles): (name: string) => boolean {
  const named = new Set([...templates.values()].flatMap(({ source, file }) => usesOf(source, file).assets));
  const texts = [...assets].flatMap(([name, { bytes }]) =>
    /\.(?:css|js)$/.test(name) ? [new TextDecoder().decode(bytes)] : [],
  );
  return (name) => named.has(name) || texts.some((text) => text.includes(name.split("/").at(-1) ?? name));
}
