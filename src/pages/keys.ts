import type { Article } from "../model/article.ts";
import { digestOf, openDigest } from "../model/digest.ts";
import type { BodyRef } from "../model/page.ts";
import { remember, rememberEach } from "../model/remember.ts";
import type { TagKey } from "../model/taxonomy.ts";
import { tagLabel } from "../ranking/library.ts";
import type { ArticleTools } from "./article.ts";
import { articleRouteIn, coverPicture, isPinned, listPicture, stateOf } from "./card.ts";
import { articleAt, type Edition } from "./edition.ts";
import { authorLink, outletNamed, sectionLink, sectionTrail, tagLink } from "./links.ts";
import type { ListingParts } from "./listingValue.ts";
import { articleCard } from "./social.ts";

/**
 * The keys of an edition's pages: equal keys mean pages with equal parts and bodies, in whichever editions they stand. A key
 * holds articles' hashes in the place of what is made of them alone, and all that its page gets from elsewhere, so that nothing
 * need be gathered for a page that is kept.
 */
export interface PageKeys {
  /** The key of the page of the visible article at an index. */
  readonly article: (index: number) => string;
  /** The key of a page that lists articles, besides what else it is made of. */
  readonly listing: (
    parts: Omit<ListingParts, "cards">,
    articles: readonly number[],
    body: BodyRef | undefined,
  ) => string;
}

/** Makes the function that gives pages their keys. */
export function pageKeys(
  edition: Edition,
  { gather, link, rails }: Pick<ArticleTools, "gather" | "link" | "rails">,
): PageKeys {
  const { library, rankings, slots } = edition;
  const { visible } = library;
  const digest = openDigest();
  const section = remember((path: string) => digestOf(sectionLink(path, edition)));
  const surroundings = remember((path: string) =>
    digestOf([gather(path), sectionLink(path, edition), sectionTrail(path, edition)]),
  );
  const tag = remember((key: TagKey) =>
    digestOf({ label: tagLabel(library, key), link: tagLink(key, edition) }),
  );
  const author = remember((name: string) => digestOf(authorLink(name, edition)));
  const outlet = remember((name: string | undefined) => digestOf(name && outletNamed(name, edition)));
  const neighbour = rememberEach(visible.length, (index) => JSON.stringify(link(index)));
  const card = rememberEach(visible.length, (index) => {
    const article = articleAt(index, edition);
    // What a card shows of the article itself stands in its rest; the base path of its address, in every page's frame.
    return digestOf([
      article.restDigest,
      articleRouteIn(article, edition),
      stateOf(article, edition),
      isPinned(article, edition),
      section(article.section),
      refersElsewhere(article) ? listPicture(article, "card", edition) : undefined,
    ]);
  });

  return {
    article: (index) => {
      const article = articleAt(index, edition);
      const { path, source, cover } = article;
      const elsewhere = refersElsewhere(article) ? [coverPicture(cover, path, edition), slots.get(path)] : [];
      // What may hold a space stands as JSON or as its digest.
      let text = `${article.restDigest} ${article.body.hash} ${JSON.stringify(articleRouteIn(article, edition))}`;
      text += ` ${stateOf(article, edition)} ${digestOf(elsewhere)} ${articleCard(article, edition)?.url}`;
      text += ` ${surroundings(article.section)} ${outlet(source?.name)} ${digest(rails(index))}`;
      text += ` ${neighbour(index - 1)} ${neighbour(index + 1)}`;
      text += listed(library.keys[index] ?? [], tag);
      text += listed(article.authors, ({ name }) => author(name));
      return text + listed(rankings.related[index] ?? [], card);
    },
    listing: ({ frame, rails, ...own }, articles, body) =>
      `${digest(frame)} ${digest(rails)} ${digestOf([own, body])}${listed(articles, card)}`,
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
