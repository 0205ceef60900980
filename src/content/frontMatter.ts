import matter from "gray-matter";
import type { Diagnostic } from "../model/diagnostic.ts";
import { readYaml } from "../yaml/failsafe.ts";
import type { YamlNode } from "../yaml/node.ts";
import { syntaxError } from "../yaml/problems.ts";
import type { FieldOf } from "../yaml/spellings.ts";
import { closingLine, frontMatterEnd, isFence } from "./fences.ts";
import { blankFirstLine, hiddenStart, noFrontMatter, unclosed, wrongFence } from "./problems.ts";
import { mendSlips, rightForm } from "./slips.ts";

/** A file taken apart. `firstLine` is the line of the file on which the body starts. */
export interface FrontMatter {
  readonly node: YamlNode | undefined;
  readonly body: string;
  readonly firstLine: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Splits a text into its front matter and its body. Only YAML between two lines of exactly `---` is read, the first of
 * them on line 1; `fieldOf` knows the keys for which slips are mended.
 */
export function splitFrontMatter(text: string, file: string, fieldOf: FieldOf): FrontMatter {
  const fences = checkFences(text, file);
  if (fences.diagnostics.length > 0)
    return { node: undefined, body: "", firstLine: 1, diagnostics: fences.diagnostics };

  let node: YamlNode | undefined;
  const diagnostics: Diagnostic[] = [];
  const readBlock = (block: string): object => {
    const mended = mendSlips(block, file, fieldOf);
    const reading = readYaml(mended.text, file, 1, (key) => fieldOf(key) !== undefined);
    diagnostics.push(...mended.diagnostics, ...reading.diagnostics.map(mended.restore));
    node = reading.value === undefined ? undefined : mended.restoreNode(reading.value);
    return {};
  };
  // The options object keeps gray-matter's cache of failures out; the fences were checked, so no other engine is ever asked.
  const { content } = matter(fences.text, {
    language: "yaml",
    delimiters: "---",
    engines: { yaml: readBlock, ...REFUSED },
  });
  return { node, body: content, firstLine: fences.closingLine + 1, diagnostics };
}

/**
 * A file's text with the slips of its front matter in their right form. Nothing else of it changes: line ends, a byte-order mark
 * and its body stay, and all of it does where its fences are not in order.
 */
export function writeAsRead(text: string, fieldOf: FieldOf): string {
  // Every second part is a line's end.
  const parts = text.split(/(\r\n|\r|\n)/);
  const closing = frontMatterEnd(parts.filter((_, index) => index % 2 === 0));
  if (closing === undefined) return text;
  const isInside = (index: number) => index % 2 === 0 && index > 0 && index < closing * 2;
  return parts.map((part, index) => (isInside(index) ? (rightForm(part, fieldOf) ?? part) : part)).join("");
}

const refuse = (): never => {
  throw new Error("only YAML front matter is read");
};
const REFUSED = { json: refuse, javascript: refuse };

interface Fences {
  /** The text with both fences bare: gray-matter would take spaces behind the closing one for a line of the body. */
  readonly text: string;
  readonly closingLine: number;
  readonly diagnostics: readonly Diagnostic[];
}

function checkFences(text: string, file: string): Fences {
  const failure = (problem: Diagnostic): Fences => ({ text: "", closingLine: 0, diagnostics: [problem] });
  const lines = text.split("\n");
  const [opening = ""] = lines;
  if (/^\s*\n---[ \t]*\n/.test(text)) return failure(blankFirstLine({ file, line: 1, column: 1 }));
  if (HIDDEN_START.test(opening)) return failure(hiddenStart({ file, line: 1, column: 1 }));
  if (/^<{7}(?: |$)/.test(opening))
    return failure(syntaxError({ file, line: 1, column: 1 }, "mergeConflict", ""));
  if (!opening.startsWith("---")) return failure(noFrontMatter({ file, line: 1, column: 1 }));
  if (!isFence(opening)) return failure(wrongFence({ file, line: 1, column: 1 }, opening.trim()));
  const closing = closingLine(lines);
  if (closing < 0) {
    const meant = lines.findIndex((line, index) => index > 0 && MEANT_AS_FENCE.test(line));
    if (meant < 0) return failure(unclosed({ file, line: 1, column: 1 }));
    return failure(wrongFence({ file, line: meant + 1, column: 1 }, lines[meant]?.trim() ?? ""));
  }
  const line = lines[closing] ?? "";
  if (!isFence(line)) return failure(wrongFence({ file, line: closing + 1, column: 1 }, line.trim()));
  const bare = lines.with(0, "---").with(closing, "---").join("\n");
  return { text: bare, closingLine: closing + 1, diagnostics: [] };
}

/** A fence behind what no editor can see: marks without width, or spaces. */
const HIDDEN_START = /^[\s\p{Cf}]+---/u;

/** What editors and their input methods make of a closing fence: too few hyphens, long dashes, YAML's three dots. */
const MEANT_AS_FENCE = /^(?:--|[—–－﹣‐‑−]+|\.{3}|[-—–－﹣‐‑−]{3,})[ \t]*$/;
