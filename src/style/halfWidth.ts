import { halfWidthSign } from "./problems.ts";
import { EMPHASIS, HAN, type StyleRule, slipsOf } from "./rule.ts";

const WIDE: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "!": "！",
  "?": "？",
  ".": "。",
};
const CLOSING = "[”’》）」』】]";

// Behind a Han character or a closing sign; or, between Latin letters or digits and a Han character, directly before it
// (but for the “!” of a brand: Yahoo!中国). What may be a face is left alone: 好:)
const SIGN = new RegExp(
  `(?<=(?:${HAN}|${CLOSING})${EMPHASIS})[,;:!?](?!\\[|[,;:!?]|-?\\))|(?<=[\\p{L}\\p{N}%％℃°]${EMPHASIS})[,;:?](?=${EMPHASIS}(?:${HAN}|[“‘《（「『]))`,
  "gu",
);
// A full stop is one only where the sentence visibly ends: between Han characters it stands in a name (约翰.史密斯) or an
// address (云河.中国), behind the first character of a line in a number (一. 总则), before an initial in a name (乔治. W. 布什).
const STOP = new RegExp(
  `(?<=(?:${HAN}|${CLOSING})${EMPHASIS})(?<!^[\\s\\0]*${HAN}{1,2})\\.(?=${EMPHASIS}(?:\\s|$|[”’）]))(?<!\\.\\.)(?!\\.|\\s+[A-Z]\\.)`,
  "gu",
);

/** GB/T 15834: the signs of Chinese sentences are full-width. Numbers (1,000、9:30、3:2) keep theirs. */
export const halfWidth: StyleRule = {
  find: (line) => [SIGN, STOP].flatMap((pattern) => slipsOf(line, pattern, ([sign]) => WIDE[sign])),
  problem: halfWidthSign,
};
