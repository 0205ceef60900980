import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { explainError } from "./explain.ts";
import type { YamlMap, YamlNode } from "./node.ts";
import { readPlainMap } from "./plainMap.ts";
import { anchorRefused, duplicateKey, escapedControl, keyRefused, tagRefused, tooLarge } from "./problems.ts";

const LARGEST = 256 * 1024;
const DEEPEST = 40;
/** What an escape in a quoted text may still say, though no file may hold it: control characters, halves of a pair. */
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u;
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype", "<<"]);

/**
 * Reads YAML under the failsafe schema: every scalar stays the text that was typed, keys are unique and plain, and
 * anchors, aliases, tags and merge keys are refused. `firstLine` is the line of the file on which the text starts;
 * `isKnownKey` tells keys of the top level, which makes one mistake clearer.
 * The value is undefined where the text is empty or cannot be read.
 */
export function readYaml(
  text: string,
  file: string,
  firstLine = 1,
  isKnownKey?: (key: string) => boolean,
): YamlReading {
  const plain = text.length > LARGEST ? undefined : readPlainMap(text, file, firstLine);
  return plain === undefined
    ? readWholeYaml(text, file, firstLine, isKnownKey)
    : { value: plain, diagnostics: [] };
}

/** What a YAML text holds, as far as it can be read. */
interface YamlReading {
  readonly value: YamlNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** `readYaml` for any text: it defines what the plain one may give. */
export function readWholeYaml(
  text: string,
  file: string,
  firstLine = 1,
  isKnownKey: (key: string) => boolean = () => false,
): YamlReading {
  if (text.length > LARGEST || nestingOf(text) > DEEPEST) return refuseWhole(file, firstLine);
  const lines = new LineCounter();
  const reader: Reader = {
    text,
    diagnostics: [],
    placeAt: (offset) => placeAt(lines, offset, file, firstLine),
  };
  try {
    const document = parseDocument(text, {
      schema: "failsafe",
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
    });
    // What follows the first mistake is mostly its echo.
    const [error] = [...document.errors, ...document.warnings];
    if (error !== undefined)
      reader.diagnostics.push(explainError(error, text, document, reader.placeAt, isKnownKey));
    const value =
      document.contents === null || reader.diagnostics.length > 0
        ? undefined
        : readNode(document.contents, reader);
    return { value, diagnostics: reader.diagnostics };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuseWhole(file, firstLine);
  }
}

function refuseWhole(file: string, line: number) {
  return { value: undefined, diagnostics: [tooLarge({ file, line, column: 1 })] };
}

interface Reader {
  readonly text: string;
  readonly diagnostics: Diagnostic[];
  readonly placeAt: (offset: number) => Place;
}

function placeAt(lines: LineCounter, offset: number, file: string, firstLine: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(line, 1) - 1 + firstLine, column: Math.max(col, 1) };
}

/** An upper bound of the nesting, in one cheap pass: the parser runs out of memory on a few thousand open brackets. */
function nestingOf(text: string): number {
  let open = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === "[" || character === "{") deepest = Math.max(deepest, ++open);
    else if ((character === "]" || character === "}") && open > 0) open--;
  }
  return /(?:[-?:][ \t]+){40}/.test(text) ? DEEPEST + 1 : deepest;
}

function readNode(node: Node, reader: Reader): YamlNode {
  const place = reader.placeAt(node.range?.[0] ?? 0);
  if (refuseMarkers(node, reader))
    return { kind: "text", text: isScalar(node) ? String(node.value) : "*", place };
  if (isMap(node)) return readMap(node.items, place, reader);
  if (isSeq(node)) {
    const items = node.items.map((item) => readNode(item as Node, reader));
    return { kind: "list", items, place };
  }
  const text = isScalar(node) && typeof node.value === "string" ? node.value : "";
  const hidden = HIDDEN.exec(text);
  if (hidden !== null) reader.diagnostics.push(escapedControl(place, hidden[0]));
  const comment = isScalar(node) && node.comment ? { comment: node.comment } : {};
  return { kind: "text", text, ...comment, place };
}

/** Tells of an anchor, an alias or a tag, at its own sign; true where there was one. */
function refuseMarkers(node: Node, { text, placeAt, diagnostics }: Reader): boolean {
  const start = node.range?.[0] ?? 0;
  const refuse = (problem: typeof anchorRefused, name: string) =>
    diagnostics.push(problem(placeAt(Math.max(text.lastIndexOf(name, start), 0)), name));
  if (isAlias(node)) return refuse(anchorRefused, `*${node.source}`) > 0;
  if (node.anchor) return refuse(anchorRefused, `&${node.anchor}`) > 0;
  return node.tag?.startsWith("!") === true && refuse(tagRefused, node.tag) > 0;
}

function readMap(items: readonly unknown[], place: Place, reader: Reader): YamlMap {
  const entries: { key: string; place: Place; value: YamlNode }[] = [];
  const seen = new Set<string>();
  for (const pair of items) {
    if (!isPair(pair)) continue;
    const keyNode = pair.key as Node;
    const keyPlace = reader.placeAt(keyNode.range?.[0] ?? 0);
    if (refuseMarkers(keyNode, reader)) continue;
    const key = isScalar(keyNode) ? String(keyNode.value).trim() : "";
    if (key === "" || FORBIDDEN_KEYS.has(key)) {
      reader.diagnostics.push(keyRefused(keyPlace, key));
      continue;
    }
    if (seen.has(key)) {
      reader.diagnostics.push(duplicateKey(keyPlace, key, key));
      continue;
    }
    seen.add(key);
    const value: YamlNode =
      pair.value === null
        ? { kind: "text", text: "", place: keyPlace }
        : readNode(pair.value as Node, reader);
    entries.push({ key, place: keyPlace, value });
  }
  return { kind: "map", entries, place };
}
