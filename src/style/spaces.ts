import { spaceAtSign } from "./problems.ts";
import { HAN, type StyleRule, slipsOf } from "./rule.ts";

// Not behind ” or 》, nor before an opening sign: there a space parts the halves of a headline, or a dateline from the text.
const SPACES = new RegExp(
  `(?<=${HAN}) +(?=[，。、；：！？）》」』】”])|(?<=[，。、；：！？]) +(?=${HAN})|(?<=[，、；：]) +(?=[A-Za-z0-9])|(?<=[（《「『【“]) +(?=${HAN})`,
  "gu",
);

/** Full-width signs bring their own room. Spaces at a line's start and end mean something to Markdown and stay. */
export const spaces: StyleRule = {
  find: (line) => slipsOf(line, SPACES, () => ""),
  problem: spaceAtSign,
};
