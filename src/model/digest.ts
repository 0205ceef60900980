import { hash } from "node:crypto";

/** A plain value as a short text: equal texts, equal values, a field that is undefined being none. */
export type Digest = (value: unknown) => string;

/** A text longer than a hash stands as its hash: a card stands on a hundred pages. */
const LONG = 27;

/** The SHA-1 of a text, in 27 characters. */
export function textDigest(text: string): string {
  return hash("sha1", text, "base64url" as "base64");
}

/** The digest of a plain value; whoever asks again has to remember it. */
export function digestOf(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > LONG ? textDigest(text) : text;
}

/**
 * Makes the function that gives digests of plain values that are met again and again, as cards and frames are: an object is
 * written out once. Only what is asked for directly or in a list is looked up; what lies deeper is written out with it. Values
 * must not change once they were seen.
 */
export function openDigest(): Digest {
  const known = new WeakMap<object, string>();
  const ofObject = (value: object): string => {
    // A value that carries its digest, as an article's text does, need not be read.
    const own = (value as { readonly digest?: unknown }).digest;
    if (typeof own === "string") return own;
    const before = known.get(value);
    if (before !== undefined) return before;
    const short = digestOf(value);
    known.set(value, short);
    return short;
  };
  const digest = (value: unknown): string => {
    // With its length before it, no text can be taken for another value.
    if (typeof value === "string") return `${value.length}"${value}`;
    if (typeof value !== "object" || value === null) return String(value);
    if (!Array.isArray(value)) return ofObject(value);
    let text = "[";
    for (const item of value) text += `${digest(item)},`;
    return `${text}]`;
  };
  return digest;
}
