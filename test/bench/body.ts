import {
  EARLIER_SENTENCES,
  HEADINGS,
  LINK_SENTENCES,
  LIST_ITEMS,
  NAMES,
  OPENINGS,
  QUOTE_SENTENCES,
  RAW_SENTENCES,
  SENTENCES,
  SLOTS,
} from "./phrases.ts";
import { between, pick, type Random } from "./random.ts";

/** What an article is written with: its numbers, and the words that are its own. */
export interface Pen {
  readonly random: Random;
  readonly words: { readonly tag: string; readonly earlier: string | undefined };
}

const SHORTEST = 300;
const LONGEST = 1200;
/** What a list, a table or a heading with its paragraph may add after the last paragraph was begun. */
const RESERVE = 250;

/** The Markdown of an article's body, 300 to 1,200 characters: every tenth has a table or a sub-heading, every twentieth raw HTML. */
export function writeBody(number: number, pen: Pen): string {
  const { random } = pen;
  // Short pieces are commoner than long ones.
  const wanted = SHORTEST + (LONGEST - RESERVE - SHORTEST) * random() ** 1.5;
  const blocks = [writeLine(pick(random, OPENINGS), pen)];
  if (number % 20 === 7) blocks.push(writeLine(pick(random, RAW_SENTENCES), pen));
  if (random() < 0.17) blocks.push(list(pen));
  if (number % 20 === 3) blocks.push(table(pen));
  while (lengthOf(blocks) < wanted) {
    if (number % 20 === 13 && blocks.length % 3 === 2) {
      blocks.push(`## ${writeLine(pick(random, HEADINGS), pen)}`);
    }
    blocks.push(paragraph(pen));
  }
  return blocks.join("\n\n");
}

function lengthOf(blocks: readonly string[]): number {
  return blocks.reduce((sum, block) => sum + block.length, 0);
}

function paragraph(pen: Pen): string {
  const { random, words } = pen;
  const sentences = Array.from({ length: between(random, 2, 4) }, () => pick(random, SENTENCES));
  if (random() < 0.25) sentences[between(random, 0, sentences.length - 1)] = pick(random, QUOTE_SENTENCES);
  if (random() < 0.06) sentences.push(pick(random, LINK_SENTENCES));
  if (random() < 0.04 && words.earlier !== undefined) sentences.push(pick(random, EARLIER_SENTENCES));
  return sentences.map((sentence) => writeLine(sentence, pen)).join("");
}

function list(pen: Pen): string {
  const count = between(pen.random, 3, 5);
  return Array.from({ length: count }, () => `- ${writeLine(pick(pen.random, LIST_ITEMS), pen)}`).join("\n");
}

function table(pen: Pen): string {
  const rows = Array.from({ length: between(pen.random, 3, 5) }, () =>
    writeLine("| {place} | {thing} | {number} | +{share}% |", pen),
  );
  return ["| 地方 | 内容 | 数量 | 同比 |", "|:-----|:----:|-----:|-----:|", ...rows].join("\n");
}

/** Fills a sentence's slots. */
export function writeLine(sentence: string, { random, words }: Pen): string {
  return sentence.replace(/\{(\w+)\}/g, (_, slot: string) => fill(slot, random, words));
}

function fill(slot: string, random: Random, words: Pen["words"]): string {
  switch (slot) {
    case "tag":
      return words.tag;
    case "earlier":
      return words.earlier ?? "";
    case "person":
      return pick(random, NAMES.surnames) + pick(random, ["师傅", "阿姨", "老师", "大爷", "女士", "先生"]);
    case "reporter":
      return reporter(random);
    case "number":
      return String(between(random, 120, 9800));
    case "small":
      return String(between(random, 2, 19));
    case "share":
      return (random() * 60).toFixed(1);
    case "month":
      return String(between(random, 1, 12));
    case "day":
      return String(between(random, 1, 28));
    case "hour":
      return String(between(random, 6, 22));
    case "slug":
      return String(between(random, 1, 40));
    default:
      return pick(random, SLOTS[slot] ?? []);
  }
}

/** One of about sixty people: a newsroom has no thousand reporters. */
function reporter(random: Random): string {
  const number = between(random, 0, 59);
  const { surnames, first, second } = NAMES;
  return [
    surnames[number % surnames.length],
    first[(number * 7) % first.length],
    second[(number * 11) % second.length],
  ].join("");
}
