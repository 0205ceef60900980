import { z } from "zod";
import type { DiagnosticFactory } from "../model/diagnostic.ts";
import type { CustomIssue } from "./issues.ts";
import { badUrl, outOfRange, wrongType } from "./problems.ts";

/*
 * The building blocks of our schemas. Every scalar arrives as text; these give it meaning.
 */

/** A line of text that is not empty, at most `most` characters. */
export const text = (most = 10_000) => z.string().trim().min(1).max(most);

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["是", true],
  ["yes", true],
  ["false", false],
  ["否", false],
  ["no", false],
]);

/** The words of a flag that YAML itself has no type for. */
export const FLAG_WORDS: readonly string[] = [...FLAGS.keys()].filter(
  (word) => !/^(?:true|false)$/.test(word),
);

/** `true`, `yes`, `是` or their opposites. `form` tells editors' schemas what it is. */
export const flag = () =>
  z
    .string()
    .transform((written, context) => {
      const value = FLAGS.get(written.trim().toLowerCase());
      return value ?? refuse(context, (place, key) => wrongType(place, key, "flag"));
    })
    .meta({ form: "flag" });

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number) =>
  z
    .string()
    .transform((written, context) => {
      if (!/^-?\d{1,9}$/.test(written.trim()))
        return refuse(context, (place, key) => wrongType(place, key, "number"));
      const value = Number(written);
      return least <= value && value <= most
        ? value
        : refuse(context, (place, key) => outOfRange(place, key, least, most));
    })
    .meta({ form: { type: "integer", minimum: least, maximum: most } });

/** A whole address on the web, http or https. */
export const webAddress = () =>
  text(2000).transform((written, context) =>
    isWebAddress(written)
      ? new URL(written).href
      : refuse(context, (place, key) => badUrl(place, key, written)),
  );

/** Whether an address is whole and for the web: `https://…` or `http://…`. */
export function isWebAddress(written: string): boolean {
  return URL.canParse(written) && /^https?:$/.test(new URL(written).protocol);
}

/** A list, for which a single value serves. */
export const oneOrMany = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item));

/** A map that may be written as its one main field alone: `source: 某报` for `source: {name: 某报}`. */
export const shorthand = <T extends z.ZodObject>(field: string, schema: T) =>
  z.preprocess((value) => (typeof value === "string" ? { [field]: value } : value), schema);

/** Reports a problem of a value from inside a schema's transformation. */
export function refuse(context: z.RefinementCtx, make: CustomIssue["make"]): never {
  context.addIssue({ code: "custom", params: { make } });
  return z.NEVER;
}

/** Reports a problem whose only argument is the key. */
export function refuseKey(context: z.RefinementCtx, problem: DiagnosticFactory<[string]>): never {
  return refuse(context, (place, key) => problem(place, key));
}
