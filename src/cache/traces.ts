import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Page } from "../model/page.ts";
import type { Trace } from "../model/trace.ts";

/**
 * Makes the function that traces pages: a page's trace hashes its value, its body's hash and slots, and `templateKey` of its
 * template, with the tool. Values that pages share are hashed once. Values must not change after they were traced.
 */
export function pageTracer(toolId: string, templateKey: (template: string) => string): (page: Page) => Trace {
  const digest = sharedDigest();
  return (page) => {
    const fields = fieldsOf(page, templateKey).map(([name, value]) => [name, digest(value)] as const);
    const whole = createHash("sha256").update(toolId);
    const parts: Record<string, string> = {};
    for (const [name, text] of fields) {
      whole.update(`\0${name}\0`).update(text);
      parts[name] = crc32(text).toString(36);
    }
    return { whole: whole.digest("base64url"), parts };
  };
}

function fieldsOf(page: Page, templateKey: (template: string) => string): (readonly [string, unknown])[] {
  switch (page.kind) {
    case "template":
      return [
        ["template", templateKey(`pages/${page.template}`)],
        ["body", page.body],
        ...Object.entries(page.value),
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

/** A value as text in which every object stands as its hash; an object met again, as cards and rails are, is not hashed again. */
function sharedDigest(): (value: unknown) => string {
  const known = new WeakMap<object, string>();
  const digest = (value: unknown): string => {
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
    const before = known.get(value);
    if (before !== undefined) return before;
    const text = Array.isArray(value) ? `[${value.map(digest).join()}]` : objectText(value);
    const short = text.length > SHORT ? createHash("sha1").update(text).digest("base64url") : text;
    known.set(value, short);
    return short;
  };
  const objectText = (value: object): string => {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    return `{${entries.map(([name, part]) => `${name}:${digest(part)}`).join()}}`;
  };
  return digest;
}

const SHORT = 64;
