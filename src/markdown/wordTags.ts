import type { Html, Text } from "mdast";
import { type Context, pointsFrom } from "./context.ts";

/** What Word and Outlook write into HTML: `<o:p>`, `<st1:date …>`, `<![if …]>`, `<?xml:namespace …>`. A colon in a name is no HTML for Markdown. */
const WORD_TAG =
  /<\/?(?:[avwox]|st\d|wp\w?|pic|mc):[a-z]\w{0,40}(?:\s[^<>]{0,500})?\/?>|<!\[(?:if[^<>\]]{0,100}|endif)\]>|<\?xml:[^<>]{0,500}>/gi;

/** The text with Word's tags as raw HTML, so that they are taken off and told like any other; those that were escaped stay. */
export function splitAtWordTags(node: Text, { source }: Context): (Text | Html)[] {
  if (!node.value.includes("<")) return [node];
  const { line = 1, column = 1, offset } = node.position?.start ?? {};
  const typed = source.slice(offset, node.position?.end.offset);
  const tags = [...node.value.matchAll(WORD_TAG)];
  // Between lines, the source has signs of a quote or an indent that the text has not.
  const places = [...typed.matchAll(WORD_TAG)];
  if (tags.length === 0 || offset === undefined || /\\<|&lt;|&#/.test(typed)) return [node];
  const pieces: (Text | Html)[] = [];
  const pointAt = pointsFrom(source, { line, column, offset });
  let done = 0;
  for (const [number, { 0: value, index }] of tags.entries()) {
    if (index > done) pieces.push({ ...node, value: node.value.slice(done, index) });
    done = index + value.length;
    const start = pointAt(offset + (places[number]?.index ?? 0));
    pieces.push({
      type: "html",
      value,
      position: { start, end: pointAt(start.offset + value.length) },
    });
  }
  return done === node.value.length ? pieces : [...pieces, { ...node, value: node.value.slice(done) }];
}
