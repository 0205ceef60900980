import type { ListSettings } from "../model/site.ts";
import { type RankedLibrary, rankedText } from "./library.ts";

/** All that the lists of a library are reckoned from, as texts in a fixed order: where they are the same, so are the lists. */
export function* rankingGround(library: RankedLibrary, settings: ListSettings): Generator<string> {
  const { hot, latest } = settings;
  yield termsOf(library, settings);
  yield JSON.stringify([hot, latest, [...library.status.keys()]]);
  // Canonical tags follow from the tags and the taxonomy.
  for (const article of library.visible) yield rankedText(article);
}

/** All that related lists rest on besides articles. */
export function termsOf({ taxonomy }: RankedLibrary, { related }: ListSettings): string {
  const { labels, aliases, parents } = taxonomy;
  return JSON.stringify([related, ...[labels, aliases, parents].map((names) => [...names])]);
}
