import { eastAsianWidth } from "get-east-asian-width";

const WIDEST = 166;
const NEAR = 0.6;
const SENTENCE_END = /[。！？!?…][”’」』）)]*/gu;
// A comma or colon between digits is part of a number: “2,800米” and “3:2” are not cut there.
const CLAUSE_END = /(?:[，；：、]|[,;:](?!\p{N}))[”’」』）)]*/gu;
const WORD = /[\p{Script=Latin}\p{N}\p{M}]+(?:[.,:/'’-][\p{Script=Latin}\p{N}\p{M}]+)*[%％℃°]?/gu;
const WINDOW = 200;

// “本网讯（记者 某某）”, “某社某地2月9日电（记者某某）”, “（本报记者 某某）”. What follows must be a gap, and 讯 not the end of
// another word: “通讯 | 大山深处” and “市民收到一条资讯，” stay.
const AGENCY = "[\\p{Script=Han}A-Za-z0-9·]";
const PARENTHESIS = "\\s*[（(][^（）()]{1,40}[）)][\\s：:，,]*";
const DATELINE = new RegExp(
  `^【?(?:${AGENCY}{1,20}?(?<![通资喜音捷闻审问短传])讯(?:${PARENTHESIS}|[\\s：:】—-]+|(?<=[报网台社媒端]讯)[，,])` +
    `|${AGENCY}{1,24}?\\d{1,2}日[电讯](?:${PARENTHESIS}|[\\s：:】，,—-]+)` +
    "|[（(][^（）()]{0,8}记者(?![节站会团证们])[^（）()]{0,40}[）)]\\s*)",
  "u",
);

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

/** Blocks in a row, with a gap where the one before has no mark at its end, as headings and list items. */
function joinBlocks(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .reduce(
      (joined, line) => joined + (/[。！？…；：，、”’」』）】]$|^$/.test(joined) ? "" : " ") + line,
      "",
    );
}

/** The start of a text that fits. Text of plain characters alone, which nearly every excerpt is, needs no segmenting. */
function takeColumns(text: string, widest: number): string {
  let columns = 0;
  for (let end = 0; end < text.length; end++) {
    const width = plainWidth(text.charCodeAt(end));
    if (width === undefined) return takeSegments(text, widest);
    columns += width;
    if (columns > widest) return text.slice(0, end);
  }
  return text;
}

/** The width of a character that is a grapheme of its own whatever stands beside it, as long as that is one too. */
function plainWidth(code: number): 1 | 2 | undefined {
  if (code >= 0x20 && code <= 0x7e) return 1;
  if (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3000 && code <= 0x3020) ||
    (code >= 0xff01 && code <= 0xff5e)
  )
    return 2;
  return NARROW_MARKS.has(code) ? 1 : undefined;
}

const NARROW_MARKS = new Set([..."·—‘’“”…"].map((mark) => mark.charCodeAt(0)));

function takeSegments(text: string, widest: number): string {
  let columns = 0;
  let end = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    columns += eastAsianWidth(segment.codePointAt(0) ?? 0);
    if (columns > widest) return text.slice(0, end);
    end = index + segment.length;
  }
  return text;
}

/** The last end that does not stand inside a grapheme: a mark may carry a combining character. */
function lastEnd(text: string, ends: RegExp): number {
  const segments = graphemes.segment(text);
  return [...text.matchAll(ends)]
    .map((match) => match.index + match[0].length)
    .filter((end) => end === text.length || segments.containing(end)?.index === end)
    .reduce((last, end) => Math.max(last, end), 0);
}

/** `kept`, the start of `whole`, without the beginning of a Latin word or a number that would be cut in two. */
function wholeWords(kept: string, whole: string): string {
  const start = Math.max(0, kept.length - WINDOW);
  const cut = kept.length - start;
  const words = whole.slice(start, kept.length + WINDOW).matchAll(WORD);
  const inside = [...words].find(({ index, 0: word }) => index < cut && cut < index + word.length);
  // A word as long as the excerpt itself is an address or a slip of the keyboard.
  if (inside === undefined || start + inside.index < kept.length * NEAR) return kept;
  return kept.slice(0, start + inside.index);
}
