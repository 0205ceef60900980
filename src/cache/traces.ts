import { hash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Page } from "../model/page.ts";
import type { Trace } from "../model/trace.ts";

/** A page's trace, of which only stale pages need the parts. */
export interface TracedPage {
  readonly whole: string;
  readonly trace: () => Trace;
}

/**
 * Makes the function that traces pages: a page's trace hashes its value, its body's hash and slots, and `templateKey` of its
 * template, with the tool. Values that pages share are hashed once. Values must not change after they were traced.
 */
export function pageTracer(
  toolId: string,
  templateKey: (template: string) => string,
): (page: Page) => TracedPage {
  const digest = sharedDigest();
  return (page) => {
    const fields = fieldsOf(page, templateKey).map(([name, value]) => [name, digest(value)] as const);
    const text = fields.map(([name, part]) => `${name}\0${part}\0`).join("");
    const whole = hash("sha256", toolId + text, "base64url" as "base64");
    const parts = () => Object.fromEntries(fields.map(([name, part]) => [name, crc32(part).toString(36)]));
    return { whole, trace: () => ({ whole, parts: parts() }) };
  };
}

function fieldsOf(page: Page, templateKey: (template: string) => string): (readonly [string, unknown])[] {
  switch (page.kind) {
    case "template":
      return [
        ["template", templateKey(`pages/${page.template}`)],
        ["body", page.body],
        ...Object.entries(page.parts),
      ];
    case "feed":
      return [
        ["format", page.format],
        ["feed", page.feed],
      ];
    case "text":
      return [["text", page.text]];
  }
}

/** A text longer than this stands as its hash, so that a card on a hundred pages is not copied a hundred times. */
const LONG = 300;

/**
 * A value as text; an object met again, as cards and frames are, is not written out again. Only what a page holds directly
 * or in a list is looked up: what lies deeper is written out with it.
 */
function sharedDigest(): (value: unknown) => string {
  const known = new WeakMap<object, string>();
  const digestObject = (value: object): string => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const text = JSON.stringify(value);
    const short = text.length > LONG ? hash("sha1", text, "base64url" as "base64") : text;
    known.set(value, short);
    return short;
  };
  const digest = (value: unknown): string => {
    // With its length before it, no text can be taken for another value.
    if (typeof value === "string") return `${value.length}"${value}`;
    if (typeof value !== "object" || value === null) return String(value);
    return Array.isArray(value) ? `[${value.map(digest).join()}]` : digestObject(value);
  };
  return digest;
}
