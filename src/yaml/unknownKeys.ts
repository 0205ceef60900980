import type { z } from "zod";
import type { Diagnostic, DiagnosticFactory, Place } from "../model/diagnostic.ts";
import { editDistance, nearestNames } from "../model/suggest.ts";
import type { YamlMap } from "./node.ts";
import { mistypedKey, unknownKey } from "./problems.ts";
import { zhName } from "./schema.ts";
import { knownSpellings } from "./spellings.ts";

/**
 * Tells of a key that a schema does not have, by what the schema's fields say of themselves:
 * - the schema's own `meta({ elsewhere })`: keys for what is said in another way than by a key, each with the factory of what is
 *   to be said;
 * - `meta({ meant })`: names under which the field goes elsewhere. They are not read but suggested, before any that is merely
 *   near: what is near may mean the opposite (上线时间 and 下线时间);
 * - `meta({ hides })`: the field keeps an article from readers, so what is meant as it, or is near it, is an error. Of a field
 *   that hides `"later"`, as a date to come does, only what is meant as it is one.
 * One slip from a known Latin key is an error, all else a warning. Keys that stand in the map already are not suggested.
 */
export function explainUnknown(key: string, place: Place, schema: z.ZodObject, map: YamlMap): Diagnostic {
  const elsewhere = elsewhereOf(schema)?.[plainWord(key)];
  if (elsewhere !== undefined) return elsewhere(place, key);
  const fields: readonly Field[] = Object.entries(schema.shape);
  const known = fields.map(([name, field]) => zhName(field, name));
  const names = knownSpellings(schema);
  const present = new Set(map.entries.map((entry) => names.get(entry.key.toLowerCase())));
  const missing = fields.filter(([name]) => !present.has(name));

  const meant = fields.find((field) => isMeant(field, key));
  if (meant !== undefined && hides(meant) !== undefined) {
    return mistypedKey(place, key, [nameLike(key, meant)], present.has(meant[0]) ? "given" : "sure", known);
  }
  if (meant !== undefined && !present.has(meant[0]))
    return unknownKey(place, key, [nameLike(key, meant)], known);

  const slips = nearestNames(key, fields.flatMap(spellingsOf));
  if (
    /^[a-z]+$/i.test(key) &&
    slips.some((slip) => editDistance(key.toLowerCase(), slip.toLowerCase()) === 1)
  )
    return mistypedKey(place, key, slips, "sure", known);
  const near = nearestNames(key, missing.flatMap(spellingsOf));
  const mayHide = missing.some(
    (field) => hides(field) === true && spellingsOf(field).some((name) => near.includes(name)),
  );
  return mayHide ? mistypedKey(place, key, near, "near", known) : unknownKey(place, key, near, known);
}

type Field = readonly [name: string, field: z.ZodType];

function elsewhereOf(schema: z.ZodObject): Readonly<Record<string, DiagnosticFactory<[string]>>> | undefined {
  return schema.meta()?.elsewhere as ReturnType<typeof elsewhereOf>;
}

function isMeant([name, field]: Field, key: string): boolean {
  const { meant } = field.meta() ?? {};
  return [name, ...(Array.isArray(meant) ? meant : [])].some((word) => plainWord(word) === plainWord(key));
}

/** `publish_at` and `publishAt` are one word. */
function plainWord(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, "");
}

function hides([, field]: Field): true | "later" | undefined {
  return field.meta()?.hides as ReturnType<typeof hides>;
}

/** A field's name in the language in which a key was written. */
function nameLike(key: string, [name, field]: Field): string {
  return /^[\x00-\x7f]+$/.test(key) ? name : zhName(field, name);
}

function spellingsOf([name, field]: Field): string[] {
  return [...new Set([name, zhName(field, name)])];
}
