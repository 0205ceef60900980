import { escapeHtml, type Html, trustedHtml } from "../model/html.ts";

/** Values of attributes; those that are undefined or false are left out, and true stands alone. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const VOID = new Set(["img", "input", "link", "meta", "br"]);

/** An element around markup; a text among its children goes through `escapeHtml`, which the types hold. */
export function element(name: string, attributes: Attributes, ...children: readonly Html[]): Html {
  const written = Object.entries(attributes).map(([key, value]) => attribute(key, value));
  const start = `<${name}${written.join("")}>`;
  return trustedHtml(VOID.has(name) ? start : `${start}${children.join("")}</${name}>`);
}

/** An element that holds a text. */
export function textElement(name: string, text: string, attributes: Attributes = {}): Html {
  return element(name, attributes, escapeHtml(text));
}

/** A link that says `text`. */
export function linkTo(href: string, text: string): Html {
  return textElement("a", text, { href });
}

function attribute(name: string, value: Attributes[string]): string {
  if (value === undefined || value === false) return "";
  return value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`;
}
