import { wrongEllipsis } from "./problems.ts";
import { AFTER_CHINESE, BEFORE_CHINESE, type StyleRule, slipsOf } from "./rule.ts";

const DOTS = "(?:\\.{3,}|。{3,}|[·・•]{3,}|…+)";
// Dots that lead to a number are those of a table of contents.
const RUN = new RegExp(`(?:${AFTER_CHINESE}${DOTS}|${DOTS}${BEFORE_CHINESE})(?![.·・•]|\\s*\\d)`, "gu");

/** GB/T 15834 4.11: six dots, 「……」; twelve stand for whole paragraphs. */
export const ellipsis: StyleRule = {
  find: (line) => slipsOf(line, RUN, ([run]) => (/^(?:…{2}|…{4})$/.test(run) ? null : "……")),
  problem: wrongEllipsis,
};
