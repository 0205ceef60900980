import type { Nodes, Paragraph } from "mdast";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { type Context, placeOf } from "./context.ts";
import {
  unclosedComment,
  unreadFootnote,
  unreadHeading,
  unreadLink,
  unreadStrong,
  unreadTable,
} from "./problems.ts";

/** Stands for each sign of what was read: code, links, tags. */
const READ = "\uFFFC";
const SIGN = /[#＃|｜\]]|\*\*|！\[|<!--/;

/** A wide sign before a figure is a number: “＃1机组”. */
const HEADING =
  /^[ \t\u3000>]*((?:#{2,6}|＃{2,6}|＃(?!\p{N}))[ \t\u3000]*(?=[\p{L}\p{N}《“「【])[^#＃。]{1,40})$/u;
const STRONG = /(?<!\*)\*\*(?!\*)([^*]{1,100})\*\*(?!\*)/g;
const INSIDE_PARENTHESES = "(?:[^()（）]|[(（][^()（）]{0,80}[)）]){1,300}";
const LINK = new RegExp(`(?<![\\w!！])[!！]?\\[[^\\[\\]^]{0,200}\\][(（]${INSIDE_PARENTHESES}[)）]`, "g");
const LINK_PARTS = /^([!！]?)\[(.*?)\][(（](.*?)(?:[ \t\u3000]*["“”](.*)["“”])?[)）]$/;
const ADDRESS =
  /^\/|:\/\/|\.(?:jpe?g|png|webp|gif|avif|svg|md|html?|pdf|docx?|xlsx?|pptx?|zip|mp[34])(?![a-z])/i;
/** A wide exclamation mark before a link to a picture; before another link it ends a sentence. */
const WIDE_PICTURE = /^！\[[^\]]{0,200}\]\([^)]{0,300}\.(?:jpe?g|png|webp|gif|avif|svg)[ )>]/i;
const FOOTNOTE = /\[\^((?:\d{1,4}|(?:注|note|fn)\w{0,10}))\]/g;

/** One line of a paragraph: as it was typed, and with what the parser read blanked out. Both are equally long. */
interface Line {
  readonly typed: string;
  readonly unread: string;
}

/** Where in its line something was found, from 0, and what to tell there. */
type Found = readonly [column: number, tell: (place: Place) => Diagnostic];

/** Tells of Markdown in a paragraph that was meant but not read, and so shows as it was typed. */
export function reportUnreadMarks(paragraph: Paragraph, context: Context): void {
  const { start, end } = paragraph.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return;
  const typed = context.source.slice(start.offset, end.offset);
  if (!SIGN.test(typed)) return;
  const lines = linesOf(typed, blankOut(paragraph, typed, start.offset));
  const { file, line: first = 1 } = placeOf(context, paragraph);
  for (const [index, line] of lines.entries()) {
    const before = index === 0 ? start.column : 1;
    for (const [column, tell] of findIn(line, lines[index - 1], lines[index + 1])) {
      context.diagnostics.push(tell({ file, line: first + index, column: before + column }));
    }
  }
}

function findIn(line: Line, above: Line | undefined, below: Line | undefined): Found[] {
  const heading = HEADING.exec(line.unread)?.[1];
  if (heading !== undefined) {
    const title = line.typed.slice(-heading.length);
    return [[line.typed.length - heading.length, (place) => unreadHeading(place, title.trim())]];
  }
  const isFirstRow = isHeaderRow(line) && !isRow(above) && isRow(below);
  const isIndented = /^[ \t]*\u3000/.test(line.typed);
  const table: Found[] = isFirstRow
    ? [[line.unread.search(/[|｜]/), (place) => unreadTable(place, isIndented)]]
    : [];
  return [...table, ...strongIn(line), ...linksIn(line), ...footnotesIn(line), ...commentsIn(line)];
}

/** A comment inside a paragraph that is not closed in it is none: readers would see what was not meant for them. */
function commentsIn({ unread }: Line): Found[] {
  return [...unread.matchAll(/(?<!\\)<!--/g)].map(
    ({ index }): Found => [index, (place) => unclosedComment(place, true)],
  );
}

function strongIn({ typed, unread }: Line): Found[] {
  return [...unread.matchAll(STRONG)].flatMap(({ 0: found, 1: inner = "", index }): Found[] => {
    const words = inner.trim();
    // Between letters and figures, two stars are a power or a product.
    if (words === inner || !/\p{Script=Han}/u.test(words)) return [];
    const text = typed.slice(index, index + found.length);
    return [[index, (place) => unreadStrong(place, text, `**${text.slice(2, -2).trim()}**`)]];
  });
}

function linksIn({ typed, unread }: Line): Found[] {
  const wide = [...unread.matchAll(new RegExp(`！(?=${READ})`, "g"))].flatMap(({ index }): Found[] => {
    const text = WIDE_PICTURE.test(typed.slice(index, index + 600))
      ? typed.slice(index).split(")", 1)[0]
      : undefined;
    return text === undefined
      ? []
      : [[index, (place) => unreadLink(place, `${text})`, `!${text.slice(1)})`)]];
  });
  const raw = [...unread.matchAll(LINK)].flatMap(({ 0: found, index }): Found[] => {
    const text = typed.slice(index, index + found.length);
    const meant = meantLink(text);
    return meant === undefined || meant === text ? [] : [[index, (place) => unreadLink(place, text, meant)]];
  });
  return [...wide, ...raw];
}

/** The link as Markdown wants it; undefined where the parentheses hold no address. */
function meantLink(text: string): string | undefined {
  const [, mark = "", label = "", written = "", title] = LINK_PARTS.exec(text) ?? [];
  const address = written.trim().replace(/^<|>$/g, "");
  if (!ADDRESS.test(address)) return undefined;
  const target = /[\s()（）]/.test(address) ? `<${address}>` : address;
  return `${mark === "" ? "" : "!"}[${label}](${target}${title === undefined ? "" : ` "${title}"`})`;
}

function footnotesIn({ unread }: Line): Found[] {
  return [...unread.matchAll(FOOTNOTE)].map(
    ({ 1: name = "", index }): Found => [index, (place) => unreadFootnote(place, name)],
  );
}

function isRow(line: Line | undefined): boolean {
  return line !== undefined && cellsOf(line).length > 1;
}

function isHeaderRow(line: Line): boolean {
  const cells = cellsOf(line);
  return cells.length > 1 && cells.every((cell) => /[\p{L}\p{N}\uFFFC]/u.test(cell));
}

function cellsOf({ unread }: Line): string[] {
  const row = unread.replace(/^[ \t\u3000>]+/, "").trimEnd();
  return /^[|｜].*[|｜]$/.test(row) ? row.slice(1, -1).split(/[|｜]/) : [];
}

function linesOf(typed: string, unread: string): Line[] {
  let start = 0;
  return typed.split("\n").map((line) => {
    const piece = { typed: line, unread: unread.slice(start, start + line.length) };
    start += line.length + 1;
    return piece;
  });
}

/** The paragraph with all that the parser read, marks of emphasis included, blanked out. */
function blankOut(paragraph: Paragraph, typed: string, from: number): string {
  const signs = typed.split("");
  const blank = (start: number, end: number) => signs.fill(READ, start - from, end - from);
  const visit = (node: Nodes) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (node.type === "text" || start === undefined || end === undefined) return;
    if (node.type !== "strong" && node.type !== "emphasis" && node.type !== "delete") {
      blank(start, end);
      return;
    }
    const width = node.type === "emphasis" ? 1 : 2;
    blank(start, start + width);
    blank(end - width, end);
    node.children.forEach(visit);
  };
  paragraph.children.forEach(visit);
  return signs.join("");
}
