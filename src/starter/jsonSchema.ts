import { z } from "zod";
import { FLAG_WORDS } from "../yaml/scalars.ts";
import { valueSchema, zhName } from "../yaml/schema.ts";

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * One of our schemas as editors such as VS Code understand it: every key under its English, its Chinese and its other names,
 * a single value where a list is wanted. It knows less than we do (an address is text to it) and refuses nothing that we take.
 */
export function jsonSchemaOf(schema: z.ZodType, title: string): JsonSchema {
  return { $schema: "http://json-schema.org/draft-07/schema#", title, ...partOf(schema) };
}

/** YAML gives a bare `007` or `yes` a type of its own; to us it is text. */
const SCALAR = ["string", "number", "boolean"];

function partOf(schema: z.ZodType): JsonSchema {
  const { form } = (schema.meta() ?? {}) as { readonly form?: JsonSchema | "flag" };
  if (form === "flag") return { enum: [true, false, ...FLAG_WORDS] };
  if (form !== undefined) return form;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault)
    return partOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return pipePart(schema);
  if (schema instanceof z.ZodEnum) return { enum: schema.options };
  if (schema instanceof z.ZodArray) return { type: "array", items: partOf(schema.element as z.ZodType) };
  if (schema instanceof z.ZodRecord)
    return { type: "object", additionalProperties: partOrNothing(valueSchema(schema)) };
  if (schema instanceof z.ZodObject) return mapPart(schema);
  if (schema instanceof z.ZodString)
    return { type: SCALAR, ...(schema.maxLength === null ? {} : { maxLength: schema.maxLength }) };
  return {};
}

/** What is changed before it is read (a single value into a list) may be written either way; what is changed after, as it is read. */
function pipePart(schema: z.ZodPipe): JsonSchema {
  const { in: input, out } = schema.def as unknown as { in: z.ZodType; out: z.ZodType };
  if (!(input instanceof z.ZodTransform)) return partOf(input);
  const whole = partOf(out);
  return out instanceof z.ZodArray ? { anyOf: [partOf(out.element as z.ZodType), whole] } : whole;
}

function mapPart(schema: z.ZodObject): JsonSchema {
  const fields = Object.entries(schema.shape).map(([name, field]) => {
    const isNeeded = !field.safeParse(undefined).success;
    return { names: namesOf(name, field), isNeeded, part: describedPart(name, field) };
  });
  const needed = fields.filter(({ isNeeded }) => isNeeded).map(({ names }) => oneNeeded(names));
  return {
    type: "object",
    properties: Object.fromEntries(fields.flatMap(({ names, part }) => names.map((name) => [name, part]))),
    additionalProperties: false,
    ...(needed.length === 0 ? {} : { allOf: needed }),
  };
}

function describedPart(name: string, field: z.ZodType): JsonSchema {
  return { description: [...new Set([zhName(field, name), name])].join(" "), ...partOrNothing(field) };
}

/** `口号:` with nothing behind it is the same as no such line, where none is needed. */
function partOrNothing(schema: z.ZodType): JsonSchema {
  const part = partOf(schema);
  return schema.safeParse(undefined).success ? { anyOf: [part, { type: "null" }] } : part;
}

function oneNeeded(names: readonly string[]): JsonSchema {
  return { anyOf: names.map((name) => ({ required: [name] })) };
}

function namesOf(name: string, field: z.ZodType): string[] {
  const { also } = (field.meta() ?? {}) as { readonly also?: readonly string[] };
  return [...new Set([zhName(field, name), name, ...(also ?? [])])];
}
