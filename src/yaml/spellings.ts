import type { z } from "zod";

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
