/**
 * How much a difference of whole days leaves of a score: 1 at 0 days, halved every `halfLife` days, never below `floor`.
 * Straight lines between the halvings, so that only + − × ÷ are used and every machine agrees to the last bit.
 */
export function nearness(days: number, halfLife: number, floor: number): number {
  const elapsed = days / halfLife;
  const halvings = Math.floor(elapsed);
  const rest = elapsed - halvings;
  return floor + ((1 - floor) * (1 - rest / 2)) / powerOfTwo(halvings);
}

/** `nearness` for 0 to `longest` days. */
export function nearnessTable(longest: number, halfLife: number, floor: number): Float64Array {
  return Float64Array.from({ length: longest + 1 }, (_, days) => nearness(days, halfLife, floor));
}

function powerOfTwo(exponent: number): number {
  let power = 1;
  // 2^1024 is infinite already.
  for (let step = 0; step < exponent && step < 1024; step++) power *= 2;
  return power;
}
