import type { Heading, Image, Link, List, Paragraph, PhrasingContent, Root, RootContent } from "mdast";

/** What may touch `**` from inside, whatever stands outside. */
const WIDE_MARK = "，。、；：？！《》「」（）";
const INSIDE = `[0-9A-Za-z\\u4e00-\\u9fff${WIDE_MARK}]`;
/** Quotes may touch it from inside where nothing, a blank or Chinese stands outside. */
const QUOTE = "[“”‘’]";
const OUTSIDE = `[ \\u3000\\u4e00-\\u9fff${WIDE_MARK}]`;
const OPENING = `(?<!\\*)\\*\\*(?:(?=${INSIDE})|(?<=(?:^|${OUTSIDE})\\*\\*)(?=${QUOTE}))`;
const CLOSING = `(?:(?<=${INSIDE})|(?<=${QUOTE})(?=\\*\\*(?:$|${OUTSIDE})))\\*\\*(?!\\*)`;
const STRONG = `${OPENING}(?<strong>[^*]+)${CLOSING}`;

/** No brackets inside, no blanks at its ends, no `^` of a footnote. */
const LABEL = "\\[(?<label>[^\\s[\\]^](?:[^[\\]]*[^\\s[\\]])?)\\]";
/** Of signs that are neither Markdown's in an address nor percent-encoded there. */
const ADDRESS = "(?<url>(?:[\\w./:?=#+,;@~-]|%[0-9A-Fa-f]{2})+)";
/** No quotes, escapes, character references or control characters inside. */
const TITLE = '(?: "(?<title>[^"\\\\&\\x00-\\x1f]+)")?';
const LINK = `(?<mark>!?)${LABEL}\\(${ADDRESS}${TITLE}\\)`;

const INLINE = new RegExp(`${STRONG}|${LINK}`, "g");

/** What may be more than text: escapes, code, tags, emphasis, brackets, control characters; `~~`; marks of our blocks; bare addresses; character references. */
const DOUBTFUL = /[\\`<*_[\]@\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|~~|[:：]{2}|\/\/|www|&[#\w]/i;

/** A line that may start, underline or close a block other than a paragraph. With a full-width indent it would not; it is left to the parser all the same. */
const DOUBTFUL_START = /^\s*(?:[-+=:#>|~]|\d+[.)](?!\d))/;

/** Blanks here may be a hard line break. */
const DOUBTFUL_END = /\s$/;

/** Without a second `#`, which may close it. */
const HEADING = /^(#{1,6} )([^\s#][^#]*)$/;
const ITEM = /^(?:-|(\d{1,9})\.) (?=\S)/;

interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/**
 * Reads a text made only of the plainest Markdown into the tree that the parser would make, many times faster; only
 * links and pictures have their places. Gives undefined at the first sign that the text may be more than that.
 */
export function readPlain(source: string): Root | undefined {
  const root: Root = { type: "root", children: [] };
  let isOpen = false;
  let number = 0;
  for (const text of source.split("\n")) {
    number++;
    const last = root.children.at(-1);
    if (text === "") {
      isOpen = false;
      continue;
    }
    const block: RootContent | undefined = DOUBTFUL_END.test(text)
      ? undefined
      : readLine({ text, number }, last, isOpen);
    if (block === undefined) return undefined;
    if (block !== last) root.children.push(block);
    isOpen = block.type !== "heading";
  }
  return root;
}

/** The block that a line makes or goes on with. `isOpen`: no blank line stands between it and the last block. */
function readLine(line: Line, last: RootContent | undefined, isOpen: boolean): RootContent | undefined {
  const { text } = line;
  const heading = HEADING.exec(text);
  if (heading !== null) return readHeading(line, heading[1] ?? "");
  const item = ITEM.exec(text);
  if (item !== null) return readItem(line, item, last, isOpen);
  if (DOUBTFUL_START.test(text)) return undefined;
  const indent = text.search(/[^ ]/);
  // A line after a list may belong to its last item.
  if (last?.type === "list" && (isOpen || indent > 0)) return undefined;
  if (!isOpen || last?.type !== "paragraph") {
    const paragraph: Paragraph = { type: "paragraph", children: [] };
    return readInline(line, indent, paragraph.children) ? paragraph : undefined;
  }
  addText("\n", last.children);
  return readInline(line, indent, last.children) ? last : undefined;
}

function readHeading(line: Line, sign: string): Heading | undefined {
  const children: PhrasingContent[] = [];
  if (!readInline(line, sign.length, children)) return undefined;
  return { type: "heading", depth: HEADING_DEPTHS[sign.length - 2] ?? 6, children };
}

const HEADING_DEPTHS = [1, 2, 3, 4, 5, 6] as const;

function readItem(
  line: Line,
  [sign, start]: RegExpExecArray,
  last: RootContent | undefined,
  isOpen: boolean,
): List | undefined {
  const ordered = start !== undefined;
  const children: PhrasingContent[] = [];
  if (DOUBTFUL_START.test(line.text.slice(sign.length))) return undefined;
  if (!readInline(line, sign.length, children)) return undefined;
  const item: List["children"][number] = {
    type: "listItem",
    spread: false,
    children: [{ type: "paragraph", children }],
  };
  if (last?.type === "list") {
    // Lists with a blank line between them may be one loose list.
    if (!isOpen || last.ordered !== ordered) return undefined;
    last.children.push(item);
    return last;
  }
  // Only some lists may interrupt a paragraph.
  if (isOpen) return undefined;
  return { type: "list", ordered, start: ordered ? Number(start) : null, spread: false, children: [item] };
}

/** Adds what a line holds from an offset on; false where there is a doubt. */
function readInline({ text, number }: Line, from: number, children: PhrasingContent[]): boolean {
  let end = from;
  const rest = text.slice(from);
  for (const match of rest.matchAll(INLINE)) {
    const at = from + match.index;
    if (!readText(text.slice(end, at), children)) return false;
    end = at + match[0].length;
    const { strong, label = "", mark, url = "", title = null } = match.groups ?? {};
    const inner: PhrasingContent[] = [];
    if (!readText(strong ?? label, inner)) return false;
    if (strong !== undefined) {
      children.push({ type: "strong", children: inner });
      continue;
    }
    const position = {
      start: { line: number, column: at + 1 },
      end: { line: number, column: end + 1 },
    };
    if (mark === "!") children.push({ type: "image", url, title, alt: label, position } satisfies Image);
    else children.push({ type: "link", url, title, children: inner, position } as Link);
  }
  return readText(text.slice(end), children);
}

function readText(value: string, children: PhrasingContent[]): boolean {
  if (value === "") return true;
  if (DOUBTFUL.test(value)) return false;
  addText(value, children);
  return true;
}

/** Texts that meet are one. */
function addText(value: string, children: PhrasingContent[]): void {
  const last = children.at(-1);
  if (last?.type === "text") last.value += value;
  else children.push({ type: "text", value });
}
