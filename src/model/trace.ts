import { remember } from "./remember.ts";

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

/** Makes a trace of parts that are given as texts. */
export function makeTrace(whole: string, parts: readonly (readonly [name: string, text: string])[]): Trace {
  return {
    whole,
    names: shared(parts.map(([name]) => name).join()),
    hashes: parts.map(([, text]) => shortHash(text)).join(""),
  };
}

/** One string for all pages of a kind: a large site's traces are all in memory. */
const shared = remember((names: string) => names);

/** FNV-1a: quicker here than a call into a library, and no more than a hint. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 16)) & 0xffff).toString(16).padStart(SHORT, "0");
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
