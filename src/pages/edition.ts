import type { Renditions } from "../assets/recipe.ts";
import type { Article, Body, PlainPage, Slot } from "../model/article.ts";
import type { Route } from "../model/route.ts";
import type { Outlet, Site } from "../model/site.ts";
import type { Words } from "../model/words.ts";
import type { Library } from "../ranking/library.ts";
import type { Rankings } from "../ranking/rank.ts";
import type { Listing } from "./listings.ts";
import type { Routes } from "./routes.ts";
import type { SectionTree } from "./sections.ts";

/** A picture or attachment of content/ as it is published. */
export interface PublishedFile {
  /** Where a link to it leads, and where a picture without renditions is shown from. */
  readonly route: Route;
  /** Of a picture, in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** What is made of a picture for pages. */
  readonly renditions?: Renditions;
  /** True for a picture that cannot be shown, of which its editor is told. */
  readonly isUnfit?: boolean;
}

/** By path below content/: `economy/2026-02-09-a/photo.jpg`, `static/images/x.jpg`. */
export type PublishedFiles = ReadonlyMap<string, PublishedFile>;

/** One edition of the paper: everything that its pages are made from, resolved, as plain values. */
export interface Edition {
  readonly site: Site;
  readonly words: Words;
  /** Epoch milliseconds. It decides what is pinned and the news sitemap's window. */
  readonly now: number;
  readonly library: Library;
  readonly rankings: Rankings;
  readonly sections: SectionTree;
  readonly plainPages: readonly PlainPage[];
  readonly outlets: readonly Outlet[];
  readonly listings: readonly Listing[];
  readonly routes: Routes;
  readonly files: PublishedFiles;
  /** Social pictures, by what they stand for: `ownerOf…` in social.ts. */
  readonly cards: ReadonlyMap<string, Route>;
  /** What the slots of each body hold, by the path of its source. */
  readonly slots: ReadonlyMap<string, readonly (Slot | undefined)[]>;
  /** Whether drafts and articles of the future are shown, and must be marked. */
  readonly isPreview: boolean;
}

/** The visible article at an index; throws a RangeError where there is none. */
export function articleAt(index: number, { library }: Edition): Article {
  const article = library.visible[index];
  if (article === undefined) throw new RangeError(`no article has the index ${index}`);
  return article;
}

/** Everything in content/ with a body that is shown now: what may refer to files and pages. */
export function shownBodies(
  library: Library,
  sections: SectionTree,
  plainPages: readonly PlainPage[],
): { readonly path: string; readonly body: Body }[] {
  return [
    ...library.visible.map(({ path, body }: Article) => ({ path, body })),
    ...[...sections.values()].flatMap(({ path, body }) =>
      body === undefined ? [] : [{ path: `${path}/_index.md`, body }],
    ),
    ...plainPages.map(({ path, body }) => ({ path, body })),
  ];
}
