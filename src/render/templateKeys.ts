import { createHash } from "node:crypto";
import { compareText } from "../model/diagnostic.ts";
import { parseTemplate } from "./parse.ts";
import type { ThemeFiles } from "./theme.ts";

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

interface Uses {
  readonly partials: readonly string[];
  readonly assets: readonly string[];
}

function usesOf(source: string, file: string): Uses {
  const partials: string[] = [];
  const assets: string[] = [];
  visit(parseTemplate(source, file).value, (node) => {
    const { type, name, path, params } = node as LooseNode;
    if ((type === "PartialStatement" || type === "PartialBlockStatement") && name?.original !== undefined)
      partials.push(name.original);
    const [asset] = path?.original === "asset" ? (params ?? []) : [];
    if (typeof asset?.value === "string") assets.push(asset.value);
  });
  return { partials, assets };
}

/** The fields of any node that matter here. */
interface LooseNode {
  readonly type?: string;
  readonly name?: { readonly original?: string };
  readonly path?: { readonly original?: string };
  readonly params?: readonly { readonly value?: unknown }[];
}

function visit(node: unknown, onNode: (node: object) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) onNode(node);
  for (const child of Object.values(node)) visit(child, onNode);
}

function reach(template: string, uses: ReadonlyMap<string, Uses>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [template];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name) || !uses.has(name)) continue;
    reached.add(name);
    waiting.push(...(uses.get(name)?.partials ?? []));
  }
  return reached;
}
