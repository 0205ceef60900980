import type { Diagnostic, Place } from "../model/diagnostic.ts";
import type { YamlNode } from "../yaml/node.ts";
import type { FieldOf } from "../yaml/spellings.ts";
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
  /** What to write instead. */
  readonly form: string;
  readonly slip: Parameters<typeof readAsMeant>[1];
  /** The column in the file at which the slip stands. */
  readonly column: number;
  /** The column in the file of a column of `text`. */
  readonly columnOf: (column: number) => number;
}

/**
 * Reads as meant the slips that stop the press elsewhere, on lines that start with a known key: a full-width colon, a blank
 * that is no plain one after it, full-width commas, colons and brackets of a flow list or map, a colon and a space in an
 * unquoted text. Each is a warning that shows the right form.
 */
export function mendSlips(block: string, file: string, fieldOf: FieldOf): Mended {
  const mendedLines = new Map<number, MendedLine>();
  const diagnostics: Diagnostic[] = [];
  const lines = block.split("\n").map((line, index) => {
    const mended = mendLine(line, fieldOf);
    if (mended === undefined) return line;
    // The block that gray-matter hands over starts with the end of the opening fence's line: index 0 is line 1.
    mendedLines.set(index + 1, mended);
    diagnostics.push(readAsMeant({ file, line: index + 1, column: mended.column }, mended.slip, mended.form));
    return mended.text;
  });
  const restore = <P extends Place>(place: P): P => {
    const mended = mendedLines.get(place.line ?? 0);
    if (mended === undefined || place.column === undefined) return place;
    return { ...place, column: mended.columnOf(place.column) };
  };
  return { text: lines.join("\n"), diagnostics, restore, restoreNode: (node) => restoreNode(node, restore) };
}

/** What to write instead of a line with a slip; undefined for one without. It is read as the line was. */
export function rightForm(line: string, fieldOf: FieldOf): string | undefined {
  return mendLine(line, fieldOf)?.form;
}

function mendLine(line: string, fieldOf: FieldOf): MendedLine | undefined {
  const parts = /^([\p{L}]+)([ \t]*(?:：|:[^\S \t]|:(?=\S)|: ))\s*(.*)$/u.exec(line);
  const [, key = "", colon = "", rest = ""] = parts ?? [];
  const field = fieldOf(key);
  if (field === undefined) return undefined;
  const value = mendValue(rest, LISTS.get(field));
  const colonSlip = COLON_SLIPS.get(colon.trimStart()) ?? (colon.endsWith(": ") ? undefined : "blank");
  const slip = colonSlip ?? value?.slip;
  if (slip === undefined) return undefined;
  const head = `${key}: `;
  const start = line.length - rest.length;
  const quote = value?.slip === "unquoted" || value?.slip === "brackets" ? 1 : 0;
  const text = head + (value?.text ?? rest);
  const hasItems = value !== undefined && value.slip !== "unquoted";
  // A comma inside quotes is the text's own.
  const form = hasItems && !/["']/.test(text) ? text.replace(/,(?=\S)/g, ", ") : text;
  return {
    text,
    form: form.trim(),
    slip,
    column: colonSlip === undefined ? start + 1 : key.length + colon.trimEnd().length,
    columnOf: (column) => {
      if (column <= key.length) return column;
      const inValue = column - head.length - quote;
      const inserted = value?.inserted?.filter((at) => at < inValue).length ?? 0;
      return start + Math.max(1, inValue - inserted);
    },
  };
}

const COLON_SLIPS: ReadonlyMap<string, "colon" | "space"> = new Map([
  ["：", "colon"],
  [":", "space"],
]);

/**
 * The fields that want a list, and what separates its items where the brackets were forgotten: the first of these that the text
 * has. An English name may hold a comma, and a Chinese one a space that makes it as wide as its neighbours; an English tag may
 * hold a space.
 */
const LISTS = new Map<string, readonly RegExp[]>([
  ["tags", [/[，、,;；]/, /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u]],
  ["authors", [/[，、；]/]],
  ["correspondents", [/[，、；]/]],
]);

/** Whether a field wants a list of words or names. */
export function wantsList(field: string): boolean {
  return LISTS.has(field);
}

interface MendedValue {
  readonly text: string;
  readonly slip: "comma" | "unquoted" | "brackets" | "braces";
  /** Where the text has a blank that the editor did not type: columns of the text, from 1. */
  readonly inserted?: readonly number[];
}

function mendValue(value: string, separators: readonly RegExp[] | undefined): MendedValue | undefined {
  if (/^\[[^"']*[，、]/.test(value) && /\]\s*(?:\s#.*)?$/.test(value))
    return { text: value.replace(/[，、]/g, ","), slip: "comma" };
  if (/^\{[^"'{}]*\}$/.test(value) && value.search(WIDE_COLON) >= 0) return mendBraces(value);
  const isPlain = /^[^"'[\]{}|>&*!#%@`,?-]/.test(value);
  const separator = separators?.find((each) => each.test(value));
  const isList = separator !== undefined || (separators !== undefined && FULL_BRACKETS.test(value));
  if (isPlain && isList && !/[#"':[\]{}]/.test(value)) {
    const inside = value.replace(/^[【［]|[】］]$/g, "");
    const items = separator === undefined ? [inside] : inside.split(separator);
    return {
      text: `[${items
        .map((item) => item.trim())
        .filter((item) => item !== "")
        .join(",")}]`,
      slip: "brackets",
    };
  }
  if (!isPlain || !/:(?: |$)/.test(value)) return undefined;
  return { text: `"${value.trimEnd().replace(/[\\"]/g, "\\$&")}"`, slip: "unquoted" };
}

const FULL_BRACKETS = /^[【［].*[】］]$/;
/** The keys of maps inside a front matter: before a full-width colon only they are taken for keys, other words for text. */
const INNER_KEY = "(?:姓名|名字|单位|名称|链接|图片|替代文字|说明|图说|摄影|作者|日期|内容|文字|原因|[a-z]+)";
const WIDE_COLON = new RegExp(`(?<=[{,，]\\s*${INNER_KEY})：`, "g");
const WIDE_COMMA = new RegExp(`，(?=\\s*${INNER_KEY}[:：])`, "g");

/** A plain colon needs a blank after it, a comma does not. */
function mendBraces(value: string): MendedValue {
  const inserted: number[] = [];
  const text = value.replace(WIDE_COMMA, ",").replace(WIDE_COLON, (_, at: number) => {
    inserted.push(at + inserted.length + 2);
    return ": ";
  });
  return { text, slip: "braces", inserted };
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
