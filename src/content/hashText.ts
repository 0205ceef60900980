import { createHash } from "node:crypto";

/** SHA-256 of texts one after the other, hexadecimal: with its length before each, where one ends matters too. None need be held. */
export function hashTexts(...rows: readonly Iterable<string>[]): string {
  const hash = createHash("sha256");
  let waiting = "";
  for (const row of rows)
    for (const text of row) {
      waiting += `${text.length}:${text}`;
      if (waiting.length < CHUNK) continue;
      hash.update(waiting);
      waiting = "";
    }
  return hash.update(waiting).digest("hex");
}

/** Each call of the hash costs as much as some thousand characters do. */
const CHUNK = 65_536;

/** SHA-256 of a text in UTF-8, hexadecimal. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
