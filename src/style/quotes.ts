import { openQuotes } from "./openQuotes.ts";
import { straightQuotes } from "./problems.ts";
import { HAN, isChinese, type Slip, type StyleRule } from "./rule.ts";

const HAS_HAN = new RegExp(HAN, "u");
const DOUBLE = /"/g;
const SINGLE = new RegExp(`(?<![A-Za-z0-9'])'([^'"\\0]*${HAN}[^'"\\0]*)'(?![A-Za-z0-9'])`, "gu");

/** GB/T 15834 4.7: Chinese words are quoted with “” and, inside those, ‘’. Inches, feet and quoted English stay. */
export const quotes: StyleRule = {
  find: (line, openAbove) => (isChinese(line) ? [...doublePairs(line, openAbove), ...singlePairs(line)] : []),
  problem: straightQuotes,
};

/** Pairs are told only where every sign of the line has its fellow. */
function doublePairs(line: string, openAbove: string): Slip[] {
  const marks = [...line.matchAll(DOUBLE)].map(({ index }) => index);
  if (marks.length % 2 !== 0) return [];
  let around = openAbove;
  let seen = 0;
  return marks.flatMap((open, order) => {
    const close = marks[order + 1];
    if (order % 2 !== 0 || close === undefined) return [];
    around = openQuotes(line.slice(seen, open), around);
    seen = open;
    const inside = line.slice(open + 1, close);
    if (!HAS_HAN.test(inside) && !HAS_HAN.test(line.charAt(open - 1) + line.charAt(close + 1))) return [];
    if (inside === "" || /\d/.test(line.charAt(open - 1)) || inside.includes("\0")) return [];
    const [opening, closing] = signsFor(around, inside);
    return [slip(open, opening), slip(close, closing)];
  });
}

/** The signs for a pair: ‘’ within “”; none where other quotes stand in the pair, or around it in any other way. */
function signsFor(around: string, inside: string): readonly [string, string] | readonly [] {
  if (/[“”‘’「」『』]/.test(inside)) return [];
  switch (around) {
    case "":
      return ["“", "”"];
    case "“":
      return ["‘", "’"];
    default:
      return [];
  }
}

function singlePairs(line: string): Slip[] {
  return [...line.matchAll(SINGLE)].flatMap(({ index, 0: { length } }) => [
    slip(index, "‘"),
    slip(index + length - 1, "’"),
  ]);
}

function slip(at: number, instead: string | undefined): Slip {
  return instead === undefined ? { at, length: 1 } : { at, length: 1, instead };
}
