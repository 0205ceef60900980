import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { readPieces } from "../output/pieces.ts";

/** What a file holds, as git names it: the SHA-1 of its blob, hexadecimal. Equal ids mean equal bytes, wherever the file stands. */
export type ContentId = string & { readonly __brand: "ContentId" };

/** The id of some bytes: the same that git gives them, so that a clean checkout's index can stand in for reading the files. */
export function contentIdOf(bytes: Uint8Array): ContentId {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex") as ContentId;
}

/** The id of a file's bytes, of which never all are in memory. That of a file which grows while it is read is no bytes' id. */
export function contentIdOfFile(file: string): ContentId {
  const hash = createHash("sha1").update(`blob ${statSync(file).size}\0`);
  for (const piece of readPieces(file)) hash.update(piece);
  return hash.digest("hex") as ContentId;
}

/** Declares an id that git's index holds. */
export function gitContentId(hexadecimal: string): ContentId {
  return hexadecimal as ContentId;
}
