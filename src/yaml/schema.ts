import { z } from "zod";

const bare = new WeakMap<z.ZodType, z.ZodType>();

/** A schema without its optional, default, readonly and pre-processing wrappers. */
export function unwrap(schema: z.ZodType): z.ZodType {
  // Asked for every field of every article, and telling schemas apart is slow.
  const known = bare.get(schema) ?? withoutWrappers(schema);
  bare.set(schema, known);
  return known;
}

function withoutWrappers(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodPrefault) return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) {
    const { in: input, out } = schema.def as unknown as { in: z.ZodType; out: z.ZodType };
    return unwrap(input instanceof z.ZodTransform ? out : input);
  }
  return schema;
}

/** What a record holds; anything for another schema. */
export function valueSchema(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodRecord ? (schema.valueType as z.ZodType) : z.unknown();
}

/** The schema of what stands at a path; undefined where nothing may. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const step of path) {
    const inner = unwrap(current);
    if (inner instanceof z.ZodObject) current = inner.shape[String(step)];
    else if (inner instanceof z.ZodArray) current = inner.element as z.ZodType;
    else current = valueSchema(inner);
    if (current === undefined) return undefined;
  }
  return current;
}

/** The Chinese name of a field, or its own where it has none. */
export function zhName(field: z.ZodType | undefined, name: string): string {
  const zh = field?.meta()?.zh;
  return typeof zh === "string" ? zh : name;
}
