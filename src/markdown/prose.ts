import type { ElementContent, Properties, Root } from "hast";

/** What a body says, for excerpts and counts. */
export interface Prose {
  /** Running text, one line a block: no headings, captions, code, tables, footnotes or blocks of their own. */
  readonly text: string;
  /** Han characters, Latin words and numbers of the whole body. */
  readonly words: number;
}

const NOT_RUNNING = new Set([
  ..."aside figcaption figure h1 h2 h3 h4 h5 h6 pre table section rp rt".split(" "),
]);
const INLINE = new Set([
  ..."a abbr b bdi bdo cite code del dfn em i input ins kbd mark q rp rt ruby s samp small span strong sub sup".split(
    " ",
  ),
  ..."time u var wbr".split(" "),
]);
const WORD = /(\p{Script=Han}+)|[\p{Script=Latin}\p{N}\p{M}]+(?:['’.,-][\p{Script=Latin}\p{N}]+)*/gu;

/** Reads the words off a finished tree. */
export function readProse(tree: Root): Prose {
  const running: string[] = [];
  const all: string[] = [];
  for (const node of tree.children) if (node.type !== "doctype") read(node, running, all, true);
  const lines = running
    .join("")
    .split("\n")
    .map(tidy)
    .filter((line) => line !== "");
  return { text: lines.join("\n"), words: countWords(all.join("")) };
}

/** A run of Han is matched as one, as a match costs more than a character. */
function countWords(text: string): number {
  let words = 0;
  for (const { 1: han } of text.matchAll(WORD)) words += han === undefined ? 1 : countCharacters(han);
  return words;
}

/** Rare characters take two units. */
function countCharacters(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff]/g)?.length ?? 0);
}

function read(node: ElementContent, running: string[], all: string[], isRunning: boolean): void {
  if (node.type === "text") {
    all.push(node.value);
    // A line end inside a text is a blank; those between blocks are made below.
    if (isRunning) running.push(node.value.replaceAll("\n", " "));
    return;
  }
  if (node.type !== "element" || isGenerated(node.properties)) return;
  const { tagName, properties, children } = node;
  if (tagName === "br") {
    running.push(" ");
    all.push(" ");
    return;
  }
  const edge = INLINE.has(tagName) ? "" : "\n";
  const goesOn = isRunning && !NOT_RUNNING.has(tagName) && !hasClass(properties, "video");
  running.push(edge);
  all.push(edge);
  for (const child of children) read(child, running, all, goesOn);
  running.push(edge);
  all.push(edge);
}

/** Labels and marks that we made, not the editor. */
function isGenerated(properties: Properties): boolean {
  if (properties.ariaDescribedBy !== undefined || properties.id === "note-label") return true;
  return hasClass(properties, "data-footnote-backref") || hasClass(properties, "correction-label");
}

function hasClass({ className }: Properties, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

function tidy(line: string): string {
  return line.replace(/\s+/g, " ").trim();
}
