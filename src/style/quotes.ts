import { straightQuotes } from "./problems.ts";
import { HAN, isChinese, type Slip, type StyleRule } from "./rule.ts";

const HAS_HAN = new RegExp(HAN, "u");
const DOUBLE = /"/g;
const SINGLE = new RegExp(`(?<![A-Za-z0-9'])'([^'"\\0]*${HAN}[^'"\\0]*)'(?![A-Za-z0-9'])`, "gu");

/** GB/T 15834 4.7: Chinese words are quoted with “” and, inside those, ‘’. Inches, feet and quoted English stay. */
export const quotes: StyleRule = {
  find: (line) => (isChinese(line) ? [...doublePairs(line), ...singlePairs(line)] : []),
  problem: straightQuotes,
};

/** Pairs are told only where every sign of the line has its fellow. */
function doublePairs(line: string): Slip[] {
  const marks = [...line.matchAll(DOUBLE)].map(({ index }) => index);
  if (marks.length % 2 !== 0) return [];
  return marks.flatMap((open, order) => {
    const close = marks[order + 1];
    if (order % 2 !== 0 || close === undefined) return [];
    const inside = line.slice(open + 1, close);
    if (!HAS_HAN.test(inside) && !HAS_HAN.test(line.charAt(open - 1) + line.charAt(close + 1))) return [];
    if (inside === "" || /\d$/.test(line.slice(0, open)) || inside.includes("\0")) return [];
    return [
      { at: open, length: 1, instead: "“" },
      { at: close, length: 1, instead: "”" },
    ];
  });
}

function singlePairs(line: string): Slip[] {
  return [...line.matchAll(SINGLE)].flatMap(({ index, 0: { length } }) => [
    { at: index, length: 1, instead: "‘" },
    { at: index + length - 1, length: 1, instead: "’" },
  ]);
}
