import type { Scale } from "./score.ts";
import type { Run } from "./walk.ts";

/** Articles in date order, and where one of them stands. */
export interface Shelf {
  readonly run: Run;
  readonly place: number;
}

/** Where each article stands among those of its section, and of the site. */
export interface Shelves {
  readonly section: (article: number) => Shelf;
  readonly site: (article: number) => Shelf;
}

/** Lays the articles out by section and as a whole. */
export function makeShelves({ sections }: Pick<Scale, "sections">): Shelves {
  const members: number[][] = [];
  const places = new Int32Array(sections.length);
  for (const [article, section] of sections.entries()) {
    const own = members[section] ?? [];
    members[section] = own;
    places[article] = own.push(article) - 1;
  }
  const runs = members.map(wholeRun);
  const site = wholeRun([...sections.keys()]);
  return {
    section: (article) => ({ run: runs[sections[article] ?? 0] ?? site, place: places[article] ?? 0 }),
    site: (article) => ({ run: site, place: article }),
  };
}

function wholeRun(articles: readonly number[]): Run {
  return { articles: Int32Array.from(articles), from: 0, to: articles.length };
}
