import type { TagKey } from "../model/taxonomy.ts";
import { ancestorsOf } from "../model/taxonomy.ts";
import { makeTagFinder } from "./implicitTags.ts";
import type { RankedLibrary } from "./library.ts";

/** How an article comes by a tag. */
export type Origin = "carried" | "ancestor" | "implicit";

/** A tag that an article carries or that is lent to it. */
export interface Bond {
  readonly key: TagKey;
  /** 1 for a carried tag. */
  readonly strength: number;
  readonly origin: Origin;
}

const IMPLICIT_STRENGTH = 0.5;

/**
 * Returns a reader of one visible article's bonds: the tags it carries, their ancestors at half the strength for each step up,
 * and (where `implicit`) the tags that its title names. Only carried tags lend to their ancestors; the strongest bond to a tag counts.
 */
export function makeBonds(library: RankedLibrary, implicit: boolean): (index: number) => readonly Bond[] {
  const tagsIn = implicit ? makeTagFinder(library) : () => [];
  return (index) => {
    const bonds = new Map<TagKey, Bond>();
    const carried = library.keys[index] ?? [];
    for (const key of carried) bonds.set(key, { key, strength: 1, origin: "carried" });
    for (const key of carried) lendToAncestors(key, library, bonds);
    for (const key of tagsIn(library.visible[index]?.title ?? "")) {
      lend(bonds, { key, strength: IMPLICIT_STRENGTH, origin: "implicit" });
    }
    return [...bonds.values()];
  };
}

function lendToAncestors(key: TagKey, { taxonomy }: RankedLibrary, bonds: Map<TagKey, Bond>): void {
  let strength = 1;
  for (const ancestor of ancestorsOf(key, taxonomy)) {
    strength /= 2;
    lend(bonds, { key: ancestor, strength, origin: "ancestor" });
  }
}

function lend(bonds: Map<TagKey, Bond>, bond: Bond): void {
  if (bond.strength > (bonds.get(bond.key)?.strength ?? 0)) bonds.set(bond.key, bond);
}
