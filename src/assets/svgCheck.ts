import { unescapeXml } from "./aigc.ts";

/** What makes a drawing unfit for a page, and where in its text it stands. */
export interface DrawingFault {
  readonly what: string;
  readonly offset: number;
}

/** Elements that run code, or hold markup that is not a drawing's. */
const REFUSED = new Set([
  "script",
  "foreignobject",
  "handler",
  "listener",
  "iframe",
  "embed",
  "object",
  "audio",
  "video",
]);

/** What may stand between `<` and `>`. Whatever is none of these is refused too, so that nothing is read here otherwise than a browser reads it. */
const PIECE =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE\s[^<>[\]]*>|<\/[^\s<>/"'=]+\s*>|<([^\s<>/"'=!?]+)((?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/gy;
const ATTRIBUTE = /\s+([^\s<>/"'=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * The first thing in an SVG that a page must not hold: a script, an event handler, HTML inside it, a `javascript:`
 * address, entities or an animation of an address; or markup that cannot be read. Undefined where there is none.
 */
export function faultOfDrawing(svg: string): DrawingFault | undefined {
  let at = 0;
  for (;;) {
    const open = svg.indexOf("<", at);
    if (open < 0) return undefined;
    PIECE.lastIndex = open;
    const piece = PIECE.exec(svg);
    if (piece === null) return { what: svg.slice(open, open + 20).split(/[\s>]/, 1)[0] ?? "<", offset: open };
    const [whole, name, attributes = ""] = piece;
    const what = whole.startsWith("<?") ? faultOfInstruction(whole) : faultOfElement(name, attributes);
    if (what !== undefined) return { what, offset: open };
    at = open + whole.length;
  }
}

/** A stylesheet for XML may be a program (XSLT). */
function faultOfInstruction(instruction: string): string | undefined {
  return /^<\?xml[\s?]/.test(instruction) ? undefined : instruction.split(/\s/, 1)[0];
}

function faultOfElement(name: string | undefined, attributes: string): string | undefined {
  if (name === undefined) return undefined;
  const element = localName(name);
  if (REFUSED.has(element)) return `<${name}>`;
  for (const [, attribute = "", double, single] of attributes.matchAll(ATTRIBUTE)) {
    const key = localName(attribute);
    const value = unescapeXml(double ?? single ?? "").replace(/[\s\p{Cc}]/gu, "");
    if (key.startsWith("on")) return `${attribute}="…"`;
    if (key === "href" && !isHarmless(value)) return `${attribute}="${value.slice(0, 30)}"`;
    if (key === "attributename" && /^(?:on|(?:.*:)?href$)/i.test(value)) return `${attribute}="${value}"`;
  }
  return undefined;
}

/** A prefix may be bound to any namespace, so it protects nobody. */
function localName(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1).toLowerCase();
}

function isHarmless(address: string): boolean {
  return (
    !/^[a-z][a-z0-9+.-]*:/i.test(address) ||
    /^(?:https?:|data:image\/(?:png|jpe?g|gif|webp)[;,])/i.test(address)
  );
}
