import { compareText } from "../model/diagnostic.ts";
import type { TagKey } from "../model/taxonomy.ts";
import type { Bond, Origin } from "./bonds.ts";
import { makeBonds } from "./bonds.ts";
import type { RankedLibrary } from "./library.ts";

const ORIGINS: readonly Origin[] = ["carried", "ancestor", "implicit"];

/**
 * The visible articles as vectors over tags, and for each tag the articles that have it: two views of the same entries, in flat arrays.
 * Articles are numbered as in `Library.visible`; tags from rare to common, then by key, so that a sum over tags has one order everywhere.
 */
export interface Postings {
  readonly tags: readonly TagKey[];
  /** w(t) of each tag. */
  readonly weights: Float64Array;
  /** ‖a‖ of each article; 0 without tags. */
  readonly lengths: Float64Array;
  /** The entries of article a are `rows[a]` to `rows[a + 1]`, its rarest tag first. */
  readonly rows: Int32Array;
  /** The tag of each entry. */
  readonly tag: Int32Array;
  /** v_a(t) of each entry. */
  readonly value: Float64Array;
  /** How the article comes by the tag of each entry; read it with `originOf`. */
  readonly origin: Uint8Array;
  /** Where each entry stands in `articles`. */
  readonly place: Int32Array;
  /** The articles of tag t are `articles[lists[t]]` to `articles[lists[t + 1]]`, newest first. */
  readonly lists: Int32Array;
  readonly articles: Int32Array;
}

/** Makes the postings of a library. With `implicit`, an article also has the tags that its title names. */
export function buildPostings(library: RankedLibrary, implicit: boolean): Postings {
  const bondsOf = makeBonds(library, implicit);
  const bonds = library.visible.map((_, index) => bondsOf(index));
  const counts = countBonds(bonds);
  const tags = [...counts.keys()].sort(
    (a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || compareText(a, b),
  );
  const weights = Float64Array.from(tags, (key) => rarity(counts.get(key) ?? 0));
  const rows = startsOf(bonds.map(({ length }) => length));
  const lists = startsOf(tags.map((key) => counts.get(key) ?? 0));
  return { tags, weights, rows, lists, ...fillEntries(bonds, tags, weights, rows, lists) };
}

/** w(t) of a tag that so many articles have. It moves only when the count crosses a power of two. */
export function rarity(count: number): number {
  return 1 / (32 - Math.clz32(count));
}

/** How the article of an entry comes by its tag. */
export function originOf(postings: Postings, entry: number): Origin {
  return ORIGINS[postings.origin[entry] ?? 0] ?? "carried";
}

function countBonds(bonds: readonly (readonly Bond[])[]): Map<TagKey, number> {
  const counts = new Map<TagKey, number>();
  for (const own of bonds) {
    for (const { key } of own) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Where each of several lists of known lengths starts when they are laid end to end; one more for the end of the last. */
function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [index, length] of lengths.entries()) starts[index + 1] = (starts[index] ?? 0) + length;
  return starts;
}

type Entries = Pick<Postings, "lengths" | "tag" | "value" | "origin" | "place" | "articles">;

function fillEntries(
  bonds: readonly (readonly Bond[])[],
  tags: readonly TagKey[],
  weights: Float64Array,
  rows: Int32Array,
  lists: Int32Array,
): Entries {
  const numbers = new Map(tags.map((key, number) => [key, number]));
  const numberOf = ({ key }: Bond) => numbers.get(key) ?? 0;
  const size = rows.at(-1) ?? 0;
  const [tag, place, articles] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  const value = new Float64Array(size);
  const origin = new Uint8Array(size);
  const lengths = new Float64Array(bonds.length);
  const next = lists.slice();
  for (const [article, own] of bonds.entries()) {
    let entry = rows[article] ?? 0;
    let sum = 0;
    for (const bond of own.toSorted((a, b) => numberOf(a) - numberOf(b))) {
      const number = numberOf(bond);
      const strength = bond.strength * (weights[number] ?? 0);
      sum += strength * strength;
      tag[entry] = number;
      value[entry] = strength;
      origin[entry] = ORIGINS.indexOf(bond.origin);
      // Articles come newest first, so each tag's list fills in that order.
      const at = next[number] ?? 0;
      place[entry] = at;
      articles[at] = article;
      next[number] = at + 1;
      entry++;
    }
    lengths[article] = Math.sqrt(sum);
  }
  return { lengths, tag, value, origin, place, articles };
}
