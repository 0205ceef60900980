import type { FootnoteDefinition } from "mdast";
import { type Context, placeOf } from "./context.ts";
import { unusedFootnote } from "./problems.ts";

/** Tells of the footnotes that nothing in the text calls: no page shows them. */
export function reportUnusedNotes(
  notes: readonly FootnoteDefinition[],
  called: ReadonlySet<string>,
  context: Context,
): void {
  for (const note of notes) {
    if (called.has(note.identifier)) continue;
    context.diagnostics.push(unusedFootnote(placeOf(context, note), note.label ?? note.identifier));
  }
}
