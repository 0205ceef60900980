import type { Heading, List, ListItem, Paragraph, PhrasingContent, Root } from "mdast";

/** What may touch `**` from inside, whatever stands outside. */
const WIDE_MARK = "，。、；：？！《》「」（）";
const INSIDE = `[0-9A-Za-z\\u4e00-\\u9fff${WIDE_MARK}]`;
/** Quotes may touch it from inside where nothing, a blank or Chinese stands outside. */
const QUOTE = "[“”‘’]";
const OUTSIDE = `[ \\u3000\\u4e00-\\u9fff${WIDE_MARK}]`;
const OPENING = `\\*\\*(?:(?=${INSIDE})|(?<=(?:^|${OUTSIDE})\\*\\*)(?=${QUOTE}))`;
const CLOSING = `(?:(?<=${INSIDE})|(?<=${QUOTE})(?=\\*\\*(?:$|${OUTSIDE})))\\*\\*(?!\\*)`;
const STRONG = `${OPENING}(?<strong>[^*]+)${CLOSING}`;

/** Without brackets, or the `^` of a footnote. */
const LABEL = "\\[(?<label>[^[\\]^]+)\\]";
/** Only of signs that mean nothing in an address and are not encoded there. */
const ADDRESS = "(?<url>(?:[\\w./:?=#+,;@~-]|%[0-9A-Fa-f]{2})+)";
/** Without quotes, escapes, character references and control characters. */
const TITLE = '(?: "(?<title>[^"\\\\&\\x00-\\x1f]+)")?';
/** A full-width mark may be meant as a picture's. */
const LINK = `(?<!！)(?<mark>!?)${LABEL}\\(${ADDRESS}${TITLE}\\)`;

const INLINE = new RegExp(`${STRONG}|${LINK}`, "g");

/** In what is left, signs of: escapes, code, tags, emphasis, links, addresses; control characters; deletions, our blocks, bare addresses, character references. */
const DOUBTFUL = /[\\`<*_[\]@\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|~~|[:：]{2}|\/\/|www|&[#\w]/i;

/** At a line's start, signs of: lists, underlines, rows of tables, headings (full-width ones that are told as unread included), quotes, fences, numbered items; also behind a full-width indent and marks that nobody sees, which the whole reader takes for blanks there. */
const DOUBTFUL_START = /^[\s\u200b\u2060]*(?:[-+=:#＃>|｜~]|\d+[.)](?!\d))/;

/** At a line's end, blanks may break the line, and marks that nobody sees may be all that it has. */
const DOUBTFUL_END = /[\s\u200b\u2060]$/;

/** A second `#` may close it, and is refused. */
const HEADING = /^(#{1,6}) ([^\s#][^#]*)$/;
const ITEM = /^(?:-|(\d{1,9})\.) (?=\S)/;

type Block = Heading | List | Paragraph;

interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/**
 * Reads a text made only of the plainest Markdown into the tree that the parser would make of it, many times faster; only
 * links and pictures have their places. Gives undefined at the first sign that the text may be more than that.
 */
export function readPlain(source: string): Root | undefined {
  const blocks: Block[] = [];
  let isOpen = false;
  let number = 0;
  for (const text of source.split("\n")) {
    number++;
    if (text === "") {
      isOpen = false;
      continue;
    }
    const last = blocks.at(-1);
    const block = readLine({ text, number }, last, isOpen);
    if (block === undefined) return undefined;
    if (block !== last) blocks.push(block);
    isOpen = block.type !== "heading";
  }
  return { type: "root", children: blocks };
}

/** The block that a line makes, or the last one with the line added. Open: the line may go on with it. */
function readLine(line: Line, last: Block | undefined, isOpen: boolean): Block | undefined {
  const { text } = line;
  if (DOUBTFUL_END.test(text)) return undefined;
  const sign = HEADING.exec(text)?.[1];
  if (sign !== undefined) return readHeading(line, sign);
  const item = ITEM.exec(text);
  if (item !== null) return readItem(line, item, last, isOpen);
  if (DOUBTFUL_START.test(text)) return undefined;
  const indent = text.search(/[^ ]/);
  // It may belong to the list's last item.
  if (last?.type === "list" && (isOpen || indent > 0)) return undefined;
  const paragraph: Paragraph =
    isOpen && last?.type === "paragraph" ? last : { type: "paragraph", children: [] };
  if (paragraph === last) addText("\n", paragraph.children);
  return readInline(line, indent, paragraph.children) ? paragraph : undefined;
}

function readHeading(line: Line, sign: string): Heading | undefined {
  const children: PhrasingContent[] = [];
  if (!readInline(line, sign.length + 1, children)) return undefined;
  return { type: "heading", depth: sign.length as Heading["depth"], children };
}

function readItem(
  line: Line,
  [sign, start]: RegExpExecArray,
  last: Block | undefined,
  isOpen: boolean,
): List | undefined {
  const children: PhrasingContent[] = [];
  if (DOUBTFUL_START.test(line.text.slice(sign.length))) return undefined;
  if (!readInline(line, sign.length, children)) return undefined;
  const item: ListItem = { type: "listItem", spread: false, children: [{ type: "paragraph", children }] };
  const ordered = start !== undefined;
  if (last?.type !== "list") {
    // Not every list may interrupt a paragraph.
    if (isOpen) return undefined;
    return { type: "list", ordered, start: ordered ? Number(start) : null, spread: false, children: [item] };
  }
  // Two lists with only a blank line between them may be one loose list.
  if (!isOpen || last.ordered !== ordered) return undefined;
  last.children.push(item);
  return last;
}

/** Adds what a line holds from an offset on; false where there is a doubt. */
function readInline({ text, number }: Line, from: number, children: PhrasingContent[]): boolean {
  let end = from;
  for (const { 0: written, index, groups = {} } of text.slice(from).matchAll(INLINE)) {
    const start = from + index;
    if (!readText(text.slice(end, start), children)) return false;
    end = start + written.length;
    const { strong, label = "", mark, url = "", title = null } = groups;
    const inner: PhrasingContent[] = [];
    if (!readText(strong ?? label, inner)) return false;
    const position = {
      start: { line: number, column: start + 1 },
      end: { line: number, column: end + 1 },
    };
    if (strong !== undefined) children.push({ type: "strong", children: inner });
    else if (mark === "!") children.push({ type: "image", url, title, alt: label, position });
    else children.push({ type: "link", url, title, children: inner, position });
  }
  return readText(text.slice(end), children);
}

function readText(value: string, children: PhrasingContent[]): boolean {
  if (DOUBTFUL.test(value)) return false;
  if (value !== "") addText(value, children);
  return true;
}

/** Texts that meet are one. */
function addText(value: string, children: PhrasingContent[]): void {
  const last = children.at(-1);
  if (last?.type === "text") last.value += value;
  else children.push({ type: "text", value });
}
