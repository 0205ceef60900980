/** XML that is well-formed as it stands: made by the functions of this file and by nothing else. */
export type Xml = string & { readonly __brand: "Xml" };

export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** Text of which nothing need be looked at: no markup, controls or surrogates. */
const PLAIN = /^[^&<>"\0-\x1f\ud800-\udfff\ufffe\uffff]*$/;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text without what XML 1.0 cannot hold even as a reference: control characters, lone surrogates, U+FFFE and U+FFFF. */
export function legalText(text: string): string {
  return PLAIN.test(text)
    ? text
    : text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}

/** Text as XML, for element content and for quoted attributes. */
export function escapeXml(text: string): Xml {
  if (PLAIN.test(text)) return text as Xml;
  return legalText(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character) as Xml;
}

/** Text as a CDATA section: markup inside stays readable in the file. */
export function cdata(text: string): Xml {
  return `<![CDATA[${legalText(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>` as Xml;
}

/** An element on a line of its own, attributes in the order given. An attribute that is undefined is left out. */
export function element(
  name: string,
  attributes: XmlAttributes,
  ...children: readonly (Xml | readonly Xml[])[]
): Xml {
  let start = name;
  for (const key of Object.keys(attributes)) start += renderAttribute(key, attributes[key]);
  // The line break stands after the end tag only, so that none becomes part of an element's text.
  if (children.length === 0) return `<${start}/>\n` as Xml;
  let content = "";
  for (const child of children) content += typeof child === "string" ? child : child.join("");
  return `<${start}>${content}</${name}>\n` as Xml;
}

/** An element that holds text alone; nothing at all where there is no text. */
export function textElement(name: string, text: string | undefined): Xml {
  const content = escapeXml(text ?? "");
  return content === "" ? content : element(name, {}, content);
}

/** A whole XML file. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

function renderAttribute(name: string, value: string | undefined): string {
  return value === undefined ? "" : ` ${name}="${escapeXml(value)}"`;
}
