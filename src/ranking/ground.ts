import type { ListSettings } from "../model/site.ts";
import type { Taxonomy } from "../model/taxonomy.ts";
import { RANKED_FIELDS, type RankedLibrary } from "./library.ts";

/** All that the lists of a library are reckoned from, as texts in a fixed order: where they are the same, so are the lists. */
export function* rankingGround(library: RankedLibrary, settings: ListSettings): Generator<string> {
  const { related, hot, latest } = settings;
  yield JSON.stringify([related, hot, latest, entriesOf(library.taxonomy), [...library.status.keys()]]);
  // Canonical tags follow from the tags and the taxonomy.
  for (const article of library.visible) {
    yield JSON.stringify(RANKED_FIELDS.map((field) => article[field] ?? null));
  }
}

function entriesOf({ labels, aliases, parents }: Taxonomy) {
  return [labels, aliases, parents].map((names) => [...names]);
}
