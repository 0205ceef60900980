import type { Feed, FeedEntry } from "../model/page.ts";
import { type BodyOf, creatorsOf, fullText, picture } from "./entry.ts";
import { cdata, element, escapeXml, textElement, type Xml, xmlDocument } from "./xml.ts";

/** Atom requires a time even of a feed without entries. The clock would change the file at each build; the epoch says “never”. */
const NEVER = "1970-01-01T00:00:00Z";

/** Atom 1.0 (RFC 4287) with full text. The feed's author is the publisher, and stands for entries that name nobody. */
export function renderAtom(feed: Feed, bodyOf: BodyOf): string {
  const attributes = {
    xmlns: "http://www.w3.org/2005/Atom",
    "xmlns:media": "http://search.yahoo.com/mrss/",
    "xml:lang": feed.language,
  };
  const root = element(
    "feed",
    attributes,
    element("id", {}, escapeXml(feed.self)),
    element("title", {}, escapeXml(feed.title)),
    textElement("subtitle", feed.description),
    element("updated", {}, escapeXml(feed.updated ?? NEVER)),
    element("link", { href: feed.home, rel: "alternate", type: "text/html" }),
    element("link", { href: feed.self, rel: "self", type: "application/atom+xml" }),
    author(feed.publisher ?? feed.title),
    textElement("rights", feed.copyright),
    textElement("logo", feed.logo),
    feed.entries.map((entry) => renderEntry(entry, feed.language, bodyOf)),
  );
  return xmlDocument(root);
}

function renderEntry(entry: FeedEntry, language: string, bodyOf: BodyOf): Xml {
  return element(
    "entry",
    {},
    element("id", {}, escapeXml(entry.id)),
    element("title", {}, escapeXml(entry.title)),
    element("link", { href: entry.url, rel: "alternate", type: "text/html" }),
    via(entry.source),
    element("published", {}, escapeXml(entry.published)),
    element("updated", {}, escapeXml(entry.updated)),
    creatorsOf(entry).map(author),
    entry.tags.map((term) => element("category", { term })),
    textElement("summary", entry.summary),
    element("content", { type: "html" }, cdata(fullText(entry, language, bodyOf))),
    picture(entry.image),
  );
}

function author(name: string): Xml {
  return element("author", {}, element("name", {}, escapeXml(name)));
}

function via(source: FeedEntry["source"]): readonly Xml[] {
  if (source?.url === undefined) return [];
  return [element("link", { href: source.url, rel: "via", title: source.name })];
}
