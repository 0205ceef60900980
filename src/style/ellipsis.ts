import { wrongEllipsis } from "./problems.ts";
import { HAN, type StyleRule, slipsOf } from "./rule.ts";

const NEAR = `(?:${HAN}|[，。！？、；：“”‘’《》（）])`;
const DOTS = "(?:\\.{3,}|。{3,}|[·・•]{3,}|…+)";
const RUN = new RegExp(`(?<=${NEAR}[*_~]*)${DOTS}|${DOTS}(?=[*_~]*${NEAR})`, "gu");

/** GB/T 15834 4.11: six dots, 「……」; twelve stand for whole paragraphs. */
export const ellipsis: StyleRule = {
  find: (line) => slipsOf(line, RUN, ([run]) => (/^(?:…{2}|…{4})$/.test(run) ? null : "……")),
  problem: wrongEllipsis,
};
