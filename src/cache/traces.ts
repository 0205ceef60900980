import { hash } from "node:crypto";
import type { Page } from "../model/page.ts";
import { makeTrace, type Trace } from "../model/trace.ts";

/** A page's trace, of which only stale pages need the parts. */
export interface TracedPage {
  readonly whole: string;
  readonly trace: () => Trace;
}

/**
 * Makes the function that traces pages: a page's trace hashes its parts, its body's hash and slots, and `templateKey` of its
 * template, with the tool. Values that pages share are hashed once. Values must not change after they were traced.
 */
export function pageTracer(
  toolId: string,
  templateKey: (template: string) => string,
): (page: Page) => TracedPage {
  const digest = sharedDigest();
  return (page) => {
    let text = toolId;
    eachField(page, templateKey, (name, value) => {
      text += `${name}\0${digest(value)}\0`;
    });
    const whole = hash("sha256", text, "base64url" as "base64");
    return { whole, trace: () => makeTrace(whole, detailsOf(page, templateKey, digest)) };
  };
}

/** An article's own text is one part, known by its digest; to say what changed in it, it is taken apart. */
function detailsOf(
  page: Page,
  templateKey: (template: string) => string,
  digest: (value: unknown) => string,
): readonly (readonly [string, string])[] {
  const fields: (readonly [string, string])[] = [];
  eachField(page, templateKey, (name, value) => {
    fields.push([name, digest(value)]);
  });
  const text = page.kind === "template" ? (page.parts as { readonly text?: unknown }).text : undefined;
  if (typeof text !== "object" || text === null) return fields;
  const own = Object.entries(text).map(([name, part]) => [name, digest(part)] as const);
  return [...fields.filter(([name]) => name !== "text"), ...own.filter(([name]) => name !== "digest")];
}

/** All that a page is made from, part by part. */
function eachField(
  page: Page,
  templateKey: (template: string) => string,
  take: (name: string, value: unknown) => void,
): void {
  switch (page.kind) {
    case "template": {
      take("template", templateKey(`pages/${page.template}`));
      if (page.body !== undefined) {
        take("body", page.body.hash);
        take("slots", page.body.slots);
      }
      const parts = page.parts as Readonly<Record<string, unknown>>;
      for (const name in parts) take(name, parts[name]);
      return;
    }
    case "feed":
      take("format", page.format);
      take("feed", page.feed);
      return;
    case "text":
      take("text", page.text);
  }
}

/** A text longer than this stands as its hash, so that a card on a hundred pages is not copied a hundred times. */
const LONG = 40;

/**
 * A value as text; an object met again, as cards and frames are, is not written out again. Only what a page holds directly
 * or in a list is looked up: what lies deeper is written out with it.
 */
function sharedDigest(): (value: unknown) => string {
  const known = new WeakMap<object, string>();
  const digestObject = (value: object): string => {
    // A value that carries its digest, as an article's text does, need not be read.
    const own = (value as { readonly digest?: unknown }).digest;
    if (typeof own === "string") return own;
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
    if (!Array.isArray(value)) return digestObject(value);
    let text = "[";
    for (const item of value) text += `${digest(item)},`;
    return `${text}]`;
  };
  return digest;
}
