import { wrongDash } from "./problems.ts";
import { AFTER_CHINESE, BEFORE_CHINESE, type StyleRule, slipsOf } from "./rule.ts";

// Longer runs draw a line, and hyphens before a small letter are an option of a program.
const DASHES = "(?:(?<!-)-{2,4}(?![-a-z])|(?<![－─━])[－─━]{2,4}(?![－─━])|(?<!—)—{3,4}(?!—))";
const RUN = new RegExp(`${AFTER_CHINESE}${DASHES}|${DASHES}${BEFORE_CHINESE}`, "gu");

/** GB/T 15834 4.10: a dash is 「——」. One alone (北京—上海) and a hyphen connect, and are left alone. */
export const dash: StyleRule = {
  find: (line) => slipsOf(line, RUN, () => "——"),
  problem: wrongDash,
};
