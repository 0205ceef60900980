import { wrongDash } from "./problems.ts";
import { HAN, type StyleRule, slipsOf } from "./rule.ts";

const NEAR = `(?:${HAN}|[，。！？、；：“”‘’《》（）])`;
const DASHES = "(?:-{2,}|[－─━]{2,}|—{3,})";
const RUN = new RegExp(`(?<=${NEAR}[*_~]*)${DASHES}|${DASHES}(?=[*_~]*${NEAR})`, "gu");

/** GB/T 15834 4.10: a dash is 「——」. One alone (北京—上海) and a hyphen connect, and are left alone. */
export const dash: StyleRule = {
  find: (line) => slipsOf(line, RUN, () => "——"),
  problem: wrongDash,
};
