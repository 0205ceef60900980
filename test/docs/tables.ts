/** A Markdown table. Cells are Markdown already. */
export function makeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Plain words as the Markdown of a cell: no sign in them is taken for markup. */
export function plainCell(words: string): string {
  return words.replace(/[\\`*_[\]<|]/g, "\\$&");
}

/** The cells of the first table below a heading, without its head. Throws where there is none. */
export function tableBelow(text: string, heading: string): string[][] {
  const lines = text.split("\n");
  const from = lines.indexOf(heading);
  const start = lines.findIndex((line, index) => index > from && line.startsWith("|"));
  if (from < 0 || start < 0) throw new Error(`no table below “${heading}”`);
  const length = lines.slice(start).findIndex((line) => !line.startsWith("|"));
  return lines.slice(start + 2, length < 0 ? undefined : start + length).map(cellsOf);
}

function cellsOf(row: string): string[] {
  return row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** What a cell holds between its first backticks, else the whole cell. */
export function codeOf(cell: string): string {
  return /`([^`]+)`/.exec(cell)?.[1] ?? cell;
}
