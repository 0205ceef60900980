/** The helpers that hold a block, as Handlebars defines them. */
const blockHelpers = ["each", "if", "unless", "with"] as const;
export type BlockHelper = (typeof blockHelpers)[number];

/** Whether a helper holds a block. */
export function isBlockHelper(name: string): name is BlockHelper {
  return (blockHelpers as readonly string[]).includes(name);
}

/** Handlebars' own helpers that no template may use: one reaches fields that no check can see, the other writes to the console. */
export const refusedHelpers: readonly string[] = ["lookup", "log"];

/** Every name that a template may call. There is no comparison on purpose: what a template asks, the page's value answers. */
export const helperNames: readonly string[] = [...blockHelpers, "asset", "qr"];

/** `{{asset "style.css"}}`: the published URL of a theme's asset. Throws on an unknown one, which the audit has refused before. */
export function assetHelper(urls: ReadonlyMap<string, string>): (name: string) => string {
  return (name) => {
    const url = urls.get(name);
    if (url === undefined) throw new Error(`no asset ${name}`);
    return url;
  };
}
