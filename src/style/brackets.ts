import { halfWidthBrackets } from "./problems.ts";
import { HAN, type StyleRule, slipsOf } from "./rule.ts";

// Of a pair inside another, the inner is mended first.
const PAIR = /(?<!\])\(((?:[^()（）\0]|（[^()（）\0]*）)*)\)/gu;
const HAS_HAN = new RegExp(HAN, "u");

/** GB/T 15834: round brackets around Chinese words are full-width. Those around Latin words and numbers are left alone. */
export const brackets: StyleRule = {
  find: (line) => slipsOf(line, PAIR, ([, inside = ""]) => (HAS_HAN.test(inside) ? `（${inside}）` : null)),
  problem: halfWidthBrackets,
};
