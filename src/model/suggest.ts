import { compareText } from "./diagnostic.ts";

/** The known name nearest to what was written, the first of equals; undefined where none is near enough to be meant, see `nearestNames`. */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  return nearestNames(written, known)[0];
}

/** The known names that are as near to what was written as any, and near enough to be meant: at most a third of its letters wrong, swaps counted once. */
export function nearestNames(written: string, known: Iterable<string>): readonly string[] {
  const limit = Math.max(1, Math.floor(written.length / 3));
  let best: string[] = [];
  let bestDistance = limit;
  for (const name of known) {
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    if (distance < bestDistance) best = [];
    if (distance <= bestDistance) best.push(name);
    bestDistance = Math.min(distance, bestDistance);
  }
  return best;
}

/** So many names are all compared with what was written; of more, this many on either side of it. */
const FEW = 64;
const NEIGHBOURS = 8;

/**
 * Returns a finder of the nearest of many names, as `nearestName` is. A slip leaves what stands before it or what stands behind it
 * whole, so the right name is a neighbour in alphabetical order, read forwards or backwards: comparing with every one would take
 * minutes on a large archive. The names are gone through at the first question.
 */
export function nameFinder(names: Iterable<string>): (written: string) => string | undefined {
  let orders: readonly Order[] | undefined;
  const sort = () => {
    const known = [...names];
    return [sortedBy(known, lower), sortedBy(known, (name) => reversed(lower(name)))];
  };
  return (written) => {
    orders ??= sort();
    return nearestName(
      written,
      orders.flatMap((order) => neighbours(order, written)),
    );
  };
}

/** Names with what they are sorted by. */
interface Order {
  readonly keyOf: (name: string) => string;
  readonly keys: readonly string[];
  readonly names: readonly string[];
}

function sortedBy(names: readonly string[], keyOf: (name: string) => string): Order {
  const sorted = names.map((name) => ({ name, key: keyOf(name) })).sort((a, b) => compareText(a.key, b.key));
  return { keyOf, keys: sorted.map(({ key }) => key), names: sorted.map(({ name }) => name) };
}

function neighbours({ keyOf, keys, names }: Order, written: string): readonly string[] {
  if (names.length <= FEW) return names;
  const key = keyOf(written);
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return names.slice(Math.max(0, low - NEIGHBOURS), low + NEIGHBOURS);
}

function lower(text: string): string {
  return text.toLowerCase();
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}

/** Damerau–Levenshtein distance, optimal string alignment: insertions, deletions, replacements and swaps of neighbours each cost 1. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let cost = Math.min(replaced, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? a.length;
}
