import type { Code, Html } from "mdast";
import { remember } from "../model/remember.ts";
import { type Context, placeOf, pointsFrom } from "./context.ts";
import { unclosedCode, unclosedComment, unclosedTag } from "./problems.ts";

/** What only its own end closes: to Markdown, all lines up to there belong to it, blank ones too. */
const ENDS: readonly (readonly [opening: RegExp, closing: string])[] = [
  [/^<script(?=[\s>])/i, "</script>"],
  [/^<style(?=[\s>])/i, "</style>"],
  [/^<textarea(?=[\s>])/i, "</textarea>"],
  [/^<pre(?=[\s>])/i, "</pre>"],
  [/^<!\[CDATA\[/, "]]>"],
  [/^<\?/, "?>"],
  [/^<![a-z]/i, ">"],
];

/** Makes the function that tells of raw HTML which is never closed: what follows it is lost without a sign. */
export function unclosedRawReporter(context: Context): (node: Html) => void {
  const { source, diagnostics } = context;
  // In a line each tag stands alone, its end behind it; a text may hold thousands.
  const lastEnd = remember((closing: string) => {
    const ends = source.matchAll(new RegExp(closing.replace(/[\]?]/g, "\\$&"), "gi"));
    return [...ends].at(-1)?.index ?? -1;
  });
  return (node) => {
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return;
    const { line, column, offset } = start;
    const typed = source.slice(offset, end.offset);
    const pointAt = pointsFrom(source, { line, column, offset });
    for (const at of unclosedComments(typed)) {
      const position = { start: pointAt(offset + at) };
      diagnostics.push(unclosedComment(placeOf(context, { position }), false));
    }
    for (const [opening, closing] of ENDS) {
      const opened = opening.exec(typed)?.[0];
      if (opened === undefined || lastEnd(closing) > offset) continue;
      if (closing === "</pre>") diagnostics.push(unclosedCode(placeOf(context, node), "</pre>"));
      else diagnostics.push(unclosedTag(placeOf(context, node), opened, closing));
    }
  };
}

/** Tells of a fence without its second one. */
export function reportUnclosedCode(node: Code, context: Context): void {
  const { start, end } = node.position ?? {};
  const [first = "", ...lines] = context.source.slice(start?.offset, end?.offset).split("\n");
  const fence = /^(?:`{3,}|~{3,})/.exec(first)?.[0];
  if (fence === undefined) return;
  const last = (lines.at(-1) ?? "").replace(/^[ \t>]*/, "").trimEnd();
  const isClosed = last.startsWith(fence) && last === fence.charAt(0).repeat(last.length);
  if (!isClosed) context.diagnostics.push(unclosedCode(placeOf(context, node), fence));
}

/** Where in raw HTML the comments start that nobody ended, from 0. One pass, as a hostile text may start thousands. */
function unclosedComments(typed: string): number[] {
  const found: number[] = [];
  const closing = /--!?>/g;
  for (let start = typed.indexOf("<!--"); start !== -1; ) {
    closing.lastIndex = start + 2;
    if (!closing.test(typed)) return [...found, start];
    const end = closing.lastIndex;
    if (takesInAnother(typed.slice(start, end))) found.push(start);
    start = typed.indexOf("<!--", end);
  }
  return found;
}

/** A comment that goes on over lines and takes in the start of another surely missed its own end. */
function takesInAnother(comment: string): boolean {
  const secondLine = comment.indexOf("\n");
  return secondLine !== -1 && comment.includes("<!--", secondLine);
}
