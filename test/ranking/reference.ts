import { compareText } from "../../src/model/diagnostic.ts";
import type { TagKey } from "../../src/model/taxonomy.ts";
import { ancestorsOf } from "../../src/model/taxonomy.ts";
import { dayNumber } from "../../src/model/time.ts";
import type { Library } from "../../src/ranking/library.ts";
import { nearness } from "../../src/ranking/nearness.ts";
import type { Candidate } from "../../src/ranking/pool.ts";

/** The definition of a pool, written down as slowly as it reads: every article against every other. */
export function exhaustivePool(library: Library, size: number, cap: number): (asker: number) => Candidate[] {
  const { visible } = library;
  const days = visible.map(({ date }) => dayNumber(date));
  const known = knownTags(library);
  const strengths = visible.map((_, index) => strengthsOf(library, known, index));
  const counts = new Map<TagKey, number>();
  for (const own of strengths) for (const key of own.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const count = (key: TagKey) => counts.get(key) ?? 0;
  const vectors = strengths.map((own) => {
    const ordered = [...own].sort(([a], [b]) => count(a) - count(b) || compareText(a, b));
    return new Map(ordered.map(([key, m]) => [key, m / (1 + Math.floor(Math.log2(count(key))))]));
  });
  const lengths = vectors.map((vector) => Math.sqrt(sum([...vector.values()].map((v) => v * v))));
  const apart = (a: number, b: number) => Math.abs((days[a] ?? 0) - (days[b] ?? 0));

  const score = (a: number, b: number) => {
    const shared = sum([...(vectors[b] ?? [])].map(([key, v]) => v * (vectors[a]?.get(key) ?? 0)));
    if (shared === 0) return 0;
    const length = lengths[a] ?? 0;
    const similarity = shared / (length * Math.sqrt(length) * Math.sqrt(lengths[b] ?? 0));
    const section = visible[a]?.section === visible[b]?.section ? 1.1 : 1;
    return Math.round(similarity * nearness(apart(a, b), 90, 0.1) * section * 1_000_000);
  };
  /** The `cap` nearest of a tag's articles: fewer days, then fewer places between, then newer. */
  const nearest = (asker: number, key: TagKey) => {
    const list = [...vectors.keys()].filter((index) => vectors[index]?.has(key));
    const places = new Map(list.map((index, place) => [index, place]));
    const steps = (index: number) => Math.abs((places.get(index) ?? 0) - (places.get(asker) ?? 0));
    const others = list.filter((index) => index !== asker);
    const keyed = others.map((index) => ({ index, days: apart(asker, index), steps: steps(index) }));
    keyed.sort((a, b) => a.days - b.days || a.steps - b.steps || a.index - b.index);
    return keyed.slice(0, cap).map(({ index }) => index);
  };
  return (asker) => {
    const reachable = new Set([...(vectors[asker]?.keys() ?? [])].flatMap((key) => nearest(asker, key)));
    return [...reachable]
      .map((article) => ({ article, score: score(asker, article), days: apart(asker, article) }))
      .filter((candidate) => candidate.score > 0)
      .sort((a, b) => b.score - a.score || a.days - b.days || a.article - b.article)
      .slice(0, size);
  };
}

/** m of every tag. Names in test titles are not parts of longer words. */
function strengthsOf(library: Library, known: readonly TagKey[], index: number): Map<TagKey, number> {
  const carried = library.keys[index] ?? [];
  const title = library.visible[index]?.title ?? "";
  const strengths = new Map<TagKey, number>();
  const lend = (key: TagKey, strength: number) =>
    strengths.set(key, Math.max(strength, strengths.get(key) ?? 0));
  for (const key of carried) {
    lend(key, 1);
    for (const [step, ancestor] of ancestorsOf(key, library.taxonomy).entries())
      lend(ancestor, 0.5 ** (step + 1));
  }
  for (const key of known) if (key.length >= 2 && title.includes(key)) lend(key, 0.5);
  return strengths;
}

/** Tags that two articles or more carry, or carry a tag below. */
function knownTags(library: Library): TagKey[] {
  const counts = new Map<TagKey, number>();
  for (const carried of library.keys) {
    const bonds = new Set(carried.flatMap((key) => [key, ...ancestorsOf(key, library.taxonomy)]));
    for (const key of bonds) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].flatMap(([key, count]) => (count >= 2 ? [key] : []));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
