import { z } from "zod";
import type { Diagnostic, Parsed, Place } from "../model/diagnostic.ts";
import { explainIssue, pathText, type Spot, writtenPath } from "./issues.ts";
import type { YamlMap, YamlNode } from "./node.ts";
import { cutByComma, duplicateKey, emptyText, notAMap, syntaxError } from "./problems.ts";
import { unwrap, valueSchema } from "./schema.ts";
import { knownSpellings } from "./spellings.ts";
import { explainUnknown } from "./unknownKeys.ts";

/** What a typed reading returns: the value, or undefined where there was an error; and where a value stands, by its path (`/related/0`). */
export interface Typed<T> extends Parsed<T | undefined> {
  readonly placeOf: (path: string) => Place;
}

/**
 * Gives a YAML map its types. A field's Chinese name is its schema's `meta({ zh })`, its other names `meta({ also })`; what is
 * said of an unknown key is told in unknownKeys.ts, and is an error where `strictKeys` is set. `at` is the place that stands for
 * a missing key.
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
      } else if (inner instanceof z.ZodArray && /^-[^\s-]/.test(node.text)) {
        reading.diagnostics.push(syntaxError(node.place, "itemBlank", ""));
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
      const problem =
        cut === undefined
          ? explainUnknown(key, place, inner as z.ZodObject, node)
          : cutByComma(place, cut, key);
      reading.diagnostics.push(reading.strictKeys ? { ...problem, severity: "error" } : problem);
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
      reading.spots.set(`${path}/${name}`, { place, key });
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
