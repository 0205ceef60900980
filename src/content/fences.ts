/** Whether a line is a fence of front matter: three hyphens, and blanks after them at most. */
export function isFence(line: string): boolean {
  return /^---[ \t]*$/.test(line);
}

/** Which line takes front matter to its end, by the lines of a file: the first after the opening fence that starts with three hyphens, fence or not; -1 without one. */
export function closingLine(lines: readonly string[]): number {
  return lines.findIndex((line, index) => index > 0 && line.startsWith("---"));
}

/** The index of the line that closes front matter, by the lines of a file with or without a byte-order mark; undefined where either fence is not in order. */
export function frontMatterEnd(lines: readonly string[]): number | undefined {
  if (!isFence(lines[0]?.replace(/^\uFEFF/, "") ?? "")) return undefined;
  const closing = closingLine(lines);
  return isFence(lines[closing] ?? "") ? closing : undefined;
}
