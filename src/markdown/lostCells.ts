import type { Table } from "mdast";
import { type Context, placeOf } from "./context.ts";
import { lostCells } from "./problems.ts";

/** Tells of the rows of a table that have more cells than its first, as what stands in the others is not shown. */
export function reportLostCells(table: Table, context: Context): void {
  const columns = table.children[0]?.children.length ?? 0;
  for (const { children: cells } of table.children) {
    const lost = cells.slice(columns).find(({ children }) => children.length > 0);
    if (lost !== undefined)
      context.diagnostics.push(lostCells(placeOf(context, lost), cells.length, columns));
  }
}
