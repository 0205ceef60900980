import { articleData, breadcrumbData } from "../feeds/structuredData.ts";
import type { ArticleText } from "../model/article.ts";
import type { Card, Head, Link, Picture, Rails, ValueOf } from "../model/page.ts";
import { absoluteUrl, type Route } from "../model/route.ts";
import { dayOf, toIso } from "../model/time.ts";
import { toMoment } from "./card.ts";
import { type FrameParts, makeFrame } from "./frame.ts";
import { modifiedAt } from "./modified.ts";
import { phrasesFor } from "./phrases.ts";
import { absolutePicture, canBeShared, type SocialPicture } from "./pictures.ts";

/** Where an article was first published. `url` is the original's address, `home` the outlet's. */
export interface OutletView {
  readonly name: string;
  readonly url?: string;
  readonly home?: string;
}

/** All that the value of an article's page is made of. */
export interface ArticleParts {
  readonly frame: FrameParts;
  readonly text: ArticleText;
  readonly route: Route;
  readonly section: Link;
  readonly trail: readonly Link[];
  /** Of all its tags, those without a page too. */
  readonly labels: readonly string[];
  readonly tags: readonly Link[];
  /** The addresses of the reporters' pages, in the order of the text's authors. */
  readonly reporters: readonly string[];
  readonly outlet: OutletView | undefined;
  readonly cover: Picture | undefined;
  /** The first picture of the page. */
  readonly preload: Head["preload"];
  /** What is shared where the cover cannot be. */
  readonly card: SocialPicture | undefined;
  readonly state: string | undefined;
  readonly related: readonly Card[];
  readonly previous: Link | undefined;
  readonly next: Link | undefined;
  readonly rails: Rails | undefined;
}

type ArticleValue = Omit<ValueOf<"article">, "body">;

/** What the template of an article gets, but for the body. */
export function articleValue(parts: ArticleParts): ArticleValue {
  const { route, text, cover, tags, related, previous, next, rails } = parts;
  const { title } = text;
  const { site } = parts.frame.setting;
  const image = cover && absolutePicture(cover, site);
  return {
    ...makeFrame(parts.frame, {
      route,
      title,
      description: text.excerpt,
      breadcrumb: parts.trail,
      canonical: parts.outlet?.url,
      image: image !== undefined && canBeShared(image) ? image : parts.card,
      preload: parts.preload,
      article: articleMeta(parts),
      structuredData: articleStructure(parts, image),
      rails,
    }),
    ...articleFields(parts),
    cover,
    tags,
    related,
    previous,
    next,
    share: { title, url: absoluteUrl(site, route) },
  };
}

function articleFields(parts: ArticleParts) {
  const { text, state } = parts;
  const { site } = parts.frame.setting;
  const { title, date, updated, editor, byline, aigc, corrections, extra } = text;
  const phrases = phrasesFor(site.language);
  return {
    title,
    date: toMoment(date),
    updated: updated && toMoment(updated),
    section: parts.section,
    source: parts.outlet ?? { name: site.title },
    editor,
    byline,
    reporters: byline === undefined ? reportersOf(parts) : [],
    correspondents: byline === undefined ? text.correspondents : [],
    length: text.words === 0 ? undefined : phrases.length(text.words),
    aigc: aigc === true ? phrases.aigc : aigc,
    state,
    corrections: corrections.map(({ date, text }) => ({ date: toMoment(date), text })),
    extra,
  };
}

/** Reporters of one unit share its name, as print does: “某报融媒记者 甲 乙”. */
function reportersOf({ frame, text, reporters }: ArticleParts): ArticleValue["reporters"] {
  const { authors } = text;
  const labels = authors.map(({ unit }) => unit ?? frame.setting.words.reporter);
  return authors.map(({ name }, index) => ({
    label: labels[index] === labels[index - 1] ? undefined : labels[index],
    name,
    url: reporters[index] ?? "",
  }));
}

function articleMeta(parts: ArticleParts): Head["article"] {
  const { frame, text, section, labels, outlet } = parts;
  const { date, authors, aigc } = text;
  const modified = modifiedAt(text);
  return {
    published: toIso(date),
    modified: modified === date ? undefined : toIso(modified),
    section: section.title,
    tags: labels,
    author: authors.map(({ name }) => name).join(" ") || undefined,
    source: outlet?.name ?? frame.setting.site.title,
    publishDate: dayOf(date),
    aigc: aigc === undefined ? undefined : "AI-generated",
  };
}

function articleStructure(parts: ArticleParts, image: SocialPicture | undefined): object[] {
  const { frame, text, section, labels, outlet, reporters } = parts;
  const { title, authors, corrections } = text;
  const { site, publisher, words, home } = frame.setting;
  const url = absoluteUrl(site, parts.route);
  const absolute = (path: string) => site.origin + path;
  return [
    articleData({
      headline: title,
      url,
      description: text.excerpt || undefined,
      images: image === undefined ? [] : [image],
      published: toIso(text.date),
      modified: toIso(modifiedAt(text)),
      authors: authors.map(({ name, unit }, index) => ({
        name,
        unit,
        url: absolute(reporters[index] ?? ""),
      })),
      correspondents: text.correspondents,
      editor: text.editor,
      section: section.title,
      keywords: labels,
      words: text.words,
      language: site.language,
      publisher,
      corrections: corrections.map(({ date, text }) => ({ date: toIso(date), text })),
      source: outlet,
    }),
    breadcrumbData([
      { title: words.home, url: absolute(home.url) },
      ...parts.trail.map((link) => ({ title: link.title, url: absolute(link.url) })),
      { title, url },
    ]),
  ];
}
