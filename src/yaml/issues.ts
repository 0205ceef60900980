import { z } from "zod";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { emptyText, missingKey, notAllowed, tooLong, type Wanted, wrongType } from "./problems.ts";
import { schemaAt, unwrap, zhName } from "./schema.ts";

/** The parameters of a schema's own (`custom`) issue: how to make the diagnostic once its place and key are known. */
export interface CustomIssue {
  readonly make: (place: Place, key: string) => Diagnostic;
}

/** Where a value stands, and the key under which its editor wrote it. */
export interface Spot {
  readonly place: Place;
  readonly key: string;
}

/** A schema's issue in an editor's words. `path` is its `writtenPath`, `plain` what was written, `spots` where. */
export function explainIssue(
  issue: z.core.$ZodIssue,
  path: readonly PropertyKey[],
  plain: unknown,
  schema: z.ZodObject,
  spots: ReadonlyMap<string, Spot>,
): Diagnostic {
  const { place, key } = spotOf(path, spots);
  if (isMissing(plain, path)) {
    const name = String(path.at(-1));
    return missingKey(place, name, zhName(schemaAt(schema, issue.path), name), key || undefined);
  }
  switch (issue.code) {
    case "invalid_type":
      // A single value that would have done for a list, had it been text.
      return issue.expected === "string" && typeof issue.path.at(-1) === "number" && !isListed(path)
        ? wrongType(place, key, "list")
        : wrongType(place, key, WANTED[issue.expected] ?? "text", namesAt(schema, issue.path));
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

/** A path as one text: `/related/0`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step)}`).join("");
}

/** The nearest enclosing place that is known. */
function spotOf(path: readonly PropertyKey[], spots: ReadonlyMap<string, Spot>): Spot {
  for (let length = path.length; length > 0; length--) {
    const spot = spots.get(pathText(path.slice(0, length)));
    if (spot !== undefined) return spot;
  }
  return spots.get("") as Spot;
}

/** An issue's path in what was written: where a single value stands for a list, the list's index leads nowhere. */
export function writtenPath(plain: unknown, path: readonly PropertyKey[]): PropertyKey[] {
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

function isListed(path: readonly PropertyKey[]): boolean {
  return typeof path.at(-1) === "number";
}

function isMissing(plain: unknown, path: readonly PropertyKey[]): boolean {
  const value = path.reduce((whole, step) => (whole as Record<PropertyKey, unknown>)[step], plain);
  return value === undefined;
}
