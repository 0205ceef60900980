import { hash } from "node:crypto";
import { type Digest, openDigest } from "../model/digest.ts";
import type { Page } from "../model/page.ts";
import { makeTrace, type Trace } from "../model/trace.ts";

/** A page's trace, of which only stale pages need the parts. */
export interface TracedPage {
  readonly whole: string;
  readonly trace: () => Trace;
}

/**
 * Makes the function that traces pages: a page's trace hashes its key, or else its parts, its body's hash and slots, and
 * `templateKey` of its template, with the tool. Values must not change after they were traced.
 */
export function pageTracer(
  toolId: string,
  templateKey: (template: string) => string,
): (page: Page) => TracedPage {
  const digest = openDigest();
  return (page) => {
    let text = toolId;
    if (page.kind === "template" && page.key !== undefined) {
      text += `${templateKey(`pages/${page.template}`)}\0${page.key}`;
    } else {
      eachField(page, templateKey, (name, value) => {
        text += `${name}\0${digest(value)}\0`;
      });
    }
    const whole = hash("sha256", text, "base64url" as "base64");
    return { whole, trace: () => makeTrace(whole, detailsOf(page, templateKey, digest)) };
  };
}

/** An article's own text is one part, known by its digest; to say what changed in it, it is taken apart. */
function detailsOf(
  page: Page,
  templateKey: (template: string) => string,
  digest: Digest,
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
      take("body", page.body);
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
