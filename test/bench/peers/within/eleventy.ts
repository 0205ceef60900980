import type { PlannedPage } from "./listings.ts";
import { excerptOf, type Post } from "./post.ts";
import { type PlannedSite, planSite } from "./site.ts";

/** The part of Eleventy's configuration that is used here. */
interface Configuration {
  addCollection(name: string, gather: (collections: Collections) => unknown): void;
  addPassthroughCopy(path: string): void;
  addPreprocessor(name: string, files: string, keep: (data: { readonly draft?: boolean }) => unknown): void;
  addTemplate(
    path: string,
    render: (data: PageData) => string,
    data: Readonly<Record<string, unknown>>,
  ): void;
}

interface Collections {
  getAll(): readonly Item[];
}

/** One of Eleventy's items, an article or not. */
interface Item {
  readonly url: string;
  readonly date: Date;
  readonly rawInput: string;
  readonly templateContent: string;
  readonly data: Front & { readonly kind?: string };
}

type Front = Omit<Post, "url" | "date" | "excerpt" | "content"> & { readonly summary?: string };

/** What a template gets for a page that is not an article's. */
interface PageData {
  readonly planned: PlannedPage;
}

/** What the layout gets for an article's. */
interface ArticleData {
  readonly collections: { readonly site: PlannedSite };
  readonly content: string;
  readonly page: { readonly url: string };
}

/** Eleventy's configuration: articles from posts/, all other pages from one collection. */
export function configure(configuration: Configuration) {
  let site: PlannedSite | undefined;
  const planned = (collections: Collections) => {
    const items = collections.getAll().filter(({ data }) => data.kind === "article");
    site ??= planSite(items.map(postOf));
    return site;
  };
  configuration.addPreprocessor("drafts", "*", ({ draft }) => (draft ? false : undefined));
  configuration.addCollection("site", planned);
  configuration.addCollection("planned", (collections) => planned(collections).pages);
  configuration.addPassthroughCopy("assets");
  configuration.addTemplate("pages.11ty.js", (data) => data.planned.text(), {
    pagination: { data: "collections.planned", size: 1, alias: "planned" },
    permalink: (data: PageData) => data.planned.path,
    eleventyExcludeFromCollections: true,
  });
  return { markdownTemplateEngine: false };
}

/** The layout of an article's page. */
export function renderArticle({ collections, content, page }: ArticleData): string {
  return collections.site.article(page.url, content);
}

function postOf(item: Item): Post {
  const { summary, title, section, tags, authors, units, correspondents, source, editor, aliases } =
    item.data;
  return {
    url: item.url,
    date: item.date,
    excerpt: summary ?? excerptOf(item.rawInput),
    content: () => item.templateContent,
    ...{ title, section, tags, authors, units, correspondents, source, editor, aliases },
  };
}
