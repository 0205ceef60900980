import type { z } from "zod";

const namesByShape = new WeakMap<z.ZodObject, ReadonlyMap<string, string>>();

/** Gives the field that a word is the key of, in any accepted spelling; undefined for another word. */
export type FieldOf = (word: string) => string | undefined;

/** Makes the function that knows the keys of a schema. */
export function fieldFinder(schema: z.ZodObject): FieldOf {
  const known = knownSpellings(schema);
  return (word) => known.get(word.toLowerCase());
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
