import type { PhrasingContent, Text } from "mdast";
import { isSharedPunctuation, isWide, isWidePunctuation } from "./cjk.ts";

interface Piece {
  readonly value: string;
  /** Absent where the words cannot be changed: code, pictures. */
  readonly text?: Text;
}

/** Removes the line breaks that would print a space inside Chinese text, also across emphasis and links. Between Latin words they stay. */
export function joinSoftBreaks(children: readonly PhrasingContent[]): void {
  const pieces = children.flatMap(piecesOf);
  if (!pieces.some(({ text }) => text?.value.includes("\n"))) return;
  const line = pieces.map(({ value }) => value).join("");
  let start = 0;
  for (const { value, text } of pieces) {
    const offset = start;
    if (text !== undefined)
      text.value = value.replace(/\n/g, (end, at) => (joins(line, offset + at) ? "" : end));
    start += value.length;
  }
}

function piecesOf(node: PhrasingContent): Piece[] {
  switch (node.type) {
    case "text":
      return [{ value: node.value, text: node }];
    case "inlineCode":
      return [{ value: node.value }];
    case "html":
    case "footnoteReference":
      return [];
    case "break":
    case "image":
    case "imageReference":
      return [{ value: "\uFFFC" }];
    default:
      return "children" in node ? node.children.flatMap(piecesOf) : [];
  }
}

/** Full-width punctuation never wants a space; two wide characters want none; quotes and dashes go by what stands beyond them. */
function joins(line: string, at: number): boolean {
  const before = codeBefore(line, at);
  const after = line.codePointAt(at + 1) ?? 0;
  if (isWidePunctuation(before) || isWidePunctuation(after)) return true;
  const isBeforeShared = isSharedPunctuation(before);
  const isAfterShared = isSharedPunctuation(after);
  if (isBeforeShared && isAfterShared) return isWide(beyondBefore(line, at)) && isWide(beyondAfter(line, at));
  return (isWide(before) || isBeforeShared) && (isWide(after) || isAfterShared);
}

function codeBefore(line: string, at: number): number {
  const unit = line.charCodeAt(at - 1);
  const isLowHalf = unit >= 0xdc00 && unit <= 0xdfff;
  return line.codePointAt(isLowHalf ? at - 2 : at - 1) ?? 0;
}

function beyondBefore(line: string, at: number): number {
  let index = at;
  while (isSharedPunctuation(line.charCodeAt(index - 1))) index--;
  return codeBefore(line, index);
}

function beyondAfter(line: string, at: number): number {
  let index = at + 1;
  while (isSharedPunctuation(line.charCodeAt(index))) index++;
  return line.codePointAt(index) ?? 0;
}
