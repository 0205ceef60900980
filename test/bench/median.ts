/** The middle one of some values by `key`; of an even number, the lower of the two. Throws where there is none. */
export function medianBy<Value>(values: readonly Value[], key: (value: Value) => number): Value {
  const sorted = values.toSorted((one, other) => key(one) - key(other));
  const middle = sorted[(sorted.length - 1) >> 1];
  if (middle === undefined) throw new Error("no median of nothing");
  return middle;
}

/** The middle one of some numbers, as `medianBy` chooses it. */
export function median(numbers: readonly number[]): number {
  return medianBy(numbers, (number) => number);
}
