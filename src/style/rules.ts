import { brackets } from "./brackets.ts";
import { dash } from "./dash.ts";
import { ellipsis } from "./ellipsis.ts";
import { halfWidth } from "./halfWidth.ts";
import { nameDot } from "./nameDot.ts";
import { quotes } from "./quotes.ts";
import { repeated } from "./repeated.ts";
import type { StyleRule } from "./rule.ts";
import { spaces } from "./spaces.ts";
import { wideLetters } from "./wideLetters.ts";

/** The house style for Chinese text, by the codes of its problems. 的、地、得 and everything else that takes a reader is left to editors. */
export const STYLE_RULES: ReadonlyMap<string, StyleRule> = new Map([
  ["style/half-width", halfWidth],
  ["style/brackets", brackets],
  ["style/repeated", repeated],
  ["style/ellipsis", ellipsis],
  ["style/dash", dash],
  ["style/spaces", spaces],
  ["style/quotes", quotes],
  ["style/wide-letters", wideLetters],
  ["style/name-dot", nameDot],
]);
