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
  // What a card shows of the article itself stands in its rest.
  const card = remember((index: number) => {
    const article = visible[index];
    if (article === undefined) return "";
    const { restDigest, section } = article;
    return digestOf({
      restDigest,
      route: articleRouteIn(article, edition),
      state: stateOf(article, edition),
      pinned: isPinned(article, edition),
      section: sectionLink(section, edition),
      picture: refersElsewhere(article) ? listPicture(article, "card", edition) : undefined,
    });
  });

  return (index) => {
    const article = visible[index];
    if (article === undefined) throw new RangeError(`no article has the index ${index}`);
    const { path, section, source, cover } = article;
    const elsewhere = refersElsewhere(article) ? [coverPicture(cover, path, edition), slots.get(path)] : [];
    // What may hold a space stands as its digest.
    let text = `${article.restDigest} ${article.body.hash} ${digestOf(articleRouteIn(article, edition))}`;
    text += ` ${stateOf(article, edition)} ${digestOf(elsewhere)} ${articleCard(article, edition)?.url}`;
    text += ` ${surroundings(section)} ${outlet(source?.name)} ${digest(rails(index))}`;
    text += ` ${neighbour(index - 1)} ${neighbour(index + 1)}`;
    text += listed(library.keys[index] ?? [], tag);
    text += listed(article.authors, ({ name }) => author(name));
    return text + listed(rankings.related[index] ?? [], card);
  };
}

/** Whether files or other pages decide what is shown of an article. */
function refersElsewhere({ cover, body }: Article): boolean {
  return cover !== undefined || body.references.length > 0;
}

/** With its length before it, no list can be taken for another. */
function listed<T>(items: readonly T[], token: (item: T) => string): string {
  let text = ` ${items.length}`;
  for (const item of items) text += ` ${token(item)}`;
  return text;
}
