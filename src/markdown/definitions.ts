import type { Definition } from "mdast";
import { type Context, placeOf } from "./context.ts";
import { definitionAddress, repeatedDefinition, unusedDefinition } from "./problems.ts";

/** Tells of the lines that were read as the address of a link and so show nowhere: nothing refers to them, an earlier one has their name, or they hold words. */
export function reportDefinitions(
  definitions: readonly Definition[],
  called: ReadonlySet<string>,
  context: Context,
): void {
  const first = new Map<string, Definition>();
  for (const definition of definitions) {
    const { identifier, url, title } = definition;
    const label = definition.label ?? identifier;
    const place = placeOf(context, definition);
    const before = first.get(identifier);
    if (before === undefined) first.set(identifier, definition);
    if (!called.has(identifier)) {
      if (!isComment(definition)) context.diagnostics.push(unusedDefinition(place, label, isAddress(url)));
    } else if (before === undefined) {
      if (!isAddress(url)) context.diagnostics.push(definitionAddress(place, label, url));
    } else if (before.url !== url || before.title !== title) {
      context.diagnostics.push(repeatedDefinition(place, label, placeOf(context, before).line ?? 0));
    }
  }
}

/** `[//]: # (words)` is how people who know Markdown hide a remark. */
function isComment({ url }: Definition): boolean {
  return url === "" || url === "#";
}

/** False for what is plainly a word. */
function isAddress(url: string): boolean {
  return /[/.#?:@\\]/.test(url) || !/\p{Script=Han}/u.test(url);
}
