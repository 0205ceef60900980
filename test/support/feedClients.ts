import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import FeedParser from "feedparser";
import Parser from "rss-parser";
import { SaxesParser } from "saxes";
import { validateXML } from "xmllint-wasm";

/** Throws at the first thing in the text that is not well-formed XML with declared namespaces. */
export function readStrictly(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
}

/** What feedparser makes of a feed. */
export async function readWithFeedparser(
  xml: string,
): Promise<{ readonly meta: FeedParser.Meta; readonly items: readonly FeedParser.Item[] }> {
  const parser = new FeedParser({ resume_saxerror: false, addmeta: false });
  const items: FeedParser.Item[] = [];
  for await (const item of Readable.from([xml]).pipe(parser)) items.push(item);
  return { meta: parser.meta, items };
}

/** What rss-parser makes of a feed. */
export function readWithRssParser(xml: string) {
  return new Parser().parseString(xml);
}

/** The errors that libxml2 finds by the schemas of sitemaps, a sentence each. */
export async function sitemapErrors(xml: string): Promise<readonly string[]> {
  const protocol = join(dirname(createRequire(import.meta.url).resolve("sitemap/package.json")), "schema");
  const own = join(import.meta.dirname, "schemas");
  const { errors } = await validateXML({
    xml: [{ fileName: "tested.xml", contents: xml }],
    schema: [{ fileName: "all.xsd", contents: readFileSync(join(own, "all.xsd"), "utf8") }],
    preload: [
      { fileName: "sitemap.xsd", contents: readFileSync(join(protocol, "sitemap.xsd"), "utf8") },
      { fileName: "news.xsd", contents: readFileSync(join(own, "news.xsd"), "utf8") },
      { fileName: "index.xsd", contents: readFileSync(join(own, "index.xsd"), "utf8") },
    ],
    maxMemoryPages: 4096,
  });
  return errors.map(({ message }) => message);
}
