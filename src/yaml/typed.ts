import { z } from "zod";
import type { Diagnostic, DiagnosticFactory, Parsed, Place } from "../model/diagnostic.ts";
import { editDistance, nearestName } from "../model/suggest.ts";
import { explainIssue, pathText, type Spot, writtenPath } from "./issues.ts";
import type { YamlMap, YamlNode } from "./node.ts";
import {
  cutByComma,
  duplicateKey,
  emptyText,
  mistypedKey,
  notAMap,
  syntaxError,
  unknownKey,
} from "./problems.ts";
import { unwrap, valueSchema, zhName } from "./schema.ts";

/** What a typed reading returns: the value, or undefined where there was an error; and where a value stands, by its path (`/related/0`). */
export interface Typed<T> extends Parsed<T | undefined> {
  readonly placeOf: (path: string) => Place;
}

/**
 * Gives a YAML map its types. A field's Chinese name is its schema's `meta({ zh })`, its other names `meta({ also })`;
 * an unknown key is a warning, or an error where it is one slip from a known Latin one, from any spelling of one with
 * `meta({ hides: true })`, or where `strictKeys` is set. Names under which a field goes elsewhere, and which are not read but
 * suggested, are its `meta({ meant })`; one of a field with `hides` is an error too. Keys for what is said in another way than
 * by a key are the schema's own `meta({ elsewhere })`, each with the factory of what is to be said.
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
      reading.diagnostics.push(explainIssue(issue, path, plain, schema, reading.spots));
  }
  const { spots } = reading;
  // A single value that serves as a list stands at its key.
  const placeOf = (path: string): Place =>
    (spots.get(path) ?? spots.get(path.replace(/\/0(?=\/|$)/, "")))?.place ?? at;
  return { value: result.data as z.output<S> | undefined, placeOf, diagnostics: reading.diagnostics };
}

interface Reading {
  readonly strictKeys: boolean;
  readonly diagnostics: Diagnostic[];
  /** Where the value at a path stands, and the key under which its editor wrote it. */
  readonly spots: Map<string, Spot>;
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
  for (const [index, { key, place, value }] of node.entries.entries()) {
    const name = names === undefined ? key : names.get(key.toLowerCase());
    if (name === undefined) {
      const cut = cutBefore(index, node);
      const problem = cut === undefined ? undefined : cutByComma(place, cut, key);
      reading.diagnostics.push(problem ?? explainUnknown(key, place, inner as z.ZodObject, node, reading));
      continue;
    }
    const field = inner instanceof z.ZodObject ? inner.shape[name] : valueSchema(inner);
    const other = written.get(name);
    if (other !== undefined) {
      reading.diagnostics.push(duplicateKey(place, key, other));
      continue;
    }
    written.set(name, key);
    if (value.kind === "text" && value.text === "" && field?.safeParse(undefined).success) {
      // Half typed, it would leave in public what is to be kept from readers.
      if (field.meta()?.hides === true) reading.diagnostics.push(emptyText(place, key));
      continue;
    }
    plain[name] = toPlain(field ?? z.unknown(), value, `${path}/${name}`, key, reading);
    if (value.kind === "text" && value.text === "") reading.spots.set(`${path}/${name}`, { place, key });
  }
  return plain;
}

/** The key whose text a comma in braces ended: what follows it is no key, but stands alone, on the same line, with its signs. */
function cutBefore(index: number, { entries }: YamlMap): string | undefined {
  const [before, cut] = [entries[index - 1], entries[index]];
  if (before?.value.kind !== "text" || cut?.value.kind !== "text" || cut.value.text !== "") return undefined;
  return before.place.line === cut.place.line ? before.key : undefined;
}

const namesByShape = new WeakMap<z.ZodObject, ReadonlyMap<string, string>>();

/** Makes the function that tells whether a word is a key of a schema, in any accepted spelling. */
export function keyTest(schema: z.ZodObject): (word: string) => boolean {
  const known = knownSpellings(schema);
  return (word) => known.has(word.toLowerCase());
}

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

/**
 * What is one slip from a known key is an error; else the one that goes by this name elsewhere is suggested, or the nearest, of
 * those that do not stand in the map already.
 */
function explainUnknown(
  key: string,
  place: Place,
  schema: z.ZodObject,
  node: YamlMap,
  { strictKeys }: Reading,
): Diagnostic {
  const elsewhere = elsewhereOf(schema)?.[key.toLowerCase()];
  if (elsewhere !== undefined) return elsewhere(place, key);
  const slip = nearestName(key, spellingsOf(Object.entries(schema.shape)));
  if (slip !== undefined && editDistance(key.toLowerCase(), slip.toLowerCase()) === 1) {
    const field = schema.shape[knownSpellings(schema).get(slip.toLowerCase()) ?? ""];
    if (/^[a-z]+$/i.test(key) || field?.meta()?.hides === true) return mistypedKey(place, key, slip);
  }
  const names = knownSpellings(schema);
  const present = new Set(node.entries.map((entry) => names.get(entry.key.toLowerCase())));
  const missing = Object.entries(schema.shape).filter(([name]) => !present.has(name));
  const meant = missing.find(([, field]) => isMeant(field, key));
  if (meant?.[1].meta()?.hides === true) return mistypedKey(place, key, zhName(meant[1], meant[0]));
  const nearest = meant === undefined ? nearestName(key, spellingsOf(missing)) : zhName(meant[1], meant[0]);
  const known = Object.entries(schema.shape).map(([name, field]) => zhName(field, name));
  const diagnostic = unknownKey(place, key, nearest, known);
  return strictKeys ? { ...diagnostic, severity: "error" } : diagnostic;
}

function elsewhereOf(schema: z.ZodObject): Readonly<Record<string, DiagnosticFactory<[string]>>> | undefined {
  return schema.meta()?.elsewhere as ReturnType<typeof elsewhereOf>;
}

function isMeant(field: z.ZodType, key: string): boolean {
  const { meant } = field.meta() ?? {};
  return Array.isArray(meant) && meant.includes(key);
}

function spellingsOf(fields: readonly (readonly [string, z.ZodType])[]): string[] {
  return fields.flatMap(([name, field]) => [name, zhName(field, name)]);
}
