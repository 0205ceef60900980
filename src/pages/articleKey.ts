import type { Article } from "../model/article.ts";
import { openDigest } from "../model/digest.ts";
import { remember } from "../model/remember.ts";
import type { TagKey } from "../model/taxonomy.ts";
import { tagLabel } from "../ranking/library.ts";
import type { ArticleTools } from "./article.ts";
import { articleRouteIn, coverPicture, isPinned, listPicture, stateOf } from "./card.ts";
import type { Edition } from "./edition.ts";
import { authorLink, outletNamed, sectionLink, sectionTrail, tagLink } from "./links.ts";
import { articleCard } from "./social.ts";

/**
 * Makes the keys of articles' pages: equal keys mean pages with equal parts and bodies, in whichever editions they stand. A key
 * holds an article's hashes in the place of what is made of the article alone, and all that its page gets from elsewhere, so
 * that a page need not be planned to be known.
 */
export function articleKeys(
  edition: Edition,
  { gather, link, rails }: Omit<ArticleTools, "card">,
): (index: number) => string {
  const { library, rankings, slots } = edition;
  const digest = openDigest();
  const section = remember((path: string) => digest(sectionLink(path, edition)));
  const surroundings = remember((path: string) => digest([gather(path), sectionTrail(path, edition)]));
  const tag = remember((key: TagKey) => digest([tagLabel(library, key), tagLink(key, edition)]));
  const author = remember((name: string) => digest(authorLink(name, edition)));
  const outlet = remember((name: string | undefined) => digest(name && outletNamed(name, edition)));
  const neighbour = remember((index: number) => digest(link(index)));
  // What a card shows of its article stands in the article's rest.
  const card = remember((index: number) => {
    const article = library.visible[index];
    if (article === undefined) return "";
    const { restDigest } = article;
    const picture = hasFiles(article) ? digest(listPicture(article, "card", edition)) : "";
    const { route, state, pinned } = showing(article);
    return `${restDigest} ${route.length} ${route} ${picture} ${pinned} ${state} ${section(article.section)}`;
  });
  const showing = (article: Article) => ({
    route: articleRouteIn(article, edition),
    state: digest(stateOf(article, edition)),
    pinned: isPinned(article, edition),
  });

  return (index) => {
    const article = library.visible[index];
    if (article === undefined) throw new RangeError(`no article has the index ${index}`);
    const { path, body, cover, source } = article;
    const { route, state } = showing(article);
    const files = hasFiles(article) ? digest([coverPicture(cover, path, edition), slots.get(path)]) : "";
    let text = `${article.restDigest} ${body.hash} ${route.length} ${route} ${state} ${files}`;
    text += ` ${surroundings(article.section)} ${outlet(source?.name)}`;
    text += ` ${digest(articleCard(article, edition)?.url)} ${neighbour(index - 1)} ${neighbour(index + 1)}`;
    text += listed(library.keys[index] ?? [], tag);
    text += listed(article.authors, ({ name }) => author(name));
    text += listed(rankings.related[index] ?? [], card);
    return `${text} ${digest(rails(index))}`;
  };
}

/** Whether files or other pages decide what an article's page holds. */
function hasFiles({ cover, body }: Article): boolean {
  return cover !== undefined || body.references.length > 0;
}

/** With its length before it, no list can be taken for another. */
function listed<T>(items: readonly T[], token: (item: T) => string): string {
  let text = ` ${items.length}`;
  for (const item of items) text += ` ${token(item)}`;
  return text;
}
