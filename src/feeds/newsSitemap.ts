import { SITEMAP_NAMESPACE } from "./sitemap.ts";
import { element, escapeXml, type Xml, xmlDocument } from "./xml.ts";

export interface Publication {
  /** Exactly as the pages show it. */
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
}

export interface NewsSitemapEntry {
  readonly url: string;
  readonly title: string;
  /** When it was first published: RFC 3339. */
  readonly date: string;
}

const MOST_ENTRIES = 1_000;

/** The news sitemap: the first thousand of the entries given. The format wants one at least. */
export function renderNewsSitemap(
  publication: Publication,
  entries: readonly NewsSitemapEntry[],
  limit = MOST_ENTRIES,
): string {
  const attributes = {
    xmlns: SITEMAP_NAMESPACE,
    "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
  };
  const rows = entries.slice(0, limit).map((entry) => renderRow(publication, entry));
  return xmlDocument(element("urlset", attributes, rows));
}

function renderRow({ name, language }: Publication, { url, title, date }: NewsSitemapEntry): Xml {
  const publication = element(
    "news:publication",
    {},
    element("news:name", {}, escapeXml(name)),
    element("news:language", {}, escapeXml(newsLanguage(language))),
  );
  const news = element(
    "news:news",
    {},
    publication,
    element("news:publication_date", {}, escapeXml(date)),
    element("news:title", {}, escapeXml(title)),
  );
  return element("url", {}, element("loc", {}, escapeXml(url)), news);
}

/** The bare language, except that Chinese is `zh-cn` or `zh-tw`: those are the only two forms with a region that the format has. */
function newsLanguage(language: string): string {
  const [primary = "", ...rest] = language.toLowerCase().split("-");
  if (primary !== "zh") return primary;
  if (rest.includes("hans")) return "zh-cn";
  return rest.some((part) => ["hant", "tw", "hk", "mo"].includes(part)) ? "zh-tw" : "zh-cn";
}
