/*
 * What of a file is Chinese prose, for rules that must not touch anything else.
 */

import { frontMatterEnd } from "../content/fences.ts";
import { openQuotes } from "./openQuotes.ts";

/** Stands for every character that is no prose. It is in no rule. */
export const NOT_PROSE = "\u0000";

/** One line of a file with its prose in place: columns are those of the file, everything else is `NOT_PROSE`. */
export interface ProseLine {
  /** Starts at 1. */
  readonly number: number;
  readonly text: string;
  /** The quotes that the lines above it in its paragraph left open, outermost first. */
  readonly openAbove: string;
}

/** A fence of code, in quotes and items too. Any indent will do: there is no indented code. */
const FENCE_START = /^(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*(`{3,}(?!.*`)|~{3,})/;
const FENCE_END = /^[\s>]*(`{3,}|~{3,})\s*$/;

/** HTML whose lines are no prose, by how it starts without ending on its line, and how it ends. */
const HIDING: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/<!--(?!.*-->)/, /-->/],
  [/<(pre|script|style|textarea)\b(?!.*<\/\1>)/i, /<\/(?:pre|script|style|textarea)>/i],
  [/^[\s>]*<[a-z][a-z0-9]*(?:\s[^<>]*)?$/i, />/],
];
const TITLES = /^(\s*(?:标题|title|摘要|summary)\s*[:：]\s*)(.*)$/i;

const CODE = /(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;

// In the order in which one may hide another: an address in code is code.
const MASKED: readonly RegExp[] = [
  CODE,
  /\\[!-/:-@[-`{-~]/g, // escaped signs
  /<!--.*?-->|<\/?[a-z][^<>]*>|<[a-z][a-z0-9+.-]*:[^<>\s]*>/gi, // HTML, autolinks
  /(?<=\])\((?:[^()\\\s]|\\.|\([^()\s]*\))*(?:\s+(?:"[^"]*"|'[^']*'))?\)/g, // where a link leads, and its title
  /(?<=\])\[[^\]]*\]/g, // the name of a link's definition
  /\[\^[^\][]+\]:?/g, // footnotes
  // Addresses, with Han characters inside them; those at the end are taken for the text that follows.
  /(?:https?:\/\/|www\.)(?:[^\s<>\u3000-\u303f\uff00-\uffef\u4e00-\u9fff“”‘’]|[\u4e00-\u9fff]+(?=[./?=&#%][^\s<>]|:\d))+/gi,
  /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);/gi, // entities
  /(?:\/[\w.-]+){2,}\/?|(?<![\w-])[\w-]+\.(?:md|html?|jpe?g|png|pdf|docx?|xlsx?|zip|js|css|ya?ml|json|com|cn|org|net)\b/gi, // paths and files
];

/** An entry of a list of sources by GB/T 7714, whose signs are half-width: 张三. 云河志[M]. 北京: 中华书局, 2020. */
const SOURCE = /\[[A-Z]{1,2}(?:\/OL)?\]\s*[.,:]/;

/** Marks at the start of a line, before its prose: quotes, items, headings. */
const LEADING = /^(?:\s*(?:>|[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|\[[ xX]\]\s))+/;

/** A line that continues no paragraph: an item, a heading, a row, an indented one. */
const STARTS_ANEW = /^(?:\s*(?:[-*+|]|\d{1,9}[.)])|#|[\u2002\u2003\u3000])/;

/** The lines of a file that hold prose: none where its front matter is not told from its body. Code, addresses, HTML, front matter but for its title and summary, and the signs of Markdown are left out. */
export function proseLines(text: string): ProseLine[] {
  const lines = text.split(/\r\n|\r|\n/);
  const closing = frontMatterEnd(lines);
  // Without it `标题: …` may stand anywhere.
  if (closing === undefined) return [];
  let fence: string | undefined;
  let hidden: RegExp | undefined;
  let open = "";
  return lines.flatMap((line, index): ProseLine[] => {
    const openAbove = index <= closing || STARTS_ANEW.test(line) ? "" : open;
    open = "";
    const kept = (masked: string) => {
      if (!/[^\0\s]/.test(masked)) return [];
      open = openQuotes(masked, openAbove);
      return [{ number: index + 1, text: masked, openAbove }];
    };
    if (index <= closing) return kept(frontMatterLine(line));
    if (fence !== undefined) {
      const [, mark] = FENCE_END.exec(line) ?? [];
      if (mark?.startsWith(fence)) fence = undefined;
      return [];
    }
    if (hidden !== undefined) {
      if (hidden.test(line)) hidden = undefined;
      return [];
    }
    fence = FENCE_START.exec(line)?.[1];
    const withoutCode = line.replace(CODE, blanks);
    hidden = HIDING.find(([start]) => start.test(withoutCode))?.[1];
    if (fence !== undefined || hidden !== undefined || isMarkupLine(line) || SOURCE.test(line)) return [];
    return kept(maskLine(line));
  });
}

/** The words of a title or summary that stands on its own line, without its YAML quotes. Escapes and blocks are not looked into. */
function frontMatterLine(line: string): string {
  const [, key = "", value = ""] = TITLES.exec(line) ?? [];
  const words = value.trimEnd();
  if (key === "" || /^[|>&*!{[]|\\| #/.test(words)) return "";
  const isQuoted = /^(["']).*\1$/.test(words) && words.length > 1;
  if (!isQuoted && /^["']/.test(words)) return "";
  if (isQuoted && words.slice(1, -1).includes(words.charAt(0))) return "";
  const blank = (length: number) => NOT_PROSE.repeat(length);
  const inside = isQuoted ? `${NOT_PROSE}${words.slice(1, -1)}${NOT_PROSE}` : words;
  return blank(key.length) + inside;
}

/** Definitions of links, rules of tables and headings, lines of blocks. */
function isMarkupLine(line: string): boolean {
  return (
    /^\s{0,3}\[[^\]]+\]:\s|^[\s|:-]*$|^\s*::+\s*$|^\s*={3,}\s*$/.test(line) || MEANT_AS_MARKUP.test(line)
  );
}

/** Signs of Markdown at a line's start that came out full-width: blocks, headings, tables, quotes, code and rules. What was meant is Markdown's to ask. */
const MEANT_AS_MARKUP =
  /^[\s>]*(?::*：[:：]+|：+:+|::+\s+|[＃｜＞]|｀{3}|[～〜]{3}|[０-９]+．(?![０-９])|[－—–﹣＊＿─━＝-]{2,}\s*$)/;

/** The start of a block, behind the blanked signs of the quote or item that it stands in. */
const BLOCK = /^[\s\0]*:{2,}[^\s[{]*/;

function maskLine(line: string): string {
  let masked = line.replace(LEADING, blanks);
  const isBlock = BLOCK.test(masked);
  masked = masked
    .replace(BLOCK, blanks)
    .replace(/\{[^{}]*\}\s*$/, (braces) => (isBlock ? blanks(braces) : braces));
  for (const pattern of MASKED) masked = masked.replace(pattern, blanks);
  return /^\s*\|/.test(line) ? masked.replace(/\|/g, NOT_PROSE) : masked;
}

function blanks(text: string): string {
  return NOT_PROSE.repeat(text.length);
}
