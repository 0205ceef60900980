import type { Place } from "./diagnostic.ts";
import { compareText } from "./diagnostic.ts";
import type { Stamp } from "./time.ts";

/** An article's path below content/ without `.md` and without `/index`: `economy/2026-02-09-oranges`. */
export type ArticleId = string & { readonly __brand: "ArticleId" };

/** The id of the article in a source file, by its path below content/. */
export function articleId(path: string): ArticleId {
  return path
    .normalize("NFC")
    .replace(/\.md$/, "")
    .replace(/\/index$/, "") as ArticleId;
}

/** A value with the place where it was written, for problems that only the whole site can find. */
export interface Written<T> {
  readonly value: T;
  readonly place: Place;
}

export interface Person {
  readonly name: string;
  readonly unit?: string;
}

interface Source {
  readonly name: string;
  /** Where the article was first published; the canonical link of a republished one. */
  readonly url?: string;
}

export interface Cover {
  /** As written: beside the article, below content/static (`/images/…`), or an address of a host in `media.hosts`. */
  readonly src: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

interface Correction {
  readonly date: Stamp;
  readonly text: string;
}

interface Withdrawal {
  readonly date: Stamp;
  readonly reason: string;
}

/** Something in a body that only the whole site can resolve. Its index in `Body.references` is the number of its slot in the markup. */
export interface Reference {
  /** `link`: an internal `<a href>`; `picture`: an `<img src>`; `file`: a video's or poster's address. */
  readonly kind: "link" | "picture" | "file";
  /** The address as written, percent-decoded: `../a.md#b`, `photo.jpg`, `/images/x.jpg`. */
  readonly target: string;
  readonly place: Place;
}

/** What one Markdown text became. The markup itself is held apart, by its hash: the main thread holds summaries. */
export interface Body {
  /** SHA-256 of the markup, hexadecimal. */
  readonly hash: string;
  readonly references: readonly Reference[];
  /** Han characters plus Latin words, as Chinese newsrooms count. */
  readonly words: number;
}

/** One article: front matter with its types, and what was learned from the body. */
export interface Article {
  readonly id: ArticleId;
  /** The source file below content/. */
  readonly path: string;
  /** The folder: `economy` or `economy/projects`. */
  readonly section: string;
  readonly slug: string;
  readonly title: string;
  readonly date: Stamp;
  readonly updated?: Stamp;
  /** As typed; aliases and labels are applied when the library is made. */
  readonly tags: readonly string[];
  /** The editor's summary, else an excerpt from the body; empty where the body has no text. */
  readonly excerpt: string;
  readonly source?: Source;
  readonly authors: readonly Person[];
  readonly byline?: string;
  readonly correspondents: readonly string[];
  readonly editor?: string;
  readonly cover?: Cover;
  /** Old paths, each `/html/2019/a.html`. */
  readonly aliases: readonly Written<string>[];
  readonly draft: boolean;
  readonly publishAt?: Stamp;
  readonly expires?: Stamp;
  /** True, or pinned until the stamp. */
  readonly pinned: boolean | Stamp;
  readonly hot?: boolean;
  /** As written: a unique ending of an id will do. */
  readonly related: readonly Written<string>[];
  readonly relatedExclude: readonly Written<string>[];
  readonly corrections: readonly Correction[];
  readonly withdrawn?: Withdrawal;
  /** The visible label, where the text or pictures were made with AI. */
  readonly aigc?: string | true;
  readonly layout: string;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly body: Body;
  /** A hash of the article's text, as `textOf` has it: equal digests, equal texts. */
  readonly digest: string;
  /** A hash of all the rest, as `restOf` has it. */
  readonly restDigest: string;
  /** Where a front matter key stands, for problems that only the whole site can find. */
  readonly places: Readonly<Record<string, Place>>;
}

/** What a page shows of an article itself: not where its parts were written, nor what only the whole site can resolve. */
export type ArticleText = Pick<
  Article,
  | "title"
  | "date"
  | "updated"
  | "excerpt"
  | "byline"
  | "authors"
  | "correspondents"
  | "editor"
  | "corrections"
  | "aigc"
  | "extra"
  | "digest"
> & { readonly words: number };

/** An article's text. */
export function textOf(article: Article): ArticleText {
  const { title, date, updated, excerpt, byline, authors, correspondents, editor } = article;
  const { corrections, aigc, extra, digest, body } = article;
  const { words } = body;
  return {
    title,
    date,
    updated,
    excerpt,
    byline,
    authors,
    correspondents,
    editor,
    corrections,
    aigc,
    extra,
    digest,
    words,
  };
}

/** All of an article but for its own words, its digests, and where things were written. */
export function restOf(article: Article): unknown {
  const { digest: _, restDigest: __, places: ___, body, aliases, related, relatedExclude, ...rest } = article;
  const values = (written: readonly Written<string>[]) => written.map(({ value }) => value);
  const references = body.references.map(({ kind, target }) => [kind, target]);
  return [rest, values(aliases), values(related), values(relatedExclude), references];
}

/** The one order of the site: newest first, then by id. */
export function compareArticles(a: Pick<Article, "date" | "id">, b: Pick<Article, "date" | "id">): number {
  return b.date.epoch - a.date.epoch || compareText(a.id, b.id);
}

/** A page that is not news: content/pages/about.md. */
export interface PlainPage {
  readonly path: string;
  /** `about`: the route without `.html`. */
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly aliases: readonly Written<string>[];
  readonly draft: boolean;
  readonly body: Body;
  readonly places: Readonly<Record<string, Place>>;
}

/** A section's `_index.md`; a folder without one still is a section, titled by its folder's name. */
export interface Section {
  /** `economy` or `economy/projects`. */
  readonly path: string;
  readonly title: string;
  /** Sections are listed by this, then by path; without one, after those that have it. */
  readonly order: number;
  readonly description: string;
  readonly cover?: Written<Cover>;
  readonly aliases: readonly Written<string>[];
  readonly body?: Body;
}

/** A picture in one kind and several widths, for a browser that knows the kind. */
export interface PictureSource {
  /** `image/webp` */
  readonly type: string;
  readonly srcset: string;
}

/** What a body's slot holds on a page. */
export type Slot =
  | { readonly kind: "link"; readonly href: string }
  | {
      readonly kind: "picture";
      readonly src: string;
      readonly width?: number;
      readonly height?: number;
      readonly lazy: boolean;
      /** The same picture in several widths, in `src`'s kind. */
      readonly srcset?: string;
      /** The same in kinds that newer browsers prefer. */
      readonly sources?: readonly PictureSource[];
      readonly sizes?: string;
    }
  | { readonly kind: "file"; readonly src: string };

/** When an article is due to appear: the later of its date and its time of publication. */
export function openingOf({ date, publishAt }: Pick<Article, "date" | "publishAt">): Stamp {
  return publishAt !== undefined && publishAt.epoch > date.epoch ? publishAt : date;
}
