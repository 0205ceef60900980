import type { ListSettings } from "../model/site.ts";
import { type Basis, fingerprintsOf, type KeptList, keptPool, standingLists } from "./basis.ts";
import { makeDuplicateTest } from "./duplicates.ts";
import { termsOf } from "./ground.ts";
import { listHot, makeThermometer } from "./hot.ts";
import { listLatest } from "./latest.ts";
import type { RankedLibrary } from "./library.ts";
import { NEAREST_POSTINGS } from "./pool.ts";
import { buildPostings } from "./postings.ts";
import { makeRelated } from "./related.ts";
import { makeScale } from "./score.ts";

/** Every list of the site, as indices into `Library.visible`. */
export interface Rankings {
  /** Parallel to `Library.visible`. */
  readonly related: readonly (readonly number[])[];
  /** One more than is listed, where there are enough: an article's own page leaves itself out. */
  readonly hot: readonly number[];
  /** One more than is listed, as in `hot`. */
  readonly latest: readonly number[];
}

/** Lists, with what the next ranking needs to tell which of the related ones stand. */
export interface Ranking extends Rankings {
  readonly basis: Basis;
}

/**
 * Ranks a library: a pure function of it and the settings, whatever the machine or the order in which articles were read.
 * With the `last` ranking, of whatever library but with the same cap, only related lists that can have changed are reckoned;
 * all lists come out the same.
 */
export function rankLibrary(
  library: RankedLibrary,
  settings: ListSettings,
  last?: Ranking,
  cap = NEAREST_POSTINGS,
): Ranking {
  const { related, hot, latest } = settings;
  const isDuplicate = makeDuplicateTest(library.visible);
  const postings = buildPostings(library, related.implicitTags);
  const scale = makeScale(library, postings, related.halfLifeDays);
  const relatedOf = makeRelated(library, scale, related.count, isDuplicate, cap);
  const terms = termsOf(library, settings);
  const fingerprints = fingerprintsOf(library, postings);
  const standing =
    last?.basis.terms === terms ? standingLists(last.related, last.basis, fingerprints, scale) : undefined;
  const reckon = (asker: number): KeptList => {
    const { list, pool } = relatedOf(asker);
    return { related: list.map(({ article }) => article), pool: keptPool(pool) };
  };
  const lists = library.visible.map((_, asker) => standing?.get(asker) ?? reckon(asker));
  return {
    related: lists.map((list) => list.related),
    hot: listHot(library, makeThermometer(library), hot.count + 1, isDuplicate),
    latest: listLatest(library, latest.count + 1, isDuplicate),
    basis: { terms, fingerprints, pools: lists.map(({ pool }) => pool) },
  };
}
