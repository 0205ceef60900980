const LARGEST = 1_048_576;

/** Quotes, list items, blocks, emphasis and links may stand inside one another this deep. */
export const DEEPEST = 100;

/** Raw elements may be left open by sloppy writers, so they get more room; beyond it the recursion of later steps would overflow. */
const DEEPEST_RAW = 500;

/** Squares of what costs the parser quadratic time; about a second's worth. No article comes near. */
const HIGHEST_COST = 1e7;

/** The parser's time grows with the square of a table's cells, and a short row is filled up to the widest. */
const MOST_CELLS = 20_000;

/** A text without nesting, quotes, underlines and definitions costs at most the square of its length: up to this one it breaks no limit. */
export const HARMLESS_LENGTH = Math.floor(Math.sqrt(HIGHEST_COST));

const PREFIX_MARKER = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\n]{1,999}\]:)/y;
const BLOCK_OPENING = /^[ \t>]*:{3,}[^\s:]/;
const BLOCK_CLOSING = /^[ \t>]*:{3,}[ \t]*$/;
const UNDERLINE = /^[ \t>]*(?:-+|=+)[ \t]*$/;
const DEFINITION = /^[ \t>]*\[[^\]]*\]:/;
const QUOTE = /^[ \t]*>/;
/** What could be the delimiter row of a table, however sloppily written. */
const TABLE_START = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
/** A block that takes in lines that do not carry its mark, as long as its paragraph goes on. */
const LAZY_START = /^[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]|\[\^)/;
const DELIMITER_ROW = /^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;
const INLINE_MARKERS = /<[!?]|[*_~[\]<`]/g;
const LONG_TRAIL = /(?:[!"'),.:;?]|&[a-z]{1,40};){300,}/gi;
const CLOSED_BY_OTHERS =
  /^(?:area|base|br|col|dd|dt|hr|img|input|li|link|meta|option|p|source|td|th|tr|wbr)$/;

/** Which limit a text breaks, before it is parsed: a hostile text would hold the parser for minutes or overflow its stack. One pass, linear. */
export function brokenLimit(source: string): "size" | "depth" | "cost" | undefined {
  if (source.length > LARGEST || Buffer.byteLength(source) > LARGEST) return "size";
  const lines = source.split("\n");
  if (deepest(lines) > DEEPEST) return "depth";
  if (mostCells(lines) > MOST_CELLS) return "cost";
  return costOf(lines) > HIGHEST_COST ? "cost" : undefined;
}

/** At least as deep as any line of the text can nest: each level takes a marker, or two columns of indent where it goes on from the line above. */
function deepest(lines: readonly string[]): number {
  let depth = 0;
  let open = 0;
  for (const line of lines) {
    if (BLOCK_CLOSING.test(line)) open = Math.max(0, open - 1);
    else if (BLOCK_OPENING.test(line)) open++;
    depth = Math.max(depth, open + prefixDepth(line));
  }
  return depth;
}

function prefixDepth(line: string): number {
  let markers = 0;
  let end = 0;
  PREFIX_MARKER.lastIndex = 0;
  while (PREFIX_MARKER.test(line)) {
    markers++;
    end = PREFIX_MARKER.lastIndex;
  }
  if (markers === 0) return 0;
  const blanks = line.slice(0, end).replace(/[^ \t]/g, "");
  // The first blank after each marker belongs to it.
  const columns = blanks.replace(/\t/g, "    ").length - (markers - 1);
  return markers + Math.floor(Math.max(0, columns) / 2);
}

/** The cells of the largest thing that could be a table. */
function mostCells(lines: readonly string[]): number {
  let most = 0;
  let columns = 0;
  let rows = 0;
  for (const line of lines) {
    if (line.trim() === "") columns = 0;
    else if (/[|:]/.test(line) && TABLE_START.test(line)) {
      columns = Math.max(columns, line.split("|").length);
      rows = 1;
    }
    most = Math.max(most, columns * ++rows);
  }
  return most;
}

function costOf(lines: readonly string[]): number {
  let cost = 0;
  let markers = 0;
  let starts = 0;
  let before = "";
  let isTable = false;
  let lazy = 0;
  for (const line of lines) {
    if (line.trim() === "") {
      cost += markers ** 2 + lazy ** 2;
      markers = 0;
      lazy = 0;
    }
    // Every line that a quote takes in without its mark makes the parser look through those before it.
    if (lazy > 0 || LAZY_START.test(line)) lazy++;
    isTable = (isTable && /^[ \t]*\|/.test(line)) || isDelimiterRow(line, before);
    const here = countMarkers(line);
    // The cells of a table are read one by one, so its lines do not add up.
    if (isTable) cost += here ** 2;
    else markers += here;
    for (const [trail] of line.matchAll(LONG_TRAIL)) cost += trail.length ** 2;
    if (UNDERLINE.test(line) || DEFINITION.test(line) || (QUOTE.test(line) && !QUOTE.test(before))) starts++;
    before = line;
  }
  return cost + markers ** 2 + lazy ** 2 + 10 * starts ** 2;
}

function countMarkers(line: string): number {
  let count = 0;
  for (const [marker] of line.matchAll(INLINE_MARKERS)) count += marker.length === 1 ? 1 : 3;
  return count;
}

/** Only where the line above surely has as many cells; a text that looks like a table and is none must not pass for one. */
function isDelimiterRow(line: string, above: string): boolean {
  if (!DELIMITER_ROW.test(line) || /[\\`]/.test(above)) return false;
  return line.split("|").length === above.split("|").length && /^[ \t]*\|.*\|[ \t]*$/.test(above);
}

/** Follows the raw tags of one text, and says when they stand too deep. */
export function makeTagGauge(): (markup: string) => boolean {
  const open = new Map<string, number>();
  let depth = 0;
  return (markup) => {
    let isTooDeep = false;
    for (const [, slash, tag = ""] of markup.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
      const name = tag.toLowerCase();
      if (CLOSED_BY_OTHERS.test(name)) continue;
      const count = open.get(name) ?? 0;
      const step = slash === "" ? 1 : count > 0 ? -1 : 0;
      open.set(name, count + step);
      depth += step;
      if (depth > DEEPEST_RAW) isTooDeep = true;
    }
    return isTooDeep;
  };
}
