import { type Article, textOf } from "../model/article.ts";
import type { BodyRef, Card, Head, Link, Picture, Rails, TemplatePage, ValueOf } from "../model/page.ts";
import { tagLabel } from "../ranking/library.ts";
import type { ArticleParts, OutletView } from "./articleValue.ts";
import { articleRouteIn, coverPicture, stateOf, toMoment } from "./card.ts";
import { articleAt, type Edition } from "./edition.ts";
import type { Frame, FrameParts, PageFacts } from "./frame.ts";
import { authorLink, outletNamed, sectionLink, sectionTrail, tagLink } from "./links.ts";
import { preloadOf } from "./pictures.ts";
import { articleCard } from "./social.ts";

/** What planning an article's page needs besides the edition. */
export interface ArticleTools {
  readonly gather: (section?: string) => FrameParts;
  readonly card: (index: number) => Card;
  /** Undefined beyond the first and the last article. */
  readonly link: (index: number) => Link | undefined;
  readonly rails: (index: number) => Rails | undefined;
}

/** The page of the visible article at an index. Its parts are gathered when they are first asked for: most pages are kept by their `key`. */
export function articlePage(index: number, edition: Edition, tools: ArticleTools, key: string): TemplatePage {
  const article = articleAt(index, edition);
  let parts: ArticleParts | undefined;
  return {
    kind: "template",
    wave: "article",
    route: articleRouteIn(article, edition),
    template: article.layout,
    maker: "article",
    key,
    get parts() {
      parts ??= articleParts(index, edition, tools);
      return parts;
    },
    body: bodyRef(article, edition),
  };
}

/** What the page of the visible article at an index is made of. Whatever is read here stands in the page's key too: see keys.ts. */
export function articleParts(index: number, edition: Edition, tools: ArticleTools): ArticleParts {
  const article = articleAt(index, edition);
  const { rankings, library } = edition;
  const keys = library.keys[index] ?? [];
  const cover = coverPicture(article.cover, article.path, edition);
  return {
    frame: tools.gather(article.section),
    route: articleRouteIn(article, edition),
    text: textOf(article),
    section: sectionOf(article, edition),
    trail: sectionTrail(article.section, edition),
    labels: tagLabels(index, edition),
    tags: keys.flatMap((key) => tagLink(key, edition) ?? []),
    reporters: article.authors.map(({ name }) => authorHref(name, edition)),
    outlet: outletOf(article, edition),
    cover,
    preload: leadPreload(cover, article, edition),
    card: articleCard(article, edition),
    state: stateOf(article, edition),
    related: (rankings.related[index] ?? []).map(tools.card),
    previous: tools.link(index - 1),
    next: tools.link(index + 1),
    rails: tools.rails(index),
  };
}

/** Every article has a section: the folder that it lies in makes one. */
function sectionOf({ section }: Article, edition: Edition): Link {
  const link = sectionLink(section, edition);
  if (link === undefined) throw new RangeError(`no section ${section}`);
  return link;
}

/** The notice that stays at a withdrawn article's address: its date and reason, neither headline nor body. */
export function withdrawnPage(
  article: Article,
  edition: Edition,
  frame: (facts: PageFacts) => Frame,
): TemplatePage[] {
  if (article.withdrawn === undefined) return [];
  const { words } = edition;
  const route = articleRouteIn(article, edition);
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
  return [{ kind: "template", wave: "article", route, template: "withdrawn", maker: "given", parts: value }];
}

/** An article's body by its hash, with what its slots hold. */
export function bodyRef({ path, body }: Pick<Article, "path" | "body">, { slots }: Edition): BodyRef {
  return { hash: body.hash, slots: slots.get(path) ?? [] };
}

/** The labels of an article's tags, in the order written. */
export function tagLabels(index: number, { library }: Edition): string[] {
  return (library.keys[index] ?? []).map((key) => tagLabel(library, key));
}

function authorHref(name: string, edition: Edition): string {
  const link = authorLink(name, edition);
  if (link === undefined) throw new Error(`no author page for ${name}`);
  return link.url;
}

/** The first picture of the page: the cover, else the first of the text. */
function leadPreload(cover: Picture | undefined, { path }: Article, { slots }: Edition): Head["preload"] {
  if (cover !== undefined) return preloadOf(cover);
  const first = slots.get(path)?.find((slot) => slot?.kind === "picture");
  return first?.kind === "picture" && !first.lazy ? preloadOf({ sources: [], ...first }) : undefined;
}

/**
 * Where an article was first published, by its outlet's name in sources.yaml where it stands there; undefined for our own.
 * `url` is the original's address, `home` the outlet's.
 */
export function outletOf({ source }: Article, edition: Edition): OutletView | undefined {
  if (source === undefined) return undefined;
  const outlet = outletNamed(source.name, edition);
  return source.url === undefined ? outlet : { ...outlet, url: source.url };
}
