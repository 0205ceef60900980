import type { Article, PlainPage } from "../model/article.ts";
import type { Parsed } from "../model/diagnostic.ts";
import type { Outlet, Site } from "../model/site.ts";
import { wordsFor } from "../model/words.ts";
import type { Library } from "../ranking/library.ts";
import type { Rankings } from "../ranking/rank.ts";
import type { Edition, PublishedFiles } from "./edition.ts";
import { planListings } from "./listings.ts";
import { resolveReferences } from "./references.ts";
import { planRoutes } from "./routes.ts";
import type { SectionTree } from "./sections.ts";

/** What an edition is made from. */
export interface EditionSources {
  readonly site: Site;
  readonly outlets: readonly Outlet[];
  readonly now: number;
  readonly isPreview: boolean;
  /** All articles, shown or not. */
  readonly articles: readonly Article[];
  readonly plainPages: readonly PlainPage[];
  readonly library: Library;
  readonly rankings: Rankings;
  readonly sections: SectionTree;
  /** The files that shown texts refer to, as far as they are there. */
  readonly files: PublishedFiles;
  readonly cards: Edition["cards"];
  /** Paths of all files below content/ that are no texts. */
  readonly available: readonly string[];
}

/** Gives everything its route and every reference its target. */
export function makeEdition(sources: EditionSources): Parsed<Edition> {
  const { articles, available, ...lasting } = sources;
  const { site, library, sections, plainPages, files } = lasting;
  const listings = planListings(library, sections);
  const shown = [...library.visible, ...library.withdrawn];
  const statics = available.flatMap((path) =>
    path.startsWith("static/") && files.get(path)?.isUnfit !== true ? [path.slice("static/".length)] : [],
  );
  const { routes, diagnostics } = planRoutes({
    ...{ site, articles, shown, plainPages, listings, statics },
    sections: [...sections.values()],
  });
  const references = resolveReferences({ ...sources, routes });
  const edition: Edition = {
    ...lasting,
    words: wordsFor(site.language),
    listings,
    routes,
    slots: references.slots,
  };
  return { value: edition, diagnostics: [...diagnostics, ...references.diagnostics] };
}
