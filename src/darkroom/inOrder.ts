/** Runs a job for each item, at most `atOnce` at a time; the results come back, and are told to `onResult`, in the order of the items. */
export async function inOrder<T, R>(
  items: readonly T[],
  atOnce: number,
  run: (item: T) => Promise<R>,
  onResult: (result: R, item: T) => void = () => {},
): Promise<R[]> {
  const results: R[] = [];
  const running: { readonly item: T; readonly result: Promise<R> }[] = [];
  const takeFirst = async () => {
    const first = running.shift();
    if (first === undefined) return;
    const result = await first.result;
    results.push(result);
    onResult(result, first.item);
  };
  for (const item of items) {
    if (running.length >= atOnce) await takeFirst();
    const result = run(item);
    // Told when its turn comes; until then a failure must not count as unheard.
    result.catch(() => {});
    running.push({ item, result });
  }
  while (running.length > 0) await takeFirst();
  return results;
}
