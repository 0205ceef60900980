import type { FootnoteDefinition } from "mdast";
import { type Context, placeOf } from "./context.ts";
import { repeatedFootnote, unusedFootnote } from "./problems.ts";

/** Tells of the footnotes that no page shows: nothing in the text calls them, or an earlier one has their name. */
export function reportLostNotes(
  notes: readonly FootnoteDefinition[],
  called: ReadonlySet<string>,
  context: Context,
): void {
  const first = new Map<string, number>();
  for (const note of notes) {
    const place = placeOf(context, note);
    const name = note.label ?? note.identifier;
    const before = first.get(note.identifier);
    if (before === undefined) first.set(note.identifier, place.line ?? 0);
    if (!called.has(note.identifier)) context.diagnostics.push(unusedFootnote(place, name));
    else if (before !== undefined) context.diagnostics.push(repeatedFootnote(place, name, before));
  }
}
