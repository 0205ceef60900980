import type { ListSettings } from "../model/site.ts";
import { type Basis, printsOf, standingLists } from "./basis.ts";
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
 * With the `last` ranking, whatever library it was of, only related lists that can have changed are reckoned; they come out the same.
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
  const prints = printsOf(library, postings);
  const standing =
    last?.basis.terms === terms ? standingLists(last.related, last.basis, prints, scale, cap) : undefined;
  const found = library.visible.map((_, asker) => {
    const stands = standing?.get(asker);
    if (stands !== undefined) return stands;
    const { list, pool } = relatedOf(asker);
    const candidates = pool?.candidates.map(({ article }) => article);
    return {
      related: list.map(({ article }) => article),
      pool: candidates && { candidates, least: pool?.least ?? 0 },
    };
  });
  return {
    related: found.map(({ related }) => related),
    hot: listHot(library, makeThermometer(library), hot.count + 1, isDuplicate),
    latest: listLatest(library, latest.count + 1, isDuplicate),
    basis: { terms, prints, pools: found.map(({ pool }) => pool ?? null) },
  };
}
