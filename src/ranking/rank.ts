import type { ListSettings } from "../model/site.ts";
import { makeDuplicateTest } from "./duplicates.ts";
import { listHot, makeThermometer } from "./hot.ts";
import { listLatest } from "./latest.ts";
import type { RankedLibrary } from "./library.ts";
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

/** Ranks a library: a pure function of it and the settings, whatever the machine or the order in which articles were read. */
export function rankLibrary(library: RankedLibrary, settings: ListSettings): Rankings {
  const { related, hot, latest } = settings;
  const isDuplicate = makeDuplicateTest(library.visible);
  const scale = makeScale(library, buildPostings(library, related.implicitTags), related.halfLifeDays);
  const relatedOf = makeRelated(library, scale, related.count, isDuplicate);
  return {
    related: library.visible.map((_, index) => relatedOf(index).map(({ article }) => article)),
    hot: listHot(library, makeThermometer(library), hot.count + 1, isDuplicate),
    latest: listLatest(library, latest.count + 1, isDuplicate),
  };
}
