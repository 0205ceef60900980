import { wideLetters as problem } from "./problems.ts";
import { NOT_PROSE } from "./prose.ts";
import { type StyleRule, slipsOf } from "./rule.ts";

const RUN = /[０-９Ａ-Ｚａ-ｚ％][０-９Ａ-Ｚａ-ｚ％．]*(?<!．)/gu;

/** GB/T 15835: Arabic numerals, and with them Latin letters, are half-width. */
export const wideLetters: StyleRule = {
  find: (line) =>
    slipsOf(line, RUN, ({ 0: run, index }) => (isFree(line, index, run) ? run.normalize("NFKC") : null)),
  problem,
};

/** Not beside an address or code, of which half-width letters would become a part. */
function isFree(line: string, at: number, run: string): boolean {
  return line.charAt(at - 1) !== NOT_PROSE && line.charAt(at + run.length) !== NOT_PROSE;
}
