import { escapeHtml } from "../model/html.ts";
import type { Feed, FeedEntry } from "../model/page.ts";
import { type BodyOf, creatorsOf, fullText, picture } from "./entry.ts";
import { cdata, element, escapeXml, textElement, type Xml, xmlDocument } from "./xml.ts";

const NAMESPACES = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
};
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** RSS 2.0 with full text. Every field but the article's text is plain text; an empty feed is a channel without items. */
export function renderRss(feed: Feed, bodyOf: BodyOf): string {
  const channel = element(
    "channel",
    {},
    element("title", {}, escapeXml(feed.title)),
    element("link", {}, escapeXml(feed.home)),
    element("description", {}, escapeXml(feed.description || feed.title)),
    textElement("language", feed.language),
    textElement("copyright", feed.copyright),
    textElement("dc:publisher", feed.publisher),
    textElement("lastBuildDate", feed.updated && toRfc822(feed.updated)),
    element("atom:link", { href: feed.self, rel: "self", type: "application/rss+xml" }),
    logo(feed),
    feed.entries.map((entry) => item(entry, feed.language, bodyOf)),
  );
  return xmlDocument(element("rss", { version: "2.0", ...NAMESPACES }, channel));
}

/** The date form of RSS, `Mon, 09 Feb 2026 10:30:05 +0800`, from RFC 3339; the clock and the offset stay as they are written. */
export function toRfc822(time: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}:\d{2})(?:Z|([+-]\d{2}):(\d{2}))$/.exec(time);
  if (parts === null) throw new Error(`not a time of RFC 3339: ${time}`);
  const [, year = "", month = "", day = "", clock = "", hours = "+00", minutes = "00"] = parts;
  // Read as UTC, the local day gives the local weekday.
  const weekday = WEEKDAYS[new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay()];
  return `${weekday}, ${day} ${MONTHS[Number(month) - 1]} ${year} ${clock} ${hours}${minutes}`;
}

function item(entry: FeedEntry, language: string, bodyOf: BodyOf): Xml {
  return element(
    "item",
    {},
    element("title", {}, escapeXml(entry.title)),
    element("link", {}, escapeXml(entry.url)),
    element("guid", { isPermaLink: "false" }, escapeXml(entry.id)),
    element("pubDate", {}, escapeXml(toRfc822(entry.published))),
    textElement("atom:updated", entry.updated === entry.published ? undefined : entry.updated),
    creatorsOf(entry).map((name) => textElement("dc:creator", name)),
    textElement("dc:source", entry.source?.name),
    entry.tags.map((tag) => textElement("category", tag)),
    // Readers take a description for HTML, so plain text is escaped once more.
    textElement("description", escapeHtml(entry.summary)),
    element("content:encoded", {}, cdata(fullText(entry, language, bodyOf))),
    picture(entry.image),
  );
}

function logo(feed: Feed): readonly Xml[] {
  if (feed.logo === undefined) return [];
  return [
    element(
      "image",
      {},
      element("url", {}, escapeXml(feed.logo)),
      element("title", {}, escapeXml(feed.title)),
      element("link", {}, escapeXml(feed.home)),
    ),
  ];
}
