import type { IsDuplicate } from "./duplicates.ts";
import { isNewStory } from "./duplicates.ts";
import type { RankedLibrary } from "./library.ts";
import { makeOverrides } from "./overrides.ts";
import { makePoolFinder, NEAREST_POSTINGS, type Pool } from "./pool.ts";
import type { Scale } from "./score.ts";
import type { Shelf } from "./shelves.ts";
import { makeShelves } from "./shelves.ts";
import { walkOutward } from "./walk.ts";

/** Why an article stands in a list of related ones. */
export type RelatedReason = "pinned" | "tags" | "fallback: section" | "fallback: site";

interface Placement {
  /** Its number in `Library.visible`. */
  readonly article: number;
  readonly reason: RelatedReason;
}

/** The related articles of one. */
interface Related {
  readonly list: readonly Placement[];
  /** Of whom they were chosen; absent where the list rests on more than the best of all by tags: on an editor's word, on dates alone, or on the cap. */
  readonly pool: Pool | undefined;
}

/** Lists the related articles of one. */
export type RelatedOf = (asker: number) => Related;

/**
 * Returns the maker of related lists: the editor's pins, then the best by tags and dates, then the nearest in date of the section and of the site.
 * Each story stands once and never the asker's own, unless the list would be empty; what the editor excluded never stands.
 */
export function makeRelated(
  library: RankedLibrary,
  scale: Scale,
  count: number,
  isDuplicate: IsDuplicate,
  cap = NEAREST_POSTINGS,
): RelatedOf {
  const overridesOf = makeOverrides(library);
  const shelves = makeShelves(scale);
  const findPool = makePoolFinder(scale, 2 * count, cap);
  return (asker) => {
    const { pinned, excluded, areGiven } = overridesOf(asker);
    const barred = new Set([asker, ...pinned, ...excluded]);
    const list: Placement[] = pinned.slice(0, count).map((article) => ({ article, reason: "pinned" }));
    const offer = (article: number, reason: RelatedReason, told: readonly number[]) => {
      const placed = told.concat(list.map((placement) => placement.article));
      if (!barred.has(article) && !placed.includes(article) && isNewStory(article, placed, isDuplicate)) {
        list.push({ article, reason });
      }
      return list.length < count;
    };
    const fall = (shelf: Shelf, reason: RelatedReason, told: readonly number[]) => {
      if (list.length >= count) return;
      walkOutward(shelf.run, shelf.place, scale.days, cap, (article) => offer(article, reason, told));
    };

    if (list.length >= count) return { list, pool: undefined };
    const pool = findPool(asker, barred);
    pool.candidates.every(({ article }) => offer(article, "tags", [asker]));
    const isFromPool = list.length === count && !areGiven && pool.room > 0;
    fall(shelves.section(asker), "fallback: section", [asker]);
    fall(shelves.site(asker), "fallback: site", [asker]);
    // Better the same story in another's words than an empty block.
    if (list.length === 0) fall(shelves.section(asker), "fallback: section", []);
    if (list.length === 0) fall(shelves.site(asker), "fallback: site", []);
    return { list, pool: isFromPool ? pool : undefined };
  };
}
