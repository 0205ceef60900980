import type { Feed, FeedEntry } from "../model/page.ts";
import { type BodyOf, creatorsOf, fullText } from "./entry.ts";
import { legalText } from "./xml.ts";

/** JSON Feed 1.1 with full text, keys in a fixed order, two spaces, a line break at the end. It drops the characters that the XML feeds drop, so that the three say the same. */
export function renderJsonFeed(feed: Feed, bodyOf: BodyOf): string {
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description || undefined,
    icon: feed.logo,
    authors: people(feed.publisher === undefined ? [] : [feed.publisher]),
    language: feed.language,
    items: feed.entries.map((entry) => item(entry, feed.language, bodyOf)),
  };
  const clean = (_key: string, value: unknown) => (typeof value === "string" ? legalText(value) : value);
  return `${JSON.stringify(document, clean, 2)}\n`;
}

/** Fields that are undefined are absent from the file. */
function item(entry: FeedEntry, language: string, bodyOf: BodyOf): object {
  return {
    id: entry.id,
    url: entry.url,
    external_url: entry.source?.url,
    title: entry.title,
    content_html: fullText(entry, language, bodyOf),
    summary: entry.summary || undefined,
    image: entry.image,
    date_published: entry.published,
    date_modified: entry.updated,
    authors: people(creatorsOf(entry)),
    tags: entry.tags.length === 0 ? undefined : entry.tags,
  };
}

function people(names: readonly string[]): readonly object[] | undefined {
  return names.length === 0 ? undefined : names.map((name) => ({ name }));
}
