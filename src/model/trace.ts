/** All that a page was made from, hashed: equal traces mean equal bytes. */
export interface Trace {
  readonly whole: string;
  /** A short hash of each part, by which a changed page can say what changed. Not proof of equality. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Why a page is not what it was: it is new, parts of what it is made from changed, or its file is gone or was changed by another hand. */
export type Staleness =
  | { readonly kind: "new" }
  | { readonly kind: "changed"; readonly parts: readonly string[] }
  | { readonly kind: "lost" };

/** Compares what a page is made from with what it was made from. */
export function stalenessOf(before: Trace | undefined, now: Trace | undefined): Staleness {
  if (before === undefined || now === undefined) return { kind: "new" };
  if (before.whole === now.whole) return { kind: "lost" };
  const names = new Set([...Object.keys(before.parts), ...Object.keys(now.parts)]);
  return { kind: "changed", parts: [...names].filter((name) => before.parts[name] !== now.parts[name]) };
}
