import type { Place } from "../model/diagnostic.ts";
import type { YamlMap, YamlNode } from "./node.ts";

/** What may start a plain scalar whatever follows, and nothing that means anything to YAML. */
const START = "[\\p{L}\\p{N}《（“‘【「]";
/** Signs that may mean something inside a flow list, or inside a plain scalar beside a blank. */
const DOUBTFUL = /[#:[\]{},&*!|>'"%@`\\?\x00-\x1f\x7f-\x9f\u00a0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/;
/** In a scalar on a line of its own only a colon or `#` beside a blank ends it. */
const DOUBTFUL_ALONE =
  /(?:^|[ ])#|:(?: |$)|[\x00-\x1f\x7f-\x9f\u00a0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]| $/;

const ENTRY = /^([\p{L}_][\p{L}\p{N}_]*):(?: (.+))?$/u;
const FLOW_LIST = /^\[([^[\]]+)\]$/;
const BLOCK_ITEM = /^( *)- (.+)$/;
const STARTED = new RegExp(`^${START}`, "u");
const REFUSED = ["__proto__", "constructor", "prototype"];

type Entries = { key: string; place: Place; value: YamlNode }[];
type PlaceAt = (column: number) => Place;

/** A list of lines that start with `- `, and the map that its last item is. */
interface OpenList {
  readonly items: YamlNode[];
  readonly indent: number;
  entries?: Entries;
}

/**
 * Reads a map made only of the plainest lines, `key: text`, `key: [text, text]` and lists of `- text` or of `- key: text`,
 * into the node that the whole reader would make of it, many times faster. Undefined at the first sign that the text may be
 * more than that.
 */
export function readPlainMap(text: string, file: string, firstLine: number): YamlMap | undefined {
  const entries: Entries = [];
  let list: OpenList | undefined;
  let empty: { readonly key: string; readonly place: Place } | undefined;
  let line = firstLine - 1;
  for (const written of text.split("\n")) {
    line++;
    if (written === "") continue;
    const at = line;
    const place: PlaceAt = (column) => ({ file, line: at, column });
    const item = BLOCK_ITEM.exec(written);
    if (item !== null) {
      const indent = item[1]?.length ?? 0;
      if (empty !== undefined) {
        list = { items: [], indent };
        entries.push({ ...empty, value: { kind: "list", items: list.items, place: place(indent + 1) } });
        empty = undefined;
      }
      if (list?.indent !== indent || !addItem(list, item[2] ?? "", place)) return undefined;
      continue;
    }
    const inner = list?.entries;
    if (list !== undefined && inner !== undefined && written.startsWith(" ".repeat(list.indent + 2))) {
      if (!addEntry(inner, written.slice(list.indent + 2), list.indent + 2, place)) return undefined;
      continue;
    }
    if (empty !== undefined) return undefined;
    list = undefined;
    const key = /^([\p{L}_][\p{L}\p{N}_]*):$/u.exec(written)?.[1];
    if (key !== undefined && isNew(entries, key)) empty = { key, place: place(1) };
    else if (!addEntry(entries, written, 0, place)) return undefined;
  }
  const [first] = entries;
  return empty === undefined && first !== undefined
    ? { kind: "map", entries, place: first.place }
    : undefined;
}

function addItem(list: OpenList, written: string, place: PlaceAt): boolean {
  const column = list.indent + 3;
  const entries: Entries = [];
  if (addEntry(entries, written, list.indent + 2, place)) {
    list.entries = entries;
    list.items.push({ kind: "map", entries, place: place(column) });
    return true;
  }
  list.entries = undefined;
  const value = readScalar(written, place(column));
  if (value !== undefined) list.items.push(value);
  return value !== undefined;
}

/** Adds what `key: value` says; false where it may say something else. */
function addEntry(entries: Entries, written: string, indent: number, place: PlaceAt): boolean {
  const [, key, text] = ENTRY.exec(written) ?? [];
  if (key === undefined || text === undefined || !isNew(entries, key)) return false;
  const column = indent + key.length + 3;
  const inner = FLOW_LIST.exec(text)?.[1];
  const value = inner === undefined ? readScalar(text, place(column)) : readList(inner, column, place);
  if (value === undefined) return false;
  entries.push({ key, place: place(indent + 1), value });
  return true;
}

function isNew(entries: Entries, key: string): boolean {
  return !REFUSED.includes(key) && entries.every((entry) => entry.key !== key);
}

function readScalar(text: string, place: Place): YamlNode | undefined {
  return STARTED.test(text) && !DOUBTFUL_ALONE.test(text) ? { kind: "text", text, place } : undefined;
}

function readList(inner: string, column: number, place: PlaceAt): YamlNode | undefined {
  const items: YamlNode[] = [];
  let at = column + 1;
  for (const written of inner.split(",")) {
    const text = written.trim();
    if (!STARTED.test(text) || DOUBTFUL.test(text)) return undefined;
    items.push({ kind: "text", text, place: place(at + written.indexOf(text)) });
    at += written.length + 1;
  }
  return { kind: "list", items, place: place(column) };
}
