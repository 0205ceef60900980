/** All that a page was made from, hashed: equal traces mean equal bytes. */
export interface Trace {
  readonly whole: string;
  /** The names of its parts, and a short hash of each: by them a changed page can say what changed. Not proof of equality. */
  readonly names: string;
  readonly hashes: string;
}

/** Why a page is not what it was: it is new, parts of what it is made from changed, or its file is gone or was changed by another hand. */
export type Staleness =
  | { readonly kind: "new" }
  | { readonly kind: "changed"; readonly parts: readonly string[] }
  | { readonly kind: "lost" };

/** How long a part's hash is. */
const SHORT = 4;

/** Makes a trace; each part comes with its 32-bit hash. */
export function makeTrace(whole: string, parts: readonly (readonly [name: string, hash: number])[]): Trace {
  return {
    whole,
    names: parts.map(([name]) => name).join(),
    hashes: parts.map(([, hash]) => (hash & 0xffff).toString(16).padStart(SHORT, "0")).join(""),
  };
}

/** Compares what a page is made from with what it was made from. */
export function stalenessOf(before: Trace | undefined, now: Trace | undefined): Staleness {
  if (before === undefined || now === undefined) return { kind: "new" };
  if (before.whole === now.whole) return { kind: "lost" };
  const [old, present] = [hashesOf(before), hashesOf(now)];
  const names = new Set([...old.keys(), ...present.keys()]);
  return { kind: "changed", parts: [...names].filter((name) => old.get(name) !== present.get(name)) };
}

function hashesOf({ names, hashes }: Trace): ReadonlyMap<string, string> {
  return new Map(
    names.split(",").map((name, at) => [name, hashes.slice(at * SHORT, (at + 1) * SHORT)] as const),
  );
}
