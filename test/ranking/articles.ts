import type { Article } from "../../src/model/article.ts";
import { articleId } from "../../src/model/article.ts";
import type { ListSettings } from "../../src/model/site.ts";
import type { TagKey, Taxonomy } from "../../src/model/taxonomy.ts";
import { emptyTaxonomy, tagKey } from "../../src/model/taxonomy.ts";
import type { Stamp } from "../../src/model/time.ts";
import type { Library } from "../../src/ranking/library.ts";
import { makeLibrary } from "../../src/ranking/library.ts";

/** A moment at which every article of these tests has come out. */
export const LATER = Date.UTC(2030, 0, 1);

export const settings: ListSettings = {
  related: { count: 6, halfLifeDays: 90, implicitTags: true },
  hot: { count: 10 },
  latest: { count: 10 },
  rails: "auto",
  includeSyntax: "ssi",
  bakeUpTo: 2000,
  bakeDays: 7,
  perPage: 20,
};

/** `2026-02-09` or `2026-02-09T10:30`, in UTC. */
export function stamp(written: string): Stamp {
  const local = written.length === 10 ? `${written}T00:00:00` : `${written}:00`;
  return { epoch: Date.parse(`${local}Z`), local, offset: "+00:00", dateOnly: written.length === 10 };
}

/** An article with nothing remarkable but what the test gives it. The title is its own unless given. */
export function article(id: string, date: string, parts: Partial<Article> = {}): Article {
  const path = articleId(id);
  return {
    id: path,
    path: `${path}.md`,
    section: path.split("/").slice(0, -1).join("/"),
    slug: path,
    title: `t${path}`,
    date: stamp(date),
    tags: [],
    excerpt: "",
    authors: [],
    correspondents: [],
    aliases: [],
    draft: false,
    pinned: false,
    related: [],
    relatedExclude: [],
    corrections: [],
    layout: "article",
    extra: {},
    body: { hash: "", references: [], words: 0 },
    digest: "",
    restDigest: "",
    places: {},
    ...parts,
  };
}

export function library(articles: readonly Article[], taxonomy: Taxonomy = emptyTaxonomy): Library {
  return makeLibrary(articles, taxonomy, LATER);
}

/** A taxonomy in which each tag lies below another. */
export function withParents(parents: Readonly<Record<string, string>>): Taxonomy {
  const entries = Object.entries(parents).map(([tag, parent]): [TagKey, TagKey] => [
    tagKey(tag),
    tagKey(parent),
  ]);
  return { ...emptyTaxonomy, parents: new Map(entries) };
}

/** The ids behind numbers of a library. */
export function ids({ visible }: Library, indices: readonly number[]): string[] {
  return indices.map((index) => visible[index]?.id ?? "none");
}

/** A day of 2026 by its number, the first being 0. */
export function day(number: number): string {
  return new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
}
