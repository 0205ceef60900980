import { articlePage } from "./article.ts";
import { bakedRails } from "./frame.ts";
import { indexPages, listingPages, type PlannedPage } from "./listings.ts";
import { hotPosts, latestPosts, relatedFinder } from "./lists.ts";
import { feeds, frontPage, redirects, sitemap } from "./others.ts";
import { type Post, sortPosts } from "./post.ts";

/** All that a site of some posts consists of: how an article's page is made, and every other page. */
export interface PlannedSite {
  readonly article: (url: string, content: string) => string;
  readonly pages: readonly PlannedPage[];
}

/** Plans the site that ours is compared with. */
export function planSite(unsorted: readonly Post[]): PlannedSite {
  const posts = sortPosts(unsorted);
  const places = new Map(posts.map(({ url }, place) => [url, place]));
  const relatedOf = relatedFinder(posts);
  const rails = bakedRails(hotPosts(posts), latestPosts(posts));
  const lists = [...listingPages(posts), ...indexPages(posts)];
  const article = (url: string, content: string) => {
    const place = places.get(url) ?? -1;
    const post = posts[place];
    if (post === undefined) throw new Error(`no article at ${url}`);
    const around = { related: relatedOf(post), newer: posts[place - 1], older: posts[place + 1], rails };
    return articlePage(post, content, around);
  };
  const pages = [
    frontPage(posts, rails),
    ...lists,
    ...feeds(posts),
    sitemap(posts, lists),
    ...redirects(posts),
  ];
  return { article, pages };
}
