import type { Article } from "../model/article.ts";
import { digestOf, openDigest } from "../model/digest.ts";
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
  const { visible } = library;
  const digest = openDigest();
  const surroundings = remember((path: string) =>
    digestOf([gather(path), sectionLink(path, edition), sectionTrail(path, edition)]),
  );
  const tag = remember((key: TagKey) =>
    digestOf({ label: tagLabel(library, key), link: tagLink(key, edition) }),
  );
  const author = remember((name: string) => digestOf(authorLink(name, edition)));
  const outlet = remember((name: string | undefined) => digestOf(name && outletNamed(name, edition)));
  const neighbour = remember((index: number) => digestOf(link(index)));
  const showing = (article: Article) => ({
    route: articleRouteIn(article, edition),
    state: stateOf(article, edition),
    // What an article says of itself stands in its hashes; what it refers to does not.
    refers: article.cover !== undefined || article.body.references.length > 0,
  });
  const card = remember((index: number) => {
    const article = visible[index];
    if (article === undefined) return "";
    const { restDigest, section } = article;
    const { route, state, refers } = showing(article);
    const picture = refers ? listPicture(article, "card", edition) : undefined;
    const pinned = isPinned(article, edition);
    return digestOf({ restDigest, route, state, picture, pinned, section: sectionLink(section, edition) });
  });

  return (index) => {
    const article = visible[index];
    if (article === undefined) throw new RangeError(`no article has the index ${index}`);
    const { path, section, source, cover } = article;
    const { route, state, refers } = showing(article);
    const files = refers ? digestOf([coverPicture(cover, path, edition), slots.get(path)]) : "";
    let text = `${article.restDigest} ${article.body.hash} ${route.length} ${route} ${state} ${files}`;
    text += ` ${surroundings(section)} ${outlet(source?.name)} ${articleCard(article, edition)?.url}`;
    text += ` ${neighbour(index - 1)} ${neighbour(index + 1)} ${digest(rails(index))}`;
    text += listed(library.keys[index] ?? [], tag);
    text += listed(article.authors, ({ name }) => author(name));
    return text + listed(rankings.related[index] ?? [], card);
  };
}

/** With its length before it, no list can be taken for another. */
function listed<T>(items: readonly T[], token: (item: T) => string): string {
  let text = ` ${items.length}`;
  for (const item of items) text += ` ${token(item)}`;
  return text;
}
