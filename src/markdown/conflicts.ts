import type { Nodes, Root } from "mdast";
import type { Context } from "./context.ts";
import { mergeConflict } from "./problems.ts";

/** The lines that git writes around the two versions of a text. */
const MARKER = /^(?:(?:<{7}|>{7})(?: .*)?|={7})$/;

/** Nobody quotes in seven levels, so this is one also without the others. */
const LEFT_OVER = /^>{7} \S/;

/** Tells of each merge that nobody finished, at its first line. Code may show one. */
export function reportConflicts(tree: Root, { source, options, diagnostics }: Context): void {
  if (!/^[<>]{7}/m.test(source)) return;
  const code = new Set<number>();
  noteCode(tree, code);
  let isOpen = false;
  let separator: number | undefined;
  const tell = (line: number, isLeftOver = false) => {
    const place = { file: options.file, line: options.firstLine + line - 1, column: 1 };
    diagnostics.push(mergeConflict(place, isLeftOver));
  };
  for (const [index, text] of source.split("\n").entries()) {
    const line = index + 1;
    if (!MARKER.test(text) || code.has(line)) continue;
    if (text.startsWith("=")) separator = line;
    else if (text.startsWith("<")) {
      if (!isOpen) tell(line);
      isOpen = true;
    } else {
      // Without its first marker, the second still tells it from a heading and a deep quote.
      if (!isOpen && separator !== undefined) tell(separator);
      else if (!isOpen && LEFT_OVER.test(text)) tell(line, true);
      isOpen = false;
      separator = undefined;
    }
  }
}

function noteCode(node: Nodes, lines: Set<number>): void {
  if (node.type === "code" && node.position !== undefined) {
    for (let line = node.position.start.line; line <= node.position.end.line; line++) lines.add(line);
  }
  if ("children" in node) for (const child of node.children) noteCode(child, lines);
}
