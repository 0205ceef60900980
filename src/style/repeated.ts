import { repeatedSign } from "./problems.ts";
import { type StyleRule, slipsOf } from "./rule.ts";

const RUN = /[，、；：。！？]{2,}/gu;

/** GB/T 15834 4.2.3.3 and 4.3: only ！ and ？ are ever doubled, three at most, or both together. */
export const repeated: StyleRule = {
  find: (line) => slipsOf(line, RUN, ([run]) => mended(run)),
  problem: repeatedSign,
};

/** Null for what is right, or another rule's; undefined where one of several signs must be chosen. */
function mended(run: string): string | undefined | null {
  if (/^[！？]+$/.test(run)) return run.length <= 3 ? null : run.slice(0, new Set(run).size === 1 ? 3 : 2);
  if (/^。{3,}$/.test(run)) return null;
  const [sign = ""] = run;
  return [...run].every((other) => other === sign) ? sign : undefined;
}
