import { readCacheJson, writeCacheJson } from "../cache/shard.ts";
import { hashTexts } from "../content/hashText.ts";
import type { ArticleId } from "../model/article.ts";
import { holdsAt, type Span } from "../model/time.ts";
import type { Edition } from "../pages/edition.ts";
import { editionGround, wordsToken } from "../pages/ground.ts";
import type { ReadyTheme } from "./themer.ts";

/** What a build knew of the edition that it published: enough to tell that another differs from it in its articles' words alone. */
export interface Ground {
  /** A hash of all that pages are made from, but for the articles' own words. */
  readonly key: string;
  readonly span: Span;
  /** A token of each visible article's own words. */
  readonly words: readonly (readonly [ArticleId, string])[];
}

/** The ground of an edition that stays the same until a moment. */
export function groundOf(
  {
    edition,
    theme,
    toolId,
  }: { readonly edition: Edition; readonly theme: ReadyTheme; readonly toolId: string },
  until: number | null,
): Ground {
  const styles = JSON.stringify([[...theme.files.templates], [...theme.assets.urls]]);
  const key = hashTexts([toolId, styles], editionGround(edition));
  const words = edition.library.visible.map((article) => [article.id, wordsToken(article)] as const);
  return { key, span: { from: edition.now, until }, words };
}

/** What differs between two editions that differ in the words of articles alone. */
export interface Rewording {
  readonly articles: ReadonlySet<ArticleId>;
  /** How many pages the published edition has, and this one too. */
  readonly pages: number;
}

/** What differs from the published edition; undefined where that is not known, or more than words. */
export function rewordingSince(file: string, now: Ground): Rewording | undefined {
  const last = readCacheJson<PublishedGround>(file);
  if (last?.key !== now.key || !holdsAt(last.span, now.span.from)) return undefined;
  const before = new Map(last.words);
  const changed = now.words.filter(([id, token]) => token !== before.get(id));
  return { articles: new Set(changed.map(([id]) => id)), pages: last.pages };
}

/** Keeps the ground of the edition that was published in so many pages. */
export function writeGround(file: string, ground: Ground, pages: number): void {
  const published: PublishedGround = { ...ground, pages };
  writeCacheJson(file, published);
}

type PublishedGround = Ground & Pick<Rewording, "pages">;
