import { z } from "zod";

/** What a template can know of a value before there is one. */
export type Shape =
  /** Text, a number or a boolean: printed, never entered. */
  | { readonly kind: "text" }
  | { readonly kind: "html" }
  | { readonly kind: "object"; readonly fields: ReadonlyMap<string, Shape> }
  | { readonly kind: "list"; readonly item: Shape }
  | { readonly kind: "record"; readonly value: Shape }
  /** A newsroom's own data: any path below it is admitted. */
  | { readonly kind: "unknown" }
  /** Where a mistake was told already: nothing below it is told again. */
  | { readonly kind: "mistaken" };

/*
 * Every value has a shape of its own, so that two contexts are the same where their shapes are: hence these make a new one
 * each time.
 */
export const textShape = (): Shape => ({ kind: "text" });
export const mistakenShape = (): Shape => ({ kind: "mistaken" });
const unknownShape = (): Shape => ({ kind: "unknown" });

/** The shape of the values of a page's schema. Throws on a kind of schema that pages do not use yet. */
export function shapeOf(schema: z.ZodType): Shape {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly)
    return shapeOf(schema.unwrap() as z.ZodType);
  if (schema.meta()?.html === true) return { kind: "html" };
  if (schema instanceof z.ZodObject) return objectOf(schema);
  if (schema instanceof z.ZodArray) return { kind: "list", item: shapeOf(schema.element as z.ZodType) };
  if (schema instanceof z.ZodRecord) return { kind: "record", value: shapeOf(schema.valueType as z.ZodType) };
  if (schema instanceof z.ZodUnknown) return unknownShape();
  if (schema instanceof z.ZodString || schema instanceof z.ZodNumber || schema instanceof z.ZodBoolean)
    return textShape();
  throw new Error(`no shape for a schema of the kind ${schema.def.type}`);
}

function objectOf(schema: z.ZodObject): Shape {
  const fields = Object.entries(schema.shape).map(
    ([name, field]) => [name, shapeOf(field as z.ZodType)] as const,
  );
  return { kind: "object", fields: new Map(fields) };
}

/** What every JavaScript object inherits; a template never reaches it. */
const inherited: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  "prototype",
]);

/** Whether a name is one that every object inherits. */
export function isInherited(name: string): boolean {
  return inherited.has(name);
}

/** The shape of a field, or undefined where there is no such field. */
export function fieldOf(shape: Shape, name: string): Shape | undefined {
  switch (shape.kind) {
    case "object":
      return shape.fields.get(name);
    case "list":
      if (/^\d+$/.test(name)) return shape.item;
      return name === "length" ? textShape() : undefined;
    case "record":
      return isInherited(name) ? undefined : shape.value;
    case "unknown":
      return isInherited(name) ? undefined : unknownShape();
    case "mistaken":
      return mistakenShape();
    case "text":
    case "html":
      return undefined;
  }
}

/** The names that a template may write after a dot. */
export function fieldNames(shape: Shape): readonly string[] {
  return shape.kind === "object" ? [...shape.fields.keys()] : [];
}

/** What `{{#each}}` goes through, or undefined where there is nothing to go through. */
export function itemOf(shape: Shape): Shape | undefined {
  switch (shape.kind) {
    case "list":
      return shape.item;
    case "record":
      return shape.value;
    case "unknown":
      return unknownShape();
    case "mistaken":
      return mistakenShape();
    case "object":
    case "text":
    case "html":
      return undefined;
  }
}

/** A partial's context with the named arguments of its call laid over it. */
export function extendShape(shape: Shape, extra: ReadonlyMap<string, Shape>): Shape {
  if (extra.size === 0) return shape;
  if (shape.kind === "object") return { kind: "object", fields: new Map([...shape.fields, ...extra]) };
  if (shape.kind === "text" || shape.kind === "html") return { kind: "object", fields: extra };
  return shape;
}

/** Whether two contexts hold the same fields, so that what a partial does with one it does with the other. */
export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.kind === "text" || a.kind === "html") return a.kind === b.kind;
  if (a.kind !== "object" || b.kind !== "object" || a.fields.size !== b.fields.size) return false;
  return [...a.fields].every(([name, shape]) => isSameField(shape, b.fields.get(name)));
}

function isSameField(a: Shape, b: Shape | undefined): boolean {
  return a === b || (a.kind === "text" && b?.kind === "text");
}
