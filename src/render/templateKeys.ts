import { createHash } from "node:crypto";
import { compareText } from "../model/diagnostic.ts";
import type { ThemeFiles } from "./theme.ts";
import { reach, usesOf } from "./uses.ts";

/**
 * Returns what tells whether a page's template has changed: a hash of its source, of the partials and layouts that it
 * reaches, and of the URLs of the assets that they name. The files have passed the audit, so every name is a literal one.
 */
export function templateKeys(
  { templates }: Pick<ThemeFiles, "templates">,
  assets: ReadonlyMap<string, string>,
): (template: string) => string {
  const uses = new Map([...templates].map(([name, { source, file }]) => [name, usesOf(source, file)]));
  const keys = new Map<string, string>();
  return (template) => {
    const known = keys.get(template);
    if (known !== undefined) return known;
    const reached = [...reach(template, uses)].sort(compareText);
    const named = [...new Set(reached.flatMap((name) => uses.get(name)?.assets ?? []))].sort(compareText);
    const parts = [
      ...reached.map((name) => templates.get(name)?.source ?? ""),
      ...named.map((name) => assets.get(name) ?? ""),
    ];
    const key = createHash("sha256")
      .update(JSON.stringify([reached, named, parts]))
      .digest("hex");
    keys.set(template, key);
    return key;
  };
}
