/** Rows of text as aligned columns, the first row being the headings; the first column stands left, numbers right. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  const rule = "-".repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return [lines[0] ?? "", rule, ...lines.slice(1)].join("\n");
}

/** Seconds with as many digits as can mean anything. */
export function formatSeconds(seconds: number): string {
  return seconds.toFixed(seconds < 0.1 ? 3 : seconds < 10 ? 2 : 1);
}
