import type { Article, Cover } from "../model/article.ts";
import type { Card, Moment, Picture } from "../model/page.ts";
import { rememberEach } from "../model/remember.ts";
import { hrefOf, type Route } from "../model/route.ts";
import { dayOf, type Stamp, toDisplay, toIso } from "../model/time.ts";
import { statusOf } from "../ranking/status.ts";
import { articleAt, type Edition } from "./edition.ts";
import { filePath, foreignHost } from "./files.ts";
import { sectionLink } from "./links.ts";
import { phrasesFor } from "./phrases.ts";
import { pictureFile, type Spot } from "./pictures.ts";
import { articleRoute } from "./routes.ts";

/** Makes the cards of an edition's articles by their index into `Library.visible`; each is made once and shared by all lists. */
export function cardMaker(edition: Edition): (index: number) => Card {
  return rememberEach(edition.library.visible.length, (index) =>
    makeCard(articleAt(index, edition), edition),
  );
}

/** The route of an article of the edition. */
export function articleRouteIn(article: Article, { site, routes }: Edition): Route {
  return routes.articles.get(article.id) ?? articleRoute(article, site);
}

/** Where an article stands, as a link's address. */
export function articleHref(article: Article, edition: Edition): string {
  return hrefOf(edition.site.basePath, articleRouteIn(article, edition));
}

/** A point in time as a page shows it, and as a machine reads it: a day stays a day. */
export function toMoment(stamp: Stamp): Moment {
  if (stamp.dateOnly) return { text: toDisplay(stamp), iso: dayOf(stamp) };
  return { text: toDisplay(stamp), iso: toIso(stamp), clock: stamp.local.slice(11, 16) };
}

/** A cover as a page shows it; undefined where its file is not there or its host is not allowed. */
export function coverPicture(
  cover: Cover | undefined,
  from: string,
  { site, files }: Edition,
  spot: Spot = "text",
): Picture | undefined {
  if (cover === undefined) return undefined;
  const { src, alt, caption, credit } = cover;
  const words = { alt: alt ?? caption ?? "", caption, credit, priority: spot !== "card" };
  const host = foreignHost(cover);
  if (host !== undefined) return site.media.hosts.includes(host) ? { src, sources: [], ...words } : undefined;
  const path = filePath(src, from);
  const file = path === undefined ? undefined : files.get(path);
  if (file === undefined || file.isUnfit === true) return undefined;
  return { ...pictureFile(file, spot, site), ...words };
}

/** An article's picture in a list: the cover, else the body's first. Beside its headline a picture is decoration, so it has no words. */
export function listPicture(article: Article, spot: Spot, edition: Edition): Picture | undefined {
  const cover = coverPicture(article.cover, article.path, edition, spot);
  if (cover !== undefined) return { ...cover, alt: "", caption: undefined, credit: undefined };
  const at = edition.slots.get(article.path)?.findIndex((slot) => slot?.kind === "picture") ?? -1;
  const target = article.body.references[at]?.target;
  return coverPicture(
    target === undefined ? undefined : { src: target, alt: "" },
    article.path,
    edition,
    spot,
  );
}

/** An article's mark in a preview; undefined for one that readers see. */
export function stateOf(article: Article, { isPreview, now, site }: Edition): string | undefined {
  const status = isPreview ? statusOf(article, now) : "published";
  return status === "published" || status === "withdrawn" ? undefined : phrasesFor(site.language)[status];
}

/** Whether an article is pinned at the edition's moment. */
export function isPinned({ pinned }: Article, { now }: Edition): boolean {
  return typeof pinned === "object" ? now < pinned.epoch : pinned;
}

/** Whatever is read here stands in the keys of the pages that show the card too: see keys.ts. */
function makeCard(article: Article, edition: Edition): Card {
  return {
    title: article.title,
    url: articleHref(article, edition),
    date: toMoment(article.date),
    shortDate: dayOf(article.date).slice(5),
    excerpt: article.excerpt === "" ? undefined : article.excerpt,
    section: sectionLink(article.section, edition),
    picture: listPicture(article, "card", edition),
    pinned: isPinned(article, edition),
    state: stateOf(article, edition),
  };
}
