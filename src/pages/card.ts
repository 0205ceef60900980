import type { Article, Cover } from "../model/article.ts";
import type { Card, Moment, Picture } from "../model/page.ts";
import { hrefOf } from "../model/route.ts";
import { dayOf, type Stamp, toDisplay, toIso } from "../model/time.ts";
import type { Edition } from "./edition.ts";
import { filePath, foreignHost } from "./files.ts";
import { sectionLink } from "./links.ts";
import { phrasesFor } from "./phrases.ts";
import { articleRoute } from "./routes.ts";

/** Makes the cards of an edition's articles by their index into `Library.visible`; each is made once and shared by all lists. */
export function cardMaker(edition: Edition): (index: number) => Card {
  const cards = new Map<number, Card>();
  return (index) => {
    const known = cards.get(index);
    if (known !== undefined) return known;
    const article = edition.library.visible[index];
    if (article === undefined) throw new RangeError(`no article has the index ${index}`);
    const card = makeCard(article, edition);
    cards.set(index, card);
    return card;
  };
}

/** Where an article stands, as a link's address. */
export function articleHref(article: Article, { site, routes }: Edition): string {
  return hrefOf(site.basePath, routes.articles.get(article.id) ?? articleRoute(article, site));
}

/** A point in time as a page shows it, and as a machine reads it: a day stays a day. */
export function toMoment(stamp: Stamp): Moment {
  return { text: toDisplay(stamp), iso: stamp.dateOnly ? dayOf(stamp) : toIso(stamp) };
}

/** A cover as a page shows it; undefined where its file is not there or its host is not allowed. */
export function coverPicture(
  cover: Cover | undefined,
  from: string,
  { site, files }: Edition,
): Picture | undefined {
  if (cover === undefined) return undefined;
  const { src, alt, caption, credit } = cover;
  const words = { alt: alt ?? caption ?? "", caption, credit };
  const host = foreignHost(cover);
  if (host !== undefined) return site.media.hosts.includes(host) ? { src, ...words } : undefined;
  const path = filePath(src, from);
  const file = path === undefined ? undefined : files.get(path);
  if (file === undefined) return undefined;
  return { src: hrefOf(site.basePath, file.route), width: file.width, height: file.height, ...words };
}

/** An article's mark in a preview; undefined for one that readers see. */
export function stateOf(
  { draft, date, publishAt, expires }: Article,
  { isPreview, now, site }: Edition,
): string | undefined {
  if (!isPreview) return undefined;
  const phrases = phrasesFor(site.language);
  if (draft) return phrases.draft;
  if (Math.max(date.epoch, publishAt?.epoch ?? 0) > now) return phrases.scheduled;
  return expires !== undefined && now >= expires.epoch ? phrases.expired : undefined;
}

/** Whether an article is pinned at the edition's moment. */
export function isPinned({ pinned }: Article, { now }: Edition): boolean {
  return typeof pinned === "object" ? now < pinned.epoch : pinned;
}

function makeCard(article: Article, edition: Edition): Card {
  return {
    title: article.title,
    url: articleHref(article, edition),
    date: toMoment(article.date),
    shortDate: dayOf(article.date).slice(5),
    excerpt: article.excerpt === "" ? undefined : article.excerpt,
    section: sectionLink(article.section, edition),
    picture: thumbnail(article, edition),
    pinned: isPinned(article, edition),
    state: stateOf(article, edition),
  };
}

/** The cover, else the body's first picture. Beside its headline a picture is decoration, so it has no words. */
function thumbnail(article: Article, edition: Edition): Picture | undefined {
  const cover = coverPicture(article.cover, article.path, edition);
  if (cover !== undefined) return { src: cover.src, width: cover.width, height: cover.height, alt: "" };
  const first = edition.slots.get(article.path)?.find((slot) => slot?.kind === "picture");
  if (first?.kind !== "picture") return undefined;
  return { src: first.src, width: first.width, height: first.height, alt: "" };
}
