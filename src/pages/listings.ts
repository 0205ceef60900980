import type { Person } from "../model/article.ts";
import { compareText } from "../model/diagnostic.ts";
import { ancestorsOf, type TagKey } from "../model/taxonomy.ts";
import type { Library } from "../ranking/library.ts";
import type { SectionTree } from "./sections.ts";

/** One list of the site that has an index and may have older pages. `articles` are indices into `Library.visible`, newest first. */
export type Listing =
  | {
      readonly kind: "section";
      readonly key: string;
      readonly base: string;
      readonly articles: readonly number[];
    }
  | {
      readonly kind: "tag";
      readonly key: TagKey;
      readonly base: string;
      readonly articles: readonly number[];
    }
  | {
      readonly kind: "author";
      readonly key: string;
      readonly base: string;
      readonly articles: readonly number[];
      readonly unit?: string;
    }
  | {
      readonly kind: "archive";
      readonly key: string;
      readonly base: string;
      readonly articles: readonly number[];
    }
  | {
      readonly kind: "latest";
      readonly key: "latest";
      readonly base: string;
      readonly articles: readonly number[];
    };

/** Every list of the site, in a stable order: latest, sections, tags, authors, months. */
export function planListings(library: Library, sections: SectionTree): Listing[] {
  const all = library.visible.map((_, index) => index);
  return [
    { kind: "latest", key: "latest", base: "latest", articles: all },
    ...[...sections.values()].map(
      ({ path, articles }): Listing => ({ kind: "section", key: path, base: path, articles }),
    ),
    ...tagListings(library),
    ...authorListings(library),
    ...monthListings(library),
  ];
}

/** The name of a tag or an author as one segment of a route. */
export function safeSegment(name: string): string {
  const safe = name.replace(/[/\\?#%"<>|*:\u0000-\u001f\u007f]/g, "-").replace(/^\.+|\.+$/g, "-");
  return safe.trim() === "" ? "-" : safe.trim();
}

function tagListings(library: Library): Listing[] {
  const carried = new Map<TagKey, Set<number>>();
  for (const { key, articles } of library.tags.values()) {
    // A page of a region or topic holds what stands under it too.
    for (const owner of [key, ...ancestorsOf(key, library.taxonomy)]) {
      const known = carried.get(owner) ?? new Set();
      for (const index of articles) known.add(index);
      carried.set(owner, known);
    }
  }
  const keys = [...carried.keys()].sort(compareText);
  const segments = uniqueSegments(keys);
  return keys.map((key, position) => ({
    kind: "tag",
    key,
    base: `tags/${segments[position]}`,
    articles: [...(carried.get(key) ?? [])].sort((a, b) => a - b),
  }));
}

function authorListings({ visible }: Library): Listing[] {
  const works = group(
    visible.flatMap(({ authors }, index) => authors.map(({ name }) => [name, index] as const)),
  );
  const names = [...works.keys()].sort(compareText);
  const segments = uniqueSegments(names);
  return names.map((name, position) => {
    const articles = [...new Set(works.get(name))];
    const unit = articles
      .map((index) => unitOf(visible[index]?.authors ?? [], name))
      .find((found) => found !== undefined);
    return { kind: "author", key: name, base: `authors/${segments[position]}`, articles, unit };
  });
}

function unitOf(authors: readonly Person[], name: string): string | undefined {
  return authors.find((author) => author.name === name)?.unit;
}

function monthListings({ visible }: Library): Listing[] {
  const months = group(visible.map(({ date }, index) => [date.local.slice(0, 7), index] as const));
  return [...months].map(([month, articles]) => ({
    kind: "archive",
    key: month,
    base: `archive/${month.replace("-", "/")}`,
    articles,
  }));
}

function group<K, V>(pairs: readonly (readonly [K, V])[]): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [value]);
    else known.push(value);
  }
  return groups;
}

/** Two names that differ only in what cannot stand in a route, or in case, get numbers, in the order given; so does the name of an index. */
function uniqueSegments(names: readonly string[]): string[] {
  const taken = new Set(["index.html"]);
  return names.map((name) => {
    const safe = safeSegment(name);
    let segment = safe;
    for (let n = 2; taken.has(segment.toLowerCase()); n++) segment = `${safe}-${n}`;
    taken.add(segment.toLowerCase());
    return segment;
  });
}
