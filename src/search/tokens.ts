/*
 * Chinese is written without spaces, and no two segmenters cut it at the same places: a reader's word would be missed
 * wherever the text was cut otherwise. So the index holds every pair of neighbouring ideographs (大桥通车 as 大桥, 桥通,
 * 通车), and the search page looks for the pairs of the reader's words; templates/assets/js/search.js cuts in the same way.
 */

/** Stands in the place of a pair's second ideograph, and ends every other word, so that no token is the beginning of another: Pagefind takes a beginning for a match. A letter of no living alphabet, which Pagefind keeps. */
export const END = "\ua78f";

/** Stands for the space between two tokens' texts, as spaces part tokens. */
const SPACE = "\u2423";

/** Parts the fields of a record. */
export const FIELD_END = "\u00a6";

const IDEOGRAPH = "[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]";
const UNIT = new RegExp(
  `(${IDEOGRAPH}+)|((?:(?!${IDEOGRAPH})[\\p{L}\\p{N}\\p{M}])+)|(?:(?!${IDEOGRAPH})[^\\p{L}\\p{N}\\p{M}])+`,
  "gu",
);

/**
 * A text as the tokens that are indexed, parted by spaces: a pair for each ideograph, a word for each run of letters and
 * digits, and what stands between them, from which the search page puts the text together again. Where words are parted by
 * spaces in the site's language (`isSpaced`), they stay as they are, for Pagefind to find their stems and beginnings.
 */
export function tokensOf(text: string, isSpaced: boolean): string {
  const end = isSpaced ? "" : END;
  const tokens: string[] = [];
  for (const [unit, ideographs, word] of text.normalize("NFC").matchAll(UNIT)) {
    if (ideographs !== undefined) tokens.push(...pairsOf(ideographs));
    else if (word !== undefined) tokens.push(word.normalize("NFKC") + end);
    else tokens.push(unit.replaceAll(FIELD_END, "|").replace(/\s+/g, SPACE));
  }
  return tokens.join(" ");
}

function pairsOf(ideographs: string): string[] {
  const characters = [...ideographs];
  return characters.map((character, at) => character + (characters[at + 1] ?? END));
}
