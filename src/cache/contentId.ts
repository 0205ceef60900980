import { createHash } from "node:crypto";

/** What a file holds, as git names it: the SHA-1 of its blob, hexadecimal. Equal ids mean equal bytes, wherever the file stands. */
export type ContentId = string & { readonly __brand: "ContentId" };

/** The id of some bytes: the same that git gives them, so that a clean checkout's index can stand in for reading the files. */
export function contentIdOf(bytes: Uint8Array): ContentId {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex") as ContentId;
}

/** Declares an id that git's index holds. */
export function gitContentId(hexadecimal: string): ContentId {
  return hexadecimal as ContentId;
}
