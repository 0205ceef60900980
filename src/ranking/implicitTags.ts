import type { TagKey } from "../model/taxonomy.ts";
import { ancestorsOf, tagKey } from "../model/taxonomy.ts";
import type { RankedLibrary } from "./library.ts";
import { tagLabel } from "./library.ts";

/** A tree of names by their characters: looking at a title costs its length, however many tags there are. */
interface Branch {
  readonly next: Map<number, Branch>;
  readonly keys: TagKey[];
}

const WORD_CHARACTER = /[\p{Script=Latin}\p{Nd}]/u;

/**
 * Returns a reader of titles: the known tags whose key or label stands in a title, whether or not the article carries them.
 * A tag is known where two articles or more carry it or a tag below it.
 */
export function makeTagFinder(library: RankedLibrary): (title: string) => readonly TagKey[] {
  const root = emptyBranch();
  for (const [key, count] of countArticles(library)) {
    if (count < 2) continue;
    for (const name of new Set([key, tagKey(tagLabel(library, key))])) {
      if (isDistinct(name)) branchOf(root, name).keys.push(key);
    }
  }
  return (title) => namesIn(tagKey(title), root);
}

/** How many articles carry each tag or one below it, in the order in which tags are met. */
function countArticles({ tags, taxonomy }: RankedLibrary): Map<TagKey, number> {
  const counts = new Map(Array.from(tags.values(), ({ key, articles }) => [key, articles.length]));
  const below = new Map<TagKey, Set<number>>();
  for (const { key, articles } of tags.values()) {
    for (const ancestor of ancestorsOf(key, taxonomy)) {
      const known = below.get(ancestor) ?? new Set(tags.get(ancestor)?.articles ?? []);
      for (const article of articles) known.add(article);
      below.set(ancestor, known);
    }
  }
  for (const [ancestor, articles] of below) counts.set(ancestor, articles.size);
  return counts;
}

/** Shorter names stand in titles by chance. */
function isDistinct(name: string): boolean {
  const han = name.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = name.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return han >= 2 || latin >= 3;
}

function emptyBranch(): Branch {
  return { next: new Map(), keys: [] };
}

function branchOf(root: Branch, name: string): Branch {
  let branch = root;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    const next = branch.next.get(code) ?? emptyBranch();
    branch.next.set(code, next);
    branch = next;
  }
  return branch;
}

function namesIn(title: string, root: Branch): TagKey[] {
  const found = new Set<TagKey>();
  for (let start = 0; start < title.length; start++) {
    let branch = root.next.get(title.charCodeAt(start));
    for (let end = start + 1; branch !== undefined; end++) {
      if (branch.keys.length > 0 && isWhole(title, start, end)) for (const key of branch.keys) found.add(key);
      branch = branch.next.get(title.charCodeAt(end));
    }
  }
  return [...found];
}

/** Han names may stand anywhere; a Latin letter or a digit at a name's edge must be the edge of a word. */
function isWhole(title: string, start: number, end: number): boolean {
  return !joins(title, start) && !joins(title, end);
}

function joins(title: string, at: number): boolean {
  return WORD_CHARACTER.test(title.charAt(at - 1)) && WORD_CHARACTER.test(title.charAt(at));
}
