import { hash } from "node:crypto";
import type { Article } from "../model/article.ts";
import { escapeHtml, type Html } from "../model/html.ts";
import { canonicalTags } from "../model/taxonomy.ts";
import { dayOf } from "../model/time.ts";
import { articleHref } from "../pages/card.ts";
import type { Edition } from "../pages/edition.ts";
import { searchedYears, yearOf } from "../pages/search.ts";
import { withAncestors } from "../pages/sections.ts";
import { tagLabel } from "../ranking/library.ts";
import { bodyText } from "./bodyText.ts";
import { END, FIELD_END, tokensOf } from "./tokens.ts";

/** Matches nothing that a reader looks for. */
export const ENGINE_RECORD: SearchRecord = { url: "/", html: `<html><body>${END}</body></html>` };

/** What Pagefind is given of one article: its address, and a page made for it alone. */
export interface SearchRecord {
  readonly url: string;
  readonly html: string;
}

/** One year's visible articles, oldest first, so that a new one changes the least. */
export interface SearchYear {
  readonly year: string;
  /** Hash of all that its index is made of: equal keys mean equal bytes. */
  readonly key: string;
  /** A BCP 47 tag that holds the year, for results bear it: `und-2026`, or `en-2026` where words have stems. */
  readonly language: string;
  readonly articles: readonly Article[];
}

/** The years of an edition that have articles, newest first, each with the key of its index. */
export function searchYears(edition: Edition, toolId: string): SearchYear[] {
  const { visible } = edition.library;
  return searchedYears(visible).map((year) => {
    const articles = visible.filter((article) => yearOf(article) === year).reverse();
    const language = `${searchLanguage(edition)}-${year}`;
    const parts = articles.map((article) => [factsOf(article, edition), article.body.hash]);
    const key = hash("sha256", JSON.stringify([toolId, language, parts]), "hex");
    return { year, key, language, articles };
  });
}

/** One article as Pagefind is to index it. A title's words weigh seven times a body's, tags' four times. */
export function searchRecord(article: Article, body: Html, edition: Edition): SearchRecord {
  const { url, title, tags, people, sections, date, order, excerpt } = factsOf(article, edition);
  const isSpaced = hasSpaces(edition);
  const text = bodyText(body);
  const field = (weight: number, words: string) =>
    `<span data-pagefind-weight="${weight}">${escapeHtml(tokensOf(words, isSpaced))}</span>`;
  const fields = [
    field(7, title),
    field(4, tags.join(" ")),
    field(1, people.join(" ")),
    // An excerpt is the beginning of the body, but a summary has words of its own.
    field(1, text.startsWith(excerpt.replace(/…$/, "")) ? text : `${excerpt} ${text}`),
  ];
  const filters = sections.map(
    (path) => `<i data-pagefind-filter="section:${encodeURIComponent(path)}"></i>`,
  );
  const html = [
    `<html><body><i data-pagefind-meta="date:${date}" data-pagefind-sort="date:${order}"></i>`,
    ...filters,
    fields.join(` ${FIELD_END} `),
    "</body></html>",
  ];
  return { url, html: html.join("") };
}

/** Whether readers search by the words between spaces: in all languages but those of ideographs. */
function hasSpaces({ site }: Edition): boolean {
  return !/^(?:zh|ja|yue|wuu)\b/i.test(site.language);
}

/** The language that Pagefind takes the site's words for: none where they are pairs of ideographs, which have no stems. */
export function searchLanguage(edition: Edition): string {
  return hasSpaces(edition) ? (edition.site.language.toLowerCase().split("-")[0] ?? "und") : "und";
}

/** All of an article that its record is made of, but for its body. */
function factsOf(article: Article, edition: Edition) {
  const { library } = edition;
  const people = [...article.authors.map(({ name }) => name), ...article.correspondents];
  return {
    url: articleHref(article, edition),
    title: article.title,
    tags: canonicalTags(article.tags, library.taxonomy).map((key) => tagLabel(library, key)),
    people: [...people, ...[article.byline, article.editor].filter((name) => name !== undefined)],
    sections: withAncestors(article.section),
    date: dayOf(article.date),
    order: `${article.date.local} ${article.id}`,
    excerpt: article.excerpt,
  };
}
