import { z } from "zod";
import type { Slot } from "./article.ts";
import type { Html } from "./html.ts";
import type { Route } from "./route.ts";
import { type Words, wordNames } from "./words.ts";

/*
 * The value that each template receives, as runtime schemas: the template audit reads them, and TypeScript's types are
 * inferred from them. Every URL in a value is ready to print. An optional field is absent where there is nothing to show,
 * so that a template's `{{#if}}` is the whole rule against empty blocks.
 */

/** A field that may stand in a triple-stash. */
const html = z.custom<Html>((value) => typeof value === "string").meta({ html: true });
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

const link = z.strictObject({ title: z.string(), url: z.string() });

const picture = z.strictObject({
  src: z.string(),
  alt: z.string(),
  width: z.number().optional(),
  height: z.number().optional(),
  /** The picture in several widths, in the kind of `src`. */
  srcset: z.string().optional(),
  /** The same in kinds that newer browsers prefer. */
  sources: list(z.strictObject({ type: z.string(), srcset: z.string() })),
  /** How wide the picture stands on the page, as the attribute `sizes` tells it. */
  sizes: z.string().optional(),
  /** The one picture that a page loads first. The others wait until they are near. */
  priority: z.boolean(),
  caption: z.string().optional(),
  credit: z.string().optional(),
});

const moment = z.strictObject({
  /** `2026-02-09 10:30` */
  text: z.string(),
  /** For `<time datetime>`. */
  iso: z.string(),
  /** `10:30`; absent where an editor gave the day alone. */
  clock: z.string().optional(),
});

/** An article as every list shows it. */
const card = z.strictObject({
  title: z.string(),
  url: z.string(),
  date: moment,
  /** `02-09`: for dense lists. */
  shortDate: z.string(),
  excerpt: z.string().optional(),
  section: link.optional(),
  picture: picture.optional(),
  pinned: z.boolean(),
  /** The mark of a draft or a scheduled article, where such are shown. */
  state: z.string().optional(),
});

/** The words of the interface in the site's language. */
const words = z.strictObject(
  Object.fromEntries(wordNames.map((name) => [name, z.string()])) as { [Key in keyof Words]: z.ZodString },
);

const site = z.strictObject({
  title: z.string(),
  slogan: z.string().optional(),
  description: z.string().optional(),
  home: z.string(),
  language: z.string(),
  latestUrl: z.string(),
  hotUrl: z.string(),
  tagsUrl: z.string(),
  archiveUrl: z.string(),
  searchUrl: z.string(),
  correctionsUrl: z.string(),
  feedUrl: z.string(),
  openSearchUrl: z.string(),
  /** favicon.svg, .png or .ico of content/static. */
  iconUrl: z.string().optional(),
  /** content/pages, for the footer. */
  pages: list(link),
  publisher: z
    .strictObject({ name: z.string(), url: z.string().optional(), logo: z.string().optional() })
    .optional(),
  editorInChief: z.string().optional(),
  contact: z
    .strictObject({
      phone: z.string().optional(),
      email: z.string().optional(),
      address: z.string().optional(),
    })
    .optional(),
  licences: list(z.strictObject({ label: z.string(), number: z.string(), url: z.string().optional() })),
  reportLine: z.strictObject({ phone: z.string().optional(), url: z.string().optional() }).optional(),
  copyright: z.string().optional(),
});

const head = z.strictObject({
  /** The whole `<title>`. */
  title: z.string(),
  description: z.string().optional(),
  canonical: z.string(),
  /** Open Graph's type: `website` or `article`. */
  type: z.string(),
  socialTitle: z.string(),
  /** The picture for sharing: absolute. */
  image: z.string().optional(),
  imageWidth: z.number().optional(),
  imageHeight: z.number().optional(),
  /** The picture that the page loads first. */
  preload: z
    .strictObject({
      /** Of a picture in one width only. */
      href: z.string().optional(),
      type: z.string().optional(),
      srcset: z.string().optional(),
      sizes: z.string().optional(),
    })
    .optional(),
  noindex: z.boolean(),
  feeds: list(z.strictObject({ title: z.string(), url: z.string(), type: z.string() })),
  /** Absent on pages that are not articles. */
  article: z
    .strictObject({
      published: z.string(),
      modified: z.string().optional(),
      section: z.string().optional(),
      tags: list(z.string()),
      author: z.string().optional(),
      source: z.string().optional(),
      /** `2026-02-09`, as Chinese aggregators read it. */
      publishDate: z.string(),
      /** The metadata that AI-made text and pictures must carry. */
      aigc: z.string().optional(),
    })
    .optional(),
  /** One or more JSON-LD documents in an array, `<` escaped. */
  structuredData: html.optional(),
});

/** A block of hot or latest articles. Exactly one of `html` (baked, or an include directive) and `fragment` (fetched) is present. */
const rail = z.strictObject({
  title: z.string(),
  url: z.string(),
  html: html.optional(),
  fragment: z.string().optional(),
  /** How many rows a fetched rail will have: its space is reserved. */
  rows: z.number(),
});

const rails = z.strictObject({ hot: rail.optional(), latest: rail.optional() });

const base = {
  site,
  words,
  head,
  navigation: list(z.strictObject({ title: z.string(), url: z.string(), current: z.boolean() })),
  breadcrumb: list(link),
  rails: rails.optional(),
};

const pager = z.strictObject({
  /** “第 3 页”; absent on the index. */
  label: z.string().optional(),
  newer: z.string().optional(),
  older: z.string().optional(),
});

const correction = z.strictObject({ date: moment, text: z.string() });

const article = z.strictObject({
  ...base,
  title: z.string(),
  date: moment,
  updated: moment.optional(),
  section: link,
  /** `url` is the original's address, `home` the outlet's. */
  source: z
    .strictObject({ name: z.string(), url: z.string().optional(), home: z.string().optional() })
    .optional(),
  editor: z.string().optional(),
  /** Printed instead of reporters and correspondents. */
  byline: z.string().optional(),
  /** `label` is what stands before a name: the unit (某报融媒记者) or the word for a reporter; absent where it is that of the name before. */
  reporters: list(z.strictObject({ label: z.string().optional(), name: z.string(), url: z.string() })),
  correspondents: list(z.string()),
  cover: picture.optional(),
  body: html,
  /** “约 812 字 · 3 分钟” */
  length: z.string().optional(),
  aigc: z.string().optional(),
  state: z.string().optional(),
  corrections: list(correction),
  tags: list(link),
  related: list(card),
  previous: link.optional(),
  next: link.optional(),
  share: z.strictObject({ title: z.string(), url: z.string() }),
  extra: z.record(z.string(), z.unknown()).readonly(),
});

const withdrawn = z.strictObject({ ...base, title: z.string(), date: moment, reason: z.string() });

const listing = {
  ...base,
  title: z.string(),
  description: z.string().optional(),
  cards: list(card),
  pager: pager.optional(),
};

const front = z.strictObject({
  ...base,
  lead: card.optional(),
  /** Next to the lead: pinned articles, then the newest. */
  top: list(card),
  /** A wide block is the last of an odd number: it has a row for itself. */
  blocks: list(z.strictObject({ section: link, lead: card, cards: list(card), wide: z.boolean() })),
});

const section = z.strictObject({
  ...listing,
  /** The introduction from `_index.md`; on the index only. */
  body: html.optional(),
  subsections: list(link),
  feed: z.string(),
});

const tag = z.strictObject({ ...listing, parent: link.optional(), children: list(link) });
const tags = z.strictObject({
  ...base,
  title: z.string(),
  tags: list(z.strictObject({ title: z.string(), url: z.string(), count: z.number() })),
});
/** One day of a list, newest first. */
const day = z.strictObject({
  /** What a calendar leads to: `day-2026-03-15`. */
  id: z.string(),
  /** “3月15日 星期日” */
  title: z.string(),
  iso: z.string(),
  cards: list(card),
});
const days = list(day);
const { cards: _, ...undivided } = listing;
const latest = z.strictObject({ ...undivided, days });
const hot = z.strictObject(listing);
const author = z.strictObject({ ...listing, unit: z.string().optional() });
const archive = z.strictObject({
  ...undivided,
  days,
  /** Monday to Sunday; the calendar stands on the index alone. */
  weekdays: list(z.string()),
  /** Seven days each; one of another month has no number, one without articles no address. */
  weeks: list(
    z.strictObject({
      days: list(z.strictObject({ number: z.string().optional(), url: z.string().optional() })),
    }),
  ),
  previous: link.optional(),
  next: link.optional(),
});
const months = z.strictObject({
  ...base,
  title: z.string(),
  years: list(
    z.strictObject({
      year: z.string(),
      months: list(z.strictObject({ title: z.string(), url: z.string(), count: z.number() })),
    }),
  ),
});
const corrections = z.strictObject({
  ...base,
  title: z.string(),
  entries: list(z.strictObject({ date: moment, text: z.string(), article: link })),
});
const plain = z.strictObject({ ...base, title: z.string(), body: html });
const search = z.strictObject({
  ...base,
  title: z.string(),
  /** The site's own search, for the script; absent where site.yaml does without. */
  index: z
    .strictObject({
      /** Pagefind's script. */
      engine: z.string(),
      /** The folder below which each year has its index. */
      folder: z.string(),
      /** Newest first. */
      years: list(z.string()),
      /** The newest years, parted by spaces, where there are more. */
      recent: z.string().optional(),
      /** All years, parted by spaces. */
      all: z.string(),
      sections: list(z.strictObject({ title: z.string(), value: z.string() })),
    })
    .optional(),
  /** A form to another engine: its address, the name of the field for the words, and what else it wants. */
  engine: z
    .strictObject({
      action: z.string(),
      field: z.string(),
      hidden: list(z.strictObject({ name: z.string(), value: z.string() })),
      /** `site:news.example.com `: what stands before the words, unless a hidden field holds the site already. */
      restriction: z.string().optional(),
    })
    .optional(),
});
const notFound = z.strictObject({ ...base, title: z.string() });
const redirect = z.strictObject({
  words,
  title: z.string(),
  url: z.string(),
  canonical: z.string(),
  language: z.string(),
});

/** The rows of a rail, with or without the page around it. */
const railRows = z.strictObject({ words, cards: list(card) });

/** What each template in templates/pages receives. A `layout` of an article's own receives `article`'s. */
export const pageSchemas = {
  front,
  article,
  withdrawn,
  section,
  tag,
  tags,
  latest,
  hot,
  author,
  archive,
  months,
  corrections,
  plain,
  search,
  "not-found": notFound,
  redirect,
  "rail-hot": railRows,
  "rail-latest": railRows,
} as const;

export type PageKind = keyof typeof pageSchemas;
export type ValueOf<K extends PageKind> = z.infer<(typeof pageSchemas)[K]>;

export type Link = z.infer<typeof link>;
export type Picture = z.infer<typeof picture>;
export type Moment = z.infer<typeof moment>;
export type Card = z.infer<typeof card>;
export type SiteView = z.infer<typeof site>;
export type Head = z.infer<typeof head>;
export type Rail = z.infer<typeof rail>;
export type Rails = z.infer<typeof rails>;

/** A body by its hash, and what its slots hold on this page: together they are all that its markup depends on. */
export interface BodyRef {
  readonly hash: string;
  readonly slots: readonly (Slot | undefined)[];
}

/** One file of the site as a plain value. What it is made of stands in it whole, bodies by hash, so its hash is its dependency list. */
export type Page = TemplatePage | FeedPage | TextPage;

/** Files are published in this order, so that no page ever links to one that is not there yet. */
export type Wave = "asset" | "article" | "list" | "feed";

/**
 * A page that a template prints. Its value is made only when it is printed, by `maker` from `parts` alone: equal parts, equal
 * value. What many pages share, such as cards, is the same object in the parts of each, so that it is hashed and sent once.
 */
export interface TemplatePage {
  readonly kind: "template";
  readonly route: Route;
  readonly wave: Wave;
  /** The name of the file in templates/pages. */
  readonly template: string;
  /** What makes the value; `given`: the parts are the value. */
  readonly maker: "article" | "listing" | "given";
  /** Where there is one, equal keys of pages of one template mean equal parts and bodies: they need not be looked at. */
  readonly key?: string;
  readonly parts: object;
  /** The body, whose field is filled in when the page is rendered. */
  readonly body?: BodyRef;
}

export interface FeedPage {
  readonly kind: "feed";
  readonly route: Route;
  readonly wave: Wave;
  readonly format: "rss" | "atom" | "json";
  readonly feed: Feed;
}

export interface TextPage {
  readonly kind: "text";
  readonly route: Route;
  readonly wave: Wave;
  readonly text: string;
}

/** A feed before it has a format. Addresses are absolute, times RFC 3339 with the site's offset. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** The page that the feed belongs to. */
  readonly home: string;
  /** The feed's own address. */
  readonly self: string;
  /** When its newest entry changed last; absent in an empty feed. */
  readonly updated?: string;
  readonly publisher?: string;
  readonly copyright?: string;
  readonly logo?: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Stable and unique: a tag URI made of the site's host and the article's id. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  readonly summary: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly source?: { readonly name: string; readonly url?: string };
  readonly image?: string;
  /** Printed before the text: a reader of the feed must see them too. */
  readonly corrections: readonly { readonly date: string; readonly text: string }[];
  readonly aigc?: string;
  /** Slots hold absolute addresses. */
  readonly body: BodyRef;
}
