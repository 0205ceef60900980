import type { Diagnostic } from "../model/diagnostic.ts";
import type { YamlNode } from "../yaml/node.ts";
import type { FieldOf } from "../yaml/spellings.ts";
import { bidiOverride, hiddenDirection, hiddenMark } from "./problems.ts";

/** Overrides, embeddings and isolates: they turn the text that follows round. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;

// Joiners make one sign of several emoji and shape Arabic and Indian letters: only beside others are they stray.
const WITHOUT_WIDTH =
  /[\u00ad\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]|[\u200c\u200d](?=$|[\p{Script=Han}\p{Script=Latin}\d])|(?<=^|[\p{Script=Han}\p{Script=Latin}\d])[\u200c\u200d]/gu;

/** Whether a text holds a hidden change of direction. */
export function turnsDirection(text: string): boolean {
  return DIRECTION.test(text);
}

/** The text without stray characters that nobody can see. */
export function withoutHiddenMarks(text: string): string {
  return text.replace(WITHOUT_WIDTH, "");
}

/** Tells hidden changes of direction in a file, a line once; a line of which an error tells it already is passed over. */
export function hiddenDirections(text: string, file: string, told: readonly Diagnostic[]): Diagnostic[] {
  if (!DIRECTION.test(text)) return [];
  const errors = new Set(told.filter(({ code }) => code === bidiOverride.rule.code).map(({ line }) => line));
  return text.split("\n").flatMap((line, index) => {
    const column = line.search(DIRECTION) + 1;
    return column === 0 || errors.has(index + 1) ? [] : [hiddenDirection({ file, line: index + 1, column })];
  });
}

/** Tells hidden marks in the tags of a front matter, which are read without them. */
export function hiddenMarks(node: YamlNode | undefined, fieldOf: FieldOf): Diagnostic[] {
  if (node?.kind !== "map") return [];
  const tags = node.entries.filter(({ key }) => fieldOf(key) === "tags").map(({ value }) => value);
  return tags
    .flatMap((value) => (value.kind === "list" ? value.items : [value]))
    .flatMap((item) => {
      if (item.kind !== "text") return [];
      const visible = withoutHiddenMarks(item.text);
      return visible === item.text ? [] : [hiddenMark(item.place, visible.trim())];
    });
}
