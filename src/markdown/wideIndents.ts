/** Full-width blanks, and marks that nobody sees. */
const WIDE = "\\u2002\\u2003\\u3000\\u200b\\u2060\\ufeff";
const WIDE_INDENT = new RegExp(`^[ \\t]*[${WIDE}][ \\t${WIDE}]*`);
const INDENTED_SIGN = new RegExp(`^[ \\t]*[${WIDE}][ \\t${WIDE}]*(?:[-+*#>|:\`~_\\d]|$)`, "m");

/** Makes a block of its line, whatever stands above and below. */
const ALONE = /^(?:#{1,6}[ \t]|:{2,}[^\s:]|:{3,}[ \t]*$)/;
/** Makes one that takes in the lines below, or goes on from those above. */
const AMONG = /^(?:[-+*][ \t]+\S|\d{1,9}[.)][ \t]+\S|>|\|)/;
/** Under a paragraph it would make a heading of it. */
const RULE = /^(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;
const FENCE = /^[\s>\u200b\u2060]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * The text with plain blanks instead of the full-width ones before the sign of a block (`　　## 题`), which Markdown would
 * take for words, and on lines of nothing else; of the same length, so that all keeps its place. A list, a quote or a table is read so only where each of
 * its lines up to the next empty one has a sign: it would swallow an indented paragraph below. Code stays as it is.
 */
export function readWideIndents(source: string): string {
  if (!INDENTED_SIGN.test(source)) return source;
  const read: string[] = [];
  let group: string[] = [];
  let fence = "";
  const endGroup = () => {
    read.push(...readGroup(group));
    group = [];
  };
  for (const line of source.split("\n")) {
    const sign = FENCE.exec(line)?.[1] ?? "";
    const isEnd = fence !== "" && sign.startsWith(fence) && line.trim().endsWith(sign);
    if (fence !== "" && !isEnd) read.push(line);
    else if (sign === "" && withoutWide(line).trim() !== "") group.push(line);
    else {
      endGroup();
      read.push(withoutWide(line));
      fence = isEnd ? "" : sign;
    }
  }
  endGroup();
  return read.join("\n");
}

/** The lines between two empty ones. */
function readGroup(lines: readonly string[]): readonly string[] {
  const signs = lines.map((line) => withoutWide(line).trimStart());
  const isWhole = signs.every((sign) => ALONE.test(sign) || AMONG.test(sign));
  const isRule = signs.length === 1 && RULE.test(signs[0] ?? "");
  return lines.map((line, at) =>
    isWhole || isRule || ALONE.test(signs[at] ?? "") ? withoutWide(line) : line,
  );
}

function withoutWide(line: string): string {
  return line.replace(WIDE_INDENT, (indent) => indent.replace(/[^\t]/g, " "));
}
