/** A pure function that makes each value once, so that those who share a key share the object. */
export function remember<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}

/** `remember` for the indices of a list of `count`: an array finds them several times sooner than a map. */
export function rememberEach<V>(count: number, make: (index: number) => V): (index: number) => V {
  const known = new Array<V | undefined>(count);
  return (index) => {
    const before = known[index];
    if (before !== undefined) return before;
    const value = make(index);
    if (index >= 0 && index < count) known[index] = value;
    return value;
  };
}
