/** Whether the long forms were asked for, by `npm run test:long`. */
export const isLong =
  (import.meta as unknown as { readonly env: { readonly MODE: string } }).env.MODE === "long";

/** Where chance starts from. Another may be given as SEED; whoever fails says which it was. */
export const SEED = Number(process.env.SEED ?? 20260331);

/** All of some things in the long form; else a few of them, chosen by the seed. */
export function some<T>(things: readonly T[], few: number, seed = SEED): readonly T[] {
  if (isLong || things.length <= few) return things;
  const next = dice(seed);
  const chosen = new Set<number>();
  while (chosen.size < few) chosen.add(next(things.length));
  return things.filter((_, at) => chosen.has(at));
}

/** All of some things in the long form; else a few of them, one of each equal stretch, chosen by the seed. */
export function spread<T>(things: readonly T[], few: number, seed = SEED): readonly T[] {
  if (isLong || things.length <= few) return things;
  const next = dice(seed);
  return Array.from({ length: few }, (_, part) => {
    const [from, to] = [part, part + 1].map((edge) => Math.floor((edge * things.length) / few));
    return things.slice(from, to);
  }).flatMap((stretch) => stretch[next(stretch.length)] ?? []);
}

/** Throws dice with so many sides: 0 to sides − 1. The same seed, the same throws (mulberry32). */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}
