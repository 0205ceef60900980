import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from "yaml";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { anchorRefused, type SyntaxSlip, syntaxError, tagRefused } from "./problems.ts";

/** The parser's first error in an editor's words, at the spot where the slip was made rather than where the parser noticed it. */
export function explainError(
  error: YAMLError,
  text: string,
  document: Document,
  placeAt: (offset: number) => Place,
): Diagnostic {
  const [offset] = error.pos;
  const marker = markerAt(text, offset);
  if (marker?.startsWith("!")) return tagRefused(placeAt(text.lastIndexOf("!", offset)), marker);
  if (marker !== undefined) return anchorRefused(placeAt(text.lastIndexOf(marker, offset)), marker);
  const { slip, at } = findSlip(error, text, document);
  return syntaxError(placeAt(at), slip, error.message);
}

/** `!重要`, `&重要` or `*重要` where the parser stumbled over one as the start of a value, or right behind it. */
function markerAt(text: string, offset: number): string | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const [, behind = ""] = /(?:^|[:,[{-] +)([!&*]\S*) *$/.exec(before) ?? [];
  const [ahead = ""] = /^[!&*][^\s,[\]{}]*/.exec(text.slice(offset)) ?? [];
  if (behind !== "" && !ahead) return behind + (/^[^\s,[\]{}]*/.exec(before.endsWith(" ") ? "" : text.slice(offset))?.[0] ?? "");
  return ahead === "" ? undefined : ahead;
}

interface Slip {
  readonly slip: SyntaxSlip;
  readonly at: number;
}

function findSlip({ code, message, pos: [offset] }: YAMLError, text: string, document: Document): Slip {
  const isUnclosed = message.startsWith("Missing closing") || /^Flow .* end with/.test(message);
  const opening = isUnclosed ? openingOf(document, offset) : undefined;
  if (opening !== undefined)
    return { slip: /["']/.test(text.charAt(opening)) ? "openQuote" : "openBracket", at: opening };
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

/** The innermost quote or bracket that is still open at an offset. */
function openingOf(document: Document, offset: number): number | undefined {
  let opening: number | undefined;
  visit(document, {
    Node: (_key, node: Node) => {
      const [start, end] = node.range ?? [offset, offset];
      const isFlow = isCollection(node) ? node.flow === true : isScalar(node) && /QUOTE/.test(node.type ?? "");
      if (isFlow && start < offset && offset <= end) opening = start;
    },
  });
  return opening;
}

/** A line that is no “name: value”: its colon is full-width, stands without a space, or is not there. */
function colonSlip(text: string, offset: number): Slip {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const [head, colon, next] = /^\s*(?:- +)?[\p{L}\p{N}_]+\s*([：:])(.?)/u.exec(text.slice(start)) ?? [];
  if (head === undefined) return { slip: "noColon", at: offset };
  const at = start + head.length - 1 - (next ?? "").length;
  return { slip: colon === "：" ? "fullWidthColon" : "noSpace", at };
}

function afterClosing(before: string): SyntaxSlip | undefined {
  if (/["'] *$/.test(before)) return "afterQuote";
  return /[\]}] *$/.test(before) ? "afterBracket" : undefined;
}
