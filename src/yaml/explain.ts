import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from "yaml";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { indentedKey } from "./indentedKey.ts";
import { anchorRefused, type SyntaxSlip, syntaxError, tagRefused } from "./problems.ts";

/**
 * The parser's first error in an editor's words, at the spot where the slip was made rather than where the parser noticed it.
 * `isKnownKey` tells keys of the top level.
 */
export function explainError(
  error: YAMLError,
  text: string,
  document: Document,
  placeAt: (offset: number) => Place,
  isKnownKey: (key: string) => boolean,
): Diagnostic {
  const conflict = /^<{7}(?: |$)/m.exec(text);
  if (conflict !== null) return syntaxError(placeAt(conflict.index), "mergeConflict", "");
  const [offset] = error.pos;
  const marker = markerAt(text, offset);
  if (marker !== undefined) {
    if (/^!\[[^\]\n]*\]\(/.test(text.slice(marker.at)))
      return syntaxError(placeAt(marker.at), "markdownPicture", "");
    const refused = marker.name.startsWith("!") ? tagRefused : anchorRefused;
    return refused(placeAt(marker.at), marker.name);
  }
  const indented = indentedKey(text, offset, isKnownKey);
  if (indented !== undefined) return syntaxError(placeAt(indented), "indentedKey", "");
  const { slip, at } = findSlip(error, text, document);
  return syntaxError(placeAt(at), slip, error.message);
}

/** `!重要`, `&重要` or `*重要` where the parser stumbled: over the sign itself, or over what follows it. */
function markerAt(text: string, offset: number): { readonly name: string; readonly at: number } | undefined {
  const isSign = /[!&*]/.test(text.charAt(offset));
  const behind = /(?<=^|[\s[{,])[!&*]\S* *$/.exec(lineBefore(text, offset));
  if (!isSign && behind === null) return undefined;
  const at = isSign || behind === null ? offset : offset - behind[0].length;
  const [name = ""] = /^[^\s,\]}]+/.exec(text.slice(at)) ?? [];
  return { name, at };
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
}

interface Slip {
  readonly slip: SyntaxSlip;
  readonly at: number;
}

function findSlip({ code, message, pos: [offset] }: YAMLError, text: string, document: Document): Slip {
  const isUnclosed = message.startsWith("Missing closing") || /^Flow .* end with/.test(message);
  const opening = isUnclosed ? openingOf(document, offset) : undefined;
  if (opening !== undefined) return unclosedSlip(text, opening);
  const start = offset - lineBefore(text, offset).length;
  const [item] = /^[ \t]*-(?=[^\s-])/.exec(text.slice(start)) ?? [];
  if (item !== undefined && LINE_MISREAD.has(code)) return { slip: "itemBlank", at: start + item.length - 1 };
  switch (code) {
    case "MISSING_CHAR":
    case "MULTILINE_IMPLICIT_KEY":
      return colonSlip(text, offset);
    case "UNEXPECTED_TOKEN":
      return { slip: afterClosing(text.slice(0, offset)) ?? "stray", at: offset };
    case "BLOCK_AS_IMPLICIT_KEY":
      return { slip: "twoColons", at: offset };
    case "BAD_INDENT":
      return { slip: "indentation", at: offset };
    case "TAB_AS_INDENT":
      return { slip: "tab", at: offset };
    case "BAD_DQ_ESCAPE":
      return { slip: "escape", at: offset };
    case "BAD_SCALAR_START":
      return { slip: "startSign", at: offset };
    case "MULTIPLE_DOCS":
      return { slip: "secondBlock", at: offset };
    default:
      return { slip: "unknown", at: offset };
  }
}

/** What the parser says of a line that it takes for the start of something else. */
const LINE_MISREAD: ReadonlySet<string> = new Set(["MISSING_CHAR", "MULTILINE_IMPLICIT_KEY", "BAD_INDENT"]);

function unclosedSlip(text: string, opening: number): Slip {
  if (/["']/.test(text.charAt(opening))) return { slip: "openQuote", at: opening };
  const [before] = /^[^\n]*?\s(?=#)/.exec(text.slice(opening)) ?? [];
  return before === undefined
    ? { slip: "openBracket", at: opening }
    : { slip: "cutByHash", at: opening + before.length };
}

/** The innermost quote or bracket that is still open at an offset. */
function openingOf(document: Document, offset: number): number | undefined {
  let opening: number | undefined;
  visit(document, {
    Node: (_key, node: Node) => {
      const [start, end] = node.range ?? [offset, offset];
      const isFlow = isCollection(node)
        ? node.flow === true
        : isScalar(node) && /QUOTE/.test(node.type ?? "");
      if (isFlow && start < offset && offset <= end) opening = start;
    },
  });
  return opening;
}

/** A line that is no “name: value”: its colon is full-width, stands without a space, or is not there. */
function colonSlip(text: string, offset: number): Slip {
  const start = offset - lineBefore(text, offset).length;
  const [head, colon, next] = /^\s*(?:- +)?[\p{L}\p{N}_]+\s*([：:])(.?)/u.exec(text.slice(start)) ?? [];
  if (head === undefined) return { slip: "noColon", at: offset };
  // A name, a colon and a blank are in order: what is not is where they stand.
  if (colon === ":" && next === " ") return { slip: "indentation", at: start };
  const at = start + head.length - 1 - (next ?? "").length;
  return { slip: colon === "：" ? "fullWidthColon" : "noSpace", at };
}

function afterClosing(before: string): SyntaxSlip | undefined {
  if (/["'] *$/.test(before)) return "afterQuote";
  return /[\]}] *$/.test(before) ? "afterBracket" : undefined;
}
