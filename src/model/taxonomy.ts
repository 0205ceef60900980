/** A tag as the machine compares it: NFKC, trimmed, spaces collapsed, lower-cased. */
export type TagKey = string & { readonly __brand: "TagKey" };

/** The key of a tag as an editor typed it. Lower-casing is locale-free. RANKING: “Preparation”. */
export function tagKey(written: string): TagKey {
  return written.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase() as TagKey;
}

/** What tags.yaml says. A tag that it does not name has no entry anywhere here. */
export interface Taxonomy {
  /** The label to show, by canonical key. */
  readonly labels: ReadonlyMap<TagKey, string>;
  /** Other spellings → canonical key. */
  readonly aliases: ReadonlyMap<TagKey, TagKey>;
  /** Canonical key → parent's canonical key (罗庄区 → 临沂市). Free of cycles. */
  readonly parents: ReadonlyMap<TagKey, TagKey>;
}

export const emptyTaxonomy: Taxonomy = { labels: new Map(), aliases: new Map(), parents: new Map() };

/** The canonical keys of an article's tags, aliases applied, duplicates dropped, in the order written. */
export function canonicalTags(written: readonly string[], taxonomy: Taxonomy): TagKey[] {
  const keys = written.map(tagKey).map((key) => taxonomy.aliases.get(key) ?? key);
  return [...new Set(keys)];
}

/** The ancestors of a tag, nearest first. */
export function ancestorsOf(key: TagKey, { parents }: Taxonomy): TagKey[] {
  const ancestors: TagKey[] = [];
  for (let parent = parents.get(key); parent !== undefined; parent = parents.get(parent))
    ancestors.push(parent);
  return ancestors;
}
