import { parseTemplate } from "./parse.ts";

/** What a template names: partials and layouts, and assets. */
export interface Uses {
  readonly partials: readonly string[];
  readonly assets: readonly string[];
}

/** What was read, by the template's text: several stages of a build ask, and so does the next build of a preview. */
const known = new Map<string, Uses>();

/** Reads what a template names. A template that cannot be read names nothing. */
export function usesOf(source: string, file: string): Uses {
  const found = known.get(source) ?? readUses(source, file);
  known.set(source, found);
  return found;
}

function readUses(source: string, file: string): Uses {
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

/** A template with all that it names, directly or through others. */
export function reach(template: string, uses: ReadonlyMap<string, Uses>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [template];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name) || !uses.has(name)) continue;
    reached.add(name);
    waiting.push(...(uses.get(name)?.partials ?? []));
  }
  return reached;
}
