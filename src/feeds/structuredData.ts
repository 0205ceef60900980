import type {
  BreadcrumbListLeaf,
  CorrectionCommentLeaf,
  ImageObjectLeaf,
  NewsArticleLeaf,
  NewsMediaOrganizationLeaf,
  OrganizationLeaf,
  PersonLeaf,
  WebSiteLeaf,
  WithContext,
} from "schema-dts";
import { type Html, trustedHtml } from "../model/html.ts";

/** Who publishes the site. Addresses here and below are absolute, times RFC 3339 with the zone's offset. */
export interface PublisherFacts {
  readonly name: string;
  readonly url?: string;
  readonly logo?: string;
}

interface ImageFacts {
  readonly url: string;
  /** In pixels. */
  readonly width?: number;
  readonly height?: number;
}

interface PersonFacts {
  readonly name: string;
  readonly unit?: string;
  readonly url?: string;
}

export interface ArticleFacts {
  readonly headline: string;
  readonly url: string;
  readonly description?: string;
  readonly images: readonly ImageFacts[];
  readonly published: string;
  readonly modified?: string;
  readonly authors: readonly PersonFacts[];
  readonly correspondents: readonly string[];
  readonly editor?: string;
  readonly section?: string;
  readonly keywords: readonly string[];
  readonly words: number;
  readonly language: string;
  readonly publisher: PublisherFacts;
  readonly corrections: readonly { readonly date: string; readonly text: string }[];
  /** Its `url` says that the article was first published there. */
  readonly source?: { readonly name: string; readonly url?: string };
}

export interface SiteFacts {
  readonly name: string;
  readonly url: string;
  readonly description?: string;
  readonly language: string;
  readonly publisher: PublisherFacts;
}

const CONTEXT = { "@context": "https://schema.org" } as const;

/** The article as schema.org describes news. Its author is the reporters, else the source, else the publisher. */
export function articleData(article: ArticleFacts): WithContext<NewsArticleLeaf> {
  const contributors = article.correspondents.map((name) => person({ name }));
  const corrections = article.corrections.map(correction);
  const images: readonly ImageObjectLeaf[] = article.images.map(image);
  return {
    ...CONTEXT,
    "@type": "NewsArticle",
    headline: article.headline,
    ...given("description", article.description),
    url: article.url,
    mainEntityOfPage: { "@type": "WebPage", "@id": article.url },
    ...given("image", some(images)),
    datePublished: article.published,
    dateModified: article.modified ?? article.published,
    author: authorsOf(article),
    ...given("contributor", some(contributors)),
    ...given("editor", article.editor === undefined ? undefined : person({ name: article.editor })),
    ...given("articleSection", article.section),
    ...given("keywords", some(article.keywords)),
    ...given("wordCount", article.words > 0 ? article.words : undefined),
    inLanguage: article.language,
    isAccessibleForFree: true,
    publisher: organization(article.publisher),
    ...given("correction", some(corrections)),
    ...origin(article),
  };
}

/** The way from the front page to the page; every crumb but the last needs its address. */
export function breadcrumbData(
  crumbs: readonly { readonly title: string; readonly url?: string }[],
): WithContext<BreadcrumbListLeaf> {
  // Typed before it meets schema-dts: checked against every kind of thing at once, the literal costs the compiler 15 seconds.
  const items = crumbs.map(({ title, url }, index) => {
    return { "@type": "ListItem" as const, position: index + 1, name: title, ...given("item", url) };
  });
  return { ...CONTEXT, "@type": "BreadcrumbList", itemListElement: items };
}

/** The publisher, for the front page. */
export function organizationData(publisher: PublisherFacts): WithContext<NewsMediaOrganizationLeaf> {
  return { ...CONTEXT, ...organization(publisher) };
}

/** The site as a whole, for the front page. */
export function websiteData(site: SiteFacts): WithContext<WebSiteLeaf> {
  return {
    ...CONTEXT,
    "@type": "WebSite",
    name: site.name,
    url: site.url,
    ...given("description", site.description),
    inLanguage: site.language,
    publisher: organization(site.publisher),
  };
}

/** One JSON array for `<script type="application/ld+json">`: no text in it can end the script. */
export function toJsonLd(things: readonly object[]): Html {
  const escaped = JSON.stringify(things).replace(/[<\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return trustedHtml(escaped);
}

function authorsOf({
  authors,
  source,
  publisher,
}: ArticleFacts): readonly (PersonLeaf | OrganizationLeaf | NewsMediaOrganizationLeaf)[] {
  if (authors.length > 0) return authors.map(person);
  if (source !== undefined) return [{ "@type": "Organization", name: source.name }];
  return [organization(publisher)];
}

function person({ name, unit, url }: PersonFacts): PersonLeaf {
  const affiliation = unit === undefined ? undefined : ({ "@type": "Organization", name: unit } as const);
  return { "@type": "Person", name, ...given("url", url), ...given("affiliation", affiliation) };
}

function organization({ name, url, logo }: PublisherFacts): NewsMediaOrganizationLeaf {
  const image = logo === undefined ? undefined : ({ "@type": "ImageObject", url: logo } as const);
  return { "@type": "NewsMediaOrganization", name, ...given("url", url), ...given("logo", image) };
}

function image({ url, width, height }: ImageFacts): ImageObjectLeaf {
  const length = (pixels: number | undefined) => (pixels === undefined ? undefined : `${pixels} px`);
  return {
    "@type": "ImageObject",
    url,
    ...given("width", length(width)),
    ...given("height", length(height)),
  };
}

function correction({ date, text }: ArticleFacts["corrections"][number]): CorrectionCommentLeaf {
  return { "@type": "CorrectionComment", text, datePublished: date };
}

/** Where republished text comes from, and who describes it here. */
function origin({ source, publisher }: ArticleFacts) {
  if (source?.url === undefined) return {};
  const original = {
    "@type": "CreativeWork",
    url: source.url,
    publisher: { "@type": "Organization", name: source.name },
  } as const;
  return { isBasedOn: original, sdPublisher: organization(publisher) };
}

/** A field for an object literal that is absent where there is no value. */
function given<K extends string, V>(key: K, value: V | undefined): { readonly [Key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [Key in K]?: V };
}

function some<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}
