import { element, escapeXml, textElement, xmlDocument } from "./xml.ts";

export interface SearchDescription {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Absolute; the searched words are appended. */
  readonly address: string;
}

/** The OpenSearch 1.1 description, by which a browser offers the site's search. Names are cut at the format's limits. */
export function renderOpenSearch({ title, description, language, address }: SearchDescription): string {
  // Braces that are part of the address would be read as parameters.
  const template = `${address.replace(/[{}]/g, encodeURIComponent)}{searchTerms}`;
  const root = element(
    "OpenSearchDescription",
    { xmlns: "http://a9.com/-/spec/opensearch/1.1/" },
    element("ShortName", {}, escapeXml(firstCharacters(title, 16))),
    element("Description", {}, escapeXml(firstCharacters(description || title, 1_024))),
    textElement("LongName", firstCharacters(title, 48)),
    textElement("Language", language),
    element("InputEncoding", {}, escapeXml("UTF-8")),
    element("OutputEncoding", {}, escapeXml("UTF-8")),
    element("Url", { type: "text/html", method: "get", template }),
  );
  return xmlDocument(root);
}

function firstCharacters(text: string, count: number): string {
  return Array.from(text).slice(0, count).join("");
}
