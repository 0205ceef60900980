import type { Reference } from "../model/article.ts";
import { type Context, type Positioned, placeOf } from "./context.ts";

/** Notes something that only the whole site can resolve; returns the number of its slot. */
export function addReference(
  kind: Reference["kind"],
  target: string,
  node: Positioned,
  context: Context,
): string {
  context.references.push({ kind, target, place: placeOf(context, node) });
  return String(context.references.length - 1);
}
