import { element, escapeXml, textElement, type Xml, xmlDocument } from "./xml.ts";

export interface SitemapEntry {
  readonly url: string;
  /** RFC 3339, or a day. */
  readonly lastmod?: string;
}

export interface SitemapLimits {
  readonly urls: number;
  /** Of one file, as UTF-8, not compressed. */
  readonly bytes: number;
}

export interface Sitemaps {
  readonly index: string;
  /** In the order of the index. */
  readonly files: readonly string[];
}

export const SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
const PROTOCOL_LIMITS: SitemapLimits = { urls: 50_000, bytes: 52_428_800 };

/**
 * The sitemap index and its files, each within the protocol's limits, entries in the order given. Files are numbered
 * from 1. Without entries there is no file, and the index is empty.
 */
export function renderSitemaps(
  entries: readonly SitemapEntry[],
  fileUrl: (n: number) => string,
  limits: SitemapLimits = PROTOCOL_LIMITS,
): Sitemaps {
  const files = splitRows(entries.map(toRow), limits);
  const references = files.map((rows, index) => {
    const lastmod = newest(rows.map((row) => row.lastmod));
    return element("sitemap", {}, element("loc", {}, escapeXml(fileUrl(index + 1))), lastmodElement(lastmod));
  });
  return {
    index: xmlDocument(element("sitemapindex", { xmlns: SITEMAP_NAMESPACE }, references)),
    files: files.map((rows) => urlset(rows.map(({ xml }) => xml))),
  };
}

interface Row {
  readonly xml: Xml;
  readonly bytes: number;
  readonly lastmod: string | undefined;
}

function toRow({ url, lastmod }: SitemapEntry): Row {
  const xml = element("url", {}, element("loc", {}, escapeXml(url)), lastmodElement(lastmod));
  return { xml, bytes: Buffer.byteLength(xml), lastmod };
}

/** Fills one file after the other. A row that alone is too large still gets a file: leaving it out would hide a page. */
function splitRows(rows: readonly Row[], limits: SitemapLimits): readonly (readonly Row[])[] {
  const overhead = Buffer.byteLength(urlset([]));
  const files: Row[][] = [];
  let current: Row[] = [];
  let bytes = overhead;
  for (const row of rows) {
    const full = current.length >= limits.urls || bytes + row.bytes > limits.bytes;
    if (files.length === 0 || (full && current.length > 0)) {
      current = [];
      bytes = overhead;
      files.push(current);
    }
    current.push(row);
    bytes += row.bytes;
  }
  return files;
}

function urlset(rows: readonly Xml[]): string {
  return xmlDocument(element("urlset", { xmlns: SITEMAP_NAMESPACE }, rows));
}

function lastmodElement(lastmod: string | undefined): Xml {
  return textElement("lastmod", lastmod);
}

/** Compared as instants: offsets may differ within a year. */
function newest(times: readonly (string | undefined)[]): string | undefined {
  let latest: string | undefined;
  let instant = Number.NEGATIVE_INFINITY;
  for (const time of new Set(times)) {
    const own = time === undefined ? Number.NEGATIVE_INFINITY : Date.parse(time);
    if (own > instant) [latest, instant] = [time, own];
  }
  return latest;
}
