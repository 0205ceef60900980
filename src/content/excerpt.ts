import { eastAsianWidth } from "get-east-asian-width";

const WIDEST = 166;
const NEAR = 0.6;
const SENTENCE_END = /[。！？!?…][”’」』）)]*/gu;
const CLAUSE_END = /[，；：、,;:][”’」』）)]*/gu;
// “本网讯（记者 某某）”, “云河融媒讯 ”, “某社某地2月9日电（记者某某）”. What follows must be a gap, or “通讯” and the like would be cut.
const DATELINE =
  /^(?:[\p{Script=Han}A-Za-z0-9·]{1,20}?(?<!通)讯|[\p{Script=Han}A-Za-z0-9·]{1,24}?\d{1,2}日[电讯])(?:\s*[（(][^（）()]{1,40}[）)]\s*|[\s\u3000：:，,—-]+)/u;

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/**
 * A plain-text excerpt of at most `widest` display columns (a Han character is 2): a dateline is dropped, and the cut
 * falls at the end of a sentence or clause where one is near, never inside a grapheme. An ellipsis marks a cut inside a
 * sentence. `text` holds one block a line.
 */
export function makeExcerpt(text: string, widest = WIDEST): string {
  const plain = joinBlocks(text).replace(DATELINE, "").trim();
  const fitting = takeColumns(plain, widest);
  if (fitting.length === plain.length) return plain;
  const sentence = lastEnd(fitting, SENTENCE_END);
  if (sentence >= fitting.length * NEAR) return fitting.slice(0, sentence);
  const roomy = takeColumns(plain, widest - 2);
  const clause = lastEnd(roomy, CLAUSE_END);
  const kept = clause >= roomy.length * NEAR ? roomy.slice(0, clause) : wholeWords(roomy, plain);
  return `${kept.replace(/[，；：、,;:\s]+$/u, "")}…`;
}

/** The width of a text in terminal columns: a full-width character is 2. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += eastAsianWidth(segment.codePointAt(0) ?? 0);
  return columns;
}

function joinBlocks(text: string): string {
  return text
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .reduce(
      (joined, line) => joined + (/[A-Za-z0-9.,;:!?]$/.test(joined) && line !== "" ? " " : "") + line,
      "",
    );
}

function takeColumns(text: string, widest: number): string {
  let columns = 0;
  let end = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    columns += eastAsianWidth(segment.codePointAt(0) ?? 0);
    if (columns > widest) return text.slice(0, end);
    end = index + segment.length;
  }
  return text;
}

function lastEnd(text: string, ends: RegExp): number {
  return [...text.matchAll(ends)].reduce((last, match) => Math.max(last, match.index + match[0].length), 0);
}

/** A Latin word is not cut in two. */
function wholeWords(kept: string, whole: string): string {
  const isInsideWord = /[A-Za-z0-9]$/.test(kept) && /^[A-Za-z0-9]/.test(whole.slice(kept.length));
  return isInsideWord ? kept.replace(/[A-Za-z0-9]+$/, "") || kept : kept;
}
