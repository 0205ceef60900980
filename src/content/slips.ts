import type { Diagnostic, Place } from "../model/diagnostic.ts";
import type { YamlNode } from "../yaml/failsafe.ts";
import { readAsMeant } from "./problems.ts";

/** A front matter block with its slips mended, and the way back from places in it to places in the file. */
export interface Mended {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly restore: <P extends Place>(place: P) => P;
  readonly restoreNode: (node: YamlNode) => YamlNode;
}

interface MendedLine {
  readonly text: string;
  /** From this column on, the text stands so many columns further right than in the file. */
  readonly from: number;
  readonly by: number;
  readonly slip: Parameters<typeof readAsMeant>[1];
}

/**
 * Reads as meant the slips that stop the press elsewhere, on lines that start with a known key: a full-width colon,
 * full-width commas in a flow list, a colon and a space in an unquoted text. Each is a warning that shows the right form.
 */
export function mendSlips(block: string, file: string, isKnownKey: (key: string) => boolean): Mended {
  const shifts = new Map<number, MendedLine>();
  const diagnostics: Diagnostic[] = [];
  const lines = block.split("\n").map((line, index) => {
    const mended = mendLine(line, isKnownKey);
    if (mended === undefined) return line;
    // The block that gray-matter hands over starts with the end of the opening fence's line: index 0 is line 1.
    shifts.set(index + 1, mended);
    diagnostics.push(
      readAsMeant(
        { file, line: index + 1, column: mended.from },
        mended.slip,
        mended.text.trim().replace(/,(?=\S)/g, mended.slip === "comma" ? ", " : ","),
      ),
    );
    return mended.text;
  });
  const restore = <P extends Place>(place: P): P => {
    const shift = shifts.get(place.line ?? 0);
    if (shift === undefined || place.column === undefined || place.column <= shift.from) return place;
    return { ...place, column: place.column - shift.by };
  };
  return { text: lines.join("\n"), diagnostics, restore, restoreNode: (node) => restoreNode(node, restore) };
}

function mendLine(line: string, isKnownKey: (key: string) => boolean): MendedLine | undefined {
  const parts = /^([\p{L}]+)([ \t]*(?:：|:(?=\S)|: ))[ \t]*(.*)$/u.exec(line);
  const [, key = "", colon = "", rest = ""] = parts ?? [];
  if (parts === null || !isKnownKey(key)) return undefined;
  const value = mendValue(rest);
  const start = key.length + 1;
  const head = `${key}: `;
  const by = head.length + (value?.by ?? 0) - (line.length - rest.length);
  if (colon.trim() === "：") return { text: head + (value?.text ?? rest), from: start, by, slip: "colon" };
  if (!colon.endsWith(" ")) return { text: head + (value?.text ?? rest), from: start, by, slip: "space" };
  if (value === undefined) return undefined;
  return { text: head + value.text, from: line.length - rest.length + 1, by, slip: value.slip };
}

function mendValue(
  value: string,
): { readonly text: string; readonly by: number; readonly slip: "comma" | "unquoted" } | undefined {
  if (/^\[[^"']*[，、]/.test(value) && value.trimEnd().endsWith("]")) {
    return { text: value.replace(/[，、]/g, ","), by: 0, slip: "comma" };
  }
  const isPlain = /^[^"'[\]{}|>&*!#%@`,?-]/.test(value);
  if (!isPlain || !/:(?: |$)/.test(value)) return undefined;
  return { text: `"${value.trimEnd().replace(/[\\"]/g, "\\$&")}"`, by: 1, slip: "unquoted" };
}

function restoreNode(node: YamlNode, restore: <P extends Place>(place: P) => P): YamlNode {
  const place = restore(node.place);
  switch (node.kind) {
    case "text":
      return { ...node, place };
    case "list":
      return { ...node, place, items: node.items.map((item) => restoreNode(item, restore)) };
    case "map":
      return {
        ...node,
        place,
        entries: node.entries.map((entry) => ({
          key: entry.key,
          place: restore(entry.place),
          value: restoreNode(entry.value, restore),
        })),
      };
  }
}
