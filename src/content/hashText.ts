import { createHash } from "node:crypto";

/** SHA-256 of texts one after the other, hexadecimal: with its length before each, where one ends matters too. None need be held. */
export function hashTexts(...rows: readonly Iterable<string>[]): string {
  const hash = createHash("sha256");
  for (const row of rows) for (const text of row) hash.update(`${text.length}:`).update(text);
  return hash.digest("hex");
}

/** SHA-256 of a text in UTF-8, hexadecimal. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
