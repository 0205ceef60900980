/**
 * Where the parser stumbled at an offset because a key of the top level is indented: the offset of that key; undefined where it
 * was something else. The key stands on the line itself, among the indented ones that follow it, or on the first of all.
 */
export function indentedKey(
  text: string,
  offset: number,
  isKnownKey: (key: string) => boolean,
): number | undefined {
  let start = 0;
  let isFirst = true;
  // Below a key without a value, an indented line is a part of it.
  let isComplete = true;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const [, indent, key] = KEY.exec(line) ?? [];
    if (indent !== undefined && indent !== "" && key !== undefined && isComplete && isKnownKey(key)) {
      if (isFirst || end >= offset) return start + indent.length;
    }
    // The next one of the top level: what is wrong was wrong before it.
    if (indent === "" && start > offset) return undefined;
    if (/^\S/.test(line)) isComplete = COMPLETE.test(line);
    if (line.trim() !== "") isFirst = false;
    start = end + 1;
  }
  return undefined;
}

const KEY = /^([ \t]*)([\p{L}\p{N}_]+)[ \t]*:(?:[ \t]|$)/u;
/** A key with a value of its own on its line. */
const COMPLETE = /^[^\s:]+[ \t]*:[ \t]+[^\s|>#]/;
