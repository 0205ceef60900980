import type { CachedParse } from "../cache/copyCache.ts";
import type { ParseFile } from "./parseBatch.ts";
import { asBefore, leftOut } from "./problems.ts";

/** Files with errors that do not stop the press, by their paths below content/. */
export interface PassedOver {
  /** Those that stand as they last were without errors. */
  readonly asBefore: readonly string[];
  readonly leftOut: readonly string[];
}

/**
 * Makes what parsing gave fit for the press: a file with errors is as `lastGood` has it, or has no value. Its errors are
 * warnings then, after one that says what became of it.
 */
export function passOver(
  files: readonly ParseFile[],
  results: ReadonlyMap<string, CachedParse>,
  lastGood: (path: string) => unknown,
): { readonly results: ReadonlyMap<string, CachedParse>; readonly passedOver: PassedOver } {
  const broken = files.filter(({ path }) => results.get(path)?.value === undefined);
  const replaced = broken.map(({ path }): readonly [string, CachedParse] => {
    const value = lastGood(path);
    const place = { file: `content/${path}` };
    const found = results.get(path)?.diagnostics ?? [];
    const warnings = found.map((diagnostic) => ({ ...diagnostic, severity: "warning" as const }));
    return [
      path,
      { value, diagnostics: [value === undefined ? leftOut(place) : asBefore(place), ...warnings] },
    ];
  });
  const having = (isGood: boolean) =>
    replaced.flatMap(([path, { value }]) => ((value !== undefined) === isGood ? [path] : []));
  return {
    results: new Map([...results, ...replaced]),
    passedOver: { asBefore: having(true), leftOut: having(false) },
  };
}
