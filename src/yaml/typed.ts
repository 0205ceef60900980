import { z } from "zod";
import type { Diagnostic, Parsed, Place } from "../model/diagnostic.ts";
import { editDistance, nearestName } from "../model/suggest.ts";
import type { YamlMap, YamlNode } from "./failsafe.ts";
import {
  duplicateKey,
  emptyText,
  missingKey,
  mistypedKey,
  notAllowed,
  notAMap,
  syntaxError,
  tooLong,
  unknownKey,
  type Wanted,
  wrongType,
} from "./problems.ts";
import { schemaAt, unwrap, valueSchema } from "./schema.ts";

/** The parameters of a schema's own (`custom`) issue: how to make the diagnostic once its place and key are known. */
export interface CustomIssue {
  readonly make: (place: Place, key: string) => Diagnostic;
}

/** What a typed reading returns: the value, or undefined where there was an error; and where a value stands, by its path (`/related/0`). */
export interface Typed<T> extends Parsed<T | undefined> {
  readonly placeOf: (path: string) => Place;
}

/**
 * Gives a YAML map its types. A field's Chinese name is its schema's `meta({ zh })`, its other names `meta({ also })`;
 * an unknown key is a warning, or an error where it is one slip from a known Latin one or `strictKeys` is set.
 * `at` is the place that stands for a missing key.
 */
export function readTyped<S extends z.ZodObject>(
  schema: S,
  node: YamlNode | undefined,
  at: Place,
  { strictKeys = false }: { readonly strictKeys?: boolean } = {},
): Typed<z.output<S>> {
  if (node !== undefined && node.kind !== "map") {
    return { value: undefined, placeOf: () => node.place, diagnostics: [notAMap(node.place)] };
  }
  const reading: Reading = {
    strictKeys,
    diagnostics: [],
    spots: new Map([["", { place: at, key: "" }]]),
    explained: new Set(),
  };
  const plain = node === undefined ? {} : plainMap(schema, node, "", reading);
  const result = schema.safeParse(plain);
  for (const issue of result.error?.issues ?? []) {
    const path = writtenPath(plain, issue.path);
    if (!reading.explained.has(pathText(path)))
      reading.diagnostics.push(explainIssue(issue, path, plain, schema, reading));
  }
  const { spots } = reading;
  // A single value that serves as a list stands at its key.
  const placeOf = (path: string): Place =>
    (spots.get(path) ?? spots.get(path.replace(/\/0$/, "")))?.place ?? at;
  return { value: result.data as z.output<S> | undefined, placeOf, diagnostics: reading.diagnostics };
}

/** The Chinese name of a field, or its own where it has none. */
export function zhName(field: z.ZodType | undefined, name: string): string {
  const zh = field?.meta()?.zh;
  return typeof zh === "string" ? zh : name;
}

interface Reading {
  readonly strictKeys: boolean;
  readonly diagnostics: Diagnostic[];
  /** Where the value at a path stands, and the key under which its editor wrote it. */
  readonly spots: Map<string, { readonly place: Place; readonly key: string }>;
  /** The paths of values that need no further word. */
  readonly explained: Set<string>;
}

function toPlain(schema: z.ZodType, node: YamlNode, path: string, key: string, reading: Reading): unknown {
  reading.spots.set(path, { place: node.place, key });
  const inner = unwrap(schema);
  switch (node.kind) {
    case "text":
      if (hasFullWidthColon(node.text, inner)) {
        const column = (node.place.column ?? 1) + node.text.indexOf("：");
        reading.diagnostics.push(syntaxError({ ...node.place, column }, "fullWidthColon", ""));
        reading.explained.add(path);
      }
      return node.text;
    case "list": {
      const element = inner instanceof z.ZodArray ? (inner.element as z.ZodType) : z.unknown();
      return node.items.map((item, index) => toPlain(element, item, `${path}/${index}`, key, reading));
    }
    case "map":
      // A single map serves where a list of maps is wanted.
      return plainMap(
        inner instanceof z.ZodArray ? (inner.element as z.ZodType) : inner,
        node,
        path,
        reading,
      );
  }
}

/** Text where a map is wanted, or would do: `名称：某报` is a map with a full-width colon, not the name of an outlet. */
function hasFullWidthColon(text: string, schema: z.ZodType): boolean {
  const wanted = schema instanceof z.ZodArray ? unwrap(schema.element as z.ZodType) : schema;
  const [, key] = /^(\p{L}+)\s*：/u.exec(text) ?? [];
  return wanted instanceof z.ZodObject && key !== undefined && knownSpellings(wanted).has(key.toLowerCase());
}

function plainMap(schema: z.ZodType, node: YamlMap, path: string, reading: Reading): Record<string, unknown> {
  const inner = unwrap(schema);
  const plain: Record<string, unknown> = {};
  const names = inner instanceof z.ZodObject ? knownSpellings(inner) : undefined;
  const written = new Map<string, string>();
  for (const { key, place, value } of node.entries) {
    const name = names === undefined ? key : names.get(key.toLowerCase());
    if (name === undefined) {
      reading.diagnostics.push(explainUnknown(key, place, inner as z.ZodObject, reading));
      continue;
    }
    const field = inner instanceof z.ZodObject ? inner.shape[name] : valueSchema(inner);
    const other = written.get(name);
    if (other !== undefined) {
      reading.diagnostics.push(duplicateKey(place, key, other));
      continue;
    }
    written.set(name, key);
    if (value.kind === "text" && value.text === "" && field?.safeParse(undefined).success) continue;
    plain[name] = toPlain(field ?? z.unknown(), value, `${path}/${name}`, key, reading);
    if (value.kind === "text" && value.text === "") reading.spots.set(`${path}/${name}`, { place, key });
  }
  return plain;
}

const namesByShape = new WeakMap<z.ZodObject, ReadonlyMap<string, string>>();

/** Every accepted spelling of a schema's keys, lower-cased → the key. */
export function knownSpellings(schema: z.ZodObject): ReadonlyMap<string, string> {
  const known = namesByShape.get(schema);
  if (known !== undefined) return known;
  const names = new Map<string, string>();
  for (const [name, field] of Object.entries(schema.shape)) {
    const { zh, also } = field.meta() ?? {};
    for (const spelling of [name, zh, ...(Array.isArray(also) ? also : [])]) {
      if (typeof spelling === "string") names.set(spelling.toLowerCase(), name);
    }
  }
  namesByShape.set(schema, names);
  return names;
}

function explainUnknown(key: string, place: Place, schema: z.ZodObject, { strictKeys }: Reading): Diagnostic {
  const spellings = Object.entries(schema.shape).flatMap(([name, field]) => [name, zhName(field, name)]);
  const nearest = nearestName(key, spellings);
  if (
    nearest !== undefined &&
    /^[a-z]+$/i.test(key) &&
    editDistance(key.toLowerCase(), nearest.toLowerCase()) === 1
  ) {
    return mistypedKey(place, key, nearest);
  }
  const known = Object.entries(schema.shape).map(([name, field]) => zhName(field, name));
  const diagnostic = unknownKey(place, key, nearest, known);
  return strictKeys ? { ...diagnostic, severity: "error" } : diagnostic;
}

function explainIssue(
  issue: z.core.$ZodIssue,
  path: readonly PropertyKey[],
  plain: unknown,
  schema: z.ZodObject,
  reading: Reading,
): Diagnostic {
  const { place, key } = spotOf(path, reading);
  if (isMissing(plain, path)) {
    const name = String(path.at(-1));
    return missingKey(place, name, zhName(schemaAt(schema, issue.path), name));
  }
  switch (issue.code) {
    case "invalid_type":
      return wrongType(place, key, WANTED[issue.expected] ?? "text", namesAt(schema, issue.path));
    case "too_big":
      return tooLong(place, key, Number(issue.maximum));
    case "too_small":
      return emptyText(place, key);
    case "invalid_value":
      return notAllowed(place, key, issue.values.map(String));
    case "custom":
      return (issue.params as unknown as CustomIssue).make(place, key);
    default:
      throw new Error(`a schema of ours gave an issue that nothing explains: ${issue.code}`);
  }
}

/** The names of the keys that a map at a path may hold. */
function namesAt(schema: z.ZodObject, path: readonly PropertyKey[]): string[] {
  const inner = unwrap(schemaAt(schema, path) ?? z.unknown());
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape).map(([name, field]) => zhName(field, name));
}

const WANTED: Readonly<Record<string, Wanted>> = {
  string: "text",
  array: "list",
  object: "map",
  record: "map",
  boolean: "flag",
  number: "number",
};

/** `/related/0` */
function pathText(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step)}`).join("");
}

/** The nearest enclosing place that is known. */
function spotOf(
  path: readonly PropertyKey[],
  { spots }: Reading,
): { readonly place: Place; readonly key: string } {
  for (let length = path.length; length > 0; length--) {
    const spot = spots.get(pathText(path.slice(0, length)));
    if (spot !== undefined) return spot;
  }
  return spots.get("") as { place: Place; key: string };
}

/** An issue's path in what was written: where a single value stands for a list, the list's index leads nowhere. */
function writtenPath(plain: unknown, path: readonly PropertyKey[]): PropertyKey[] {
  const written: PropertyKey[] = [];
  let value = plain;
  for (const step of path) {
    if (typeof step === "number" && !Array.isArray(value)) continue;
    // A shorthand: what was written is text, and the rest of the path is our schema's making.
    if (typeof value !== "object" || value === null) break;
    written.push(step);
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return written;
}

function isMissing(plain: unknown, path: readonly PropertyKey[]): boolean {
  const value = path.reduce((whole, step) => (whole as Record<PropertyKey, unknown>)[step], plain);
  return value === undefined;
}
