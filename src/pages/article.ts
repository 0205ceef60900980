import { articleData, breadcrumbData } from "../feeds/structuredData.ts";
import type { Article } from "../model/article.ts";
import type { BodyRef, Card, Head, Picture, Rails, TemplatePage, ValueOf } from "../model/page.ts";
import { absoluteUrl } from "../model/route.ts";
import { dayOf, type Stamp, toIso } from "../model/time.ts";
import { tagLabel } from "../ranking/library.ts";
import { coverPicture, stateOf, toMoment } from "./card.ts";
import type { Edition } from "./edition.ts";
import type { Frame, PageFacts } from "./frame.ts";
import { authorLink, sectionLink, sectionTrail, tagLink } from "./links.ts";
import { phrasesFor } from "./phrases.ts";
import { absolutePicture, canBeShared, preloadOf, type SocialPicture } from "./pictures.ts";
import { publisherFacts } from "./publisher.ts";
import { articleRoute } from "./routes.ts";
import { articleCard } from "./social.ts";

/** What the making of an article's page needs besides the edition. */
export interface ArticlePageTools {
  readonly frame: (facts: PageFacts) => Frame;
  readonly card: (index: number) => Card;
  readonly rails: (index: number) => Rails | undefined;
}

/** The page of the visible article at an index. */
export function articlePage(index: number, edition: Edition, tools: ArticlePageTools): TemplatePage {
  const { site, rankings } = edition;
  const article = articleAt(index, edition);
  const route = articleRoute(article, site);
  const cover = coverPicture(article.cover, article.path, edition);
  const image = cover && absolutePicture(cover, site);
  const frame = tools.frame({
    route,
    title: article.title,
    description: article.excerpt,
    section: article.section,
    breadcrumb: sectionTrail(article.section, edition),
    canonical: article.source?.url,
    image: image !== undefined && canBeShared(image) ? image : articleCard(article, edition),
    preload: leadPreload(cover, article, edition),
    article: articleMeta(article, index, edition),
    structuredData: articleStructure(article, index, image, edition),
    rails: tools.rails(index),
  });
  const value: Omit<ValueOf<"article">, "body"> = {
    ...frame,
    ...articleText(article, edition),
    cover,
    tags: tagLinks(index, edition),
    related: (rankings.related[index] ?? []).map(tools.card),
    previous: neighbour(index - 1, edition, tools.card),
    next: neighbour(index + 1, edition, tools.card),
    share: { title: article.title, url: absoluteUrl(site, route) },
  };
  return {
    kind: "template",
    wave: "article",
    route,
    template: article.layout,
    value,
    body: bodyRef(article, edition),
  };
}

/** The notice that stays at a withdrawn article's address: its date and reason, neither headline nor body. */
export function withdrawnPage(
  article: Article,
  edition: Edition,
  frame: ArticlePageTools["frame"],
): TemplatePage[] {
  if (article.withdrawn === undefined) return [];
  const { site, words } = edition;
  const route = articleRoute(article, site);
  const { date, reason } = article.withdrawn;
  const value: ValueOf<"withdrawn"> = {
    ...frame({
      route,
      title: words.withdrawn,
      noindex: true,
      breadcrumb: sectionTrail(article.section, edition),
    }),
    title: words.withdrawn,
    date: toMoment(date),
    reason,
  };
  return [{ kind: "template", wave: "article", route, template: "withdrawn", value }];
}

/** An article's body by its hash, with what its slots hold. */
export function bodyRef({ path, body }: Pick<Article, "path" | "body">, { slots }: Edition): BodyRef {
  return { hash: body.hash, slots: slots.get(path) ?? [] };
}

/** When an article changed last: its date, its update or its newest correction. */
export function modifiedAt({ date, updated, corrections }: Article): Stamp {
  const stamps = [
    date,
    ...(updated === undefined ? [] : [updated]),
    ...corrections.map((correction) => correction.date),
  ];
  return stamps.reduce((newest, stamp) => (stamp.epoch > newest.epoch ? stamp : newest));
}

/** The labels of an article's tags, in the order written. */
export function tagLabels(index: number, { library }: Edition): string[] {
  return (library.keys[index] ?? []).map((key) => tagLabel(library, key));
}

function articleAt(index: number, { library }: Edition): Article {
  const article = library.visible[index];
  if (article === undefined) throw new RangeError(`no article has the index ${index}`);
  return article;
}

function articleText(article: Article, edition: Edition) {
  const { site, words } = edition;
  const phrases = phrasesFor(site.language);
  const hasByline = article.byline !== undefined;
  return {
    title: article.title,
    date: toMoment(article.date),
    updated: article.updated && toMoment(article.updated),
    section: sectionLink(article.section, edition) ?? { title: words.home, url: "/" },
    source: outletOf(article, edition) ?? { name: site.title },
    editor: article.editor,
    byline: article.byline,
    reporters: hasByline ? [] : reportersOf(article, edition),
    correspondents: hasByline ? [] : article.correspondents,
    length: article.body.words === 0 ? undefined : phrases.length(article.body.words),
    aigc: article.aigc === true ? phrases.aigc : article.aigc,
    state: stateOf(article, edition),
    corrections: article.corrections.map(({ date, text }) => ({ date: toMoment(date), text })),
    extra: article.extra,
  };
}

/**
 * Where an article was first published, by its outlet's name in sources.yaml where it stands there; undefined for our own.
 * `url` is the original's address, `home` the outlet's.
 */
export function outletOf(
  { source }: Article,
  { outlets }: Edition,
): { readonly name: string; readonly url?: string; readonly home?: string } | undefined {
  if (source === undefined) return undefined;
  const outlet = outlets.find(({ name, aliases }) => name === source.name || aliases.includes(source.name));
  return { name: outlet?.name ?? source.name, url: source.url, home: outlet?.url };
}

/** Reporters of one unit share its name, as print does: “某报融媒记者 甲 乙”. */
function reportersOf({ authors }: Article, edition: Edition): ValueOf<"article">["reporters"] {
  const labels = authors.map(({ unit }) => unit ?? edition.words.reporter);
  return authors.map(({ name }, index) => ({
    label: labels[index] === labels[index - 1] ? undefined : labels[index],
    name,
    url: authorHref(name, edition),
  }));
}

function authorHref(name: string, edition: Edition): string {
  const link = authorLink(name, edition);
  if (link === undefined) throw new Error(`no author page for ${name}`);
  return link.url;
}

function tagLinks(index: number, edition: Edition) {
  return (edition.library.keys[index] ?? []).flatMap((key) => tagLink(key, edition) ?? []);
}

function neighbour(index: number, { library }: Edition, card: ArticlePageTools["card"]) {
  if (library.visible[index] === undefined) return undefined;
  const { title, url } = card(index);
  return { title, url };
}

function articleMeta(article: Article, index: number, edition: Edition): Head["article"] {
  const modified = modifiedAt(article);
  return {
    published: toIso(article.date),
    modified: modified === article.date ? undefined : toIso(modified),
    section: sectionLink(article.section, edition)?.title,
    tags: tagLabels(index, edition),
    author: article.authors.map(({ name }) => name).join(" ") || undefined,
    source: outletOf(article, edition)?.name ?? edition.site.title,
    publishDate: dayOf(article.date),
    aigc: article.aigc === undefined ? undefined : "AI-generated",
  };
}

/** The first picture of the page: the cover, else the first of the text. */
function leadPreload(cover: Picture | undefined, { path }: Article, { slots }: Edition): Head["preload"] {
  if (cover !== undefined) return preloadOf(cover);
  const first = slots.get(path)?.find((slot) => slot?.kind === "picture");
  return first?.kind === "picture" && !first.lazy ? preloadOf({ sources: [], ...first }) : undefined;
}

function articleStructure(
  article: Article,
  index: number,
  image: SocialPicture | undefined,
  edition: Edition,
): object[] {
  const { site } = edition;
  const url = absoluteUrl(site, articleRoute(article, site));
  const crumbs = sectionTrail(article.section, edition).map((link) => ({
    title: link.title,
    url: site.origin + link.url,
  }));
  return [
    articleData({
      headline: article.title,
      url,
      description: article.excerpt || undefined,
      images: image === undefined ? [] : [image],
      published: toIso(article.date),
      modified: toIso(modifiedAt(article)),
      authors: article.authors.map(({ name, unit }) => ({
        name,
        unit,
        url: site.origin + authorHref(name, edition),
      })),
      correspondents: article.correspondents,
      editor: article.editor,
      section: sectionLink(article.section, edition)?.title,
      keywords: tagLabels(index, edition),
      words: article.body.words,
      language: site.language,
      publisher: publisherFacts(site),
      corrections: article.corrections.map(({ date, text }) => ({ date: toIso(date), text })),
      source: outletOf(article, edition),
    }),
    breadcrumbData([
      { title: edition.words.home, url: `${site.origin}${site.basePath}/` },
      ...crumbs,
      { title: article.title, url },
    ]),
  ];
}
