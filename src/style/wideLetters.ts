import { wideLetters as problem } from "./problems.ts";
import { type StyleRule, slipsOf } from "./rule.ts";

const RUN = /[０-９Ａ-Ｚａ-ｚ％][０-９Ａ-Ｚａ-ｚ％．]*(?<!．)/gu;

/** GB/T 15835: Arabic numerals, and with them Latin letters, are half-width. */
export const wideLetters: StyleRule = {
  find: (line) => slipsOf(line, RUN, ([run]) => run.normalize("NFKC")),
  problem,
};
