import { wrongNameDot } from "./problems.ts";
import { HAN, type StyleRule, slipsOf } from "./rule.ts";

const DOT = new RegExp(`(?<=${HAN})[•・‧∙⋅](?=${HAN})`, "gu");

/** GB/T 15834 4.14: the dot within a name is 「·」, U+00B7. */
export const nameDot: StyleRule = {
  find: (line) => slipsOf(line, DOT, () => "·"),
  problem: wrongNameDot,
};
