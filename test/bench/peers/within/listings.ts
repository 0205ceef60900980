import { type Crumb, card, frame, listHead, RAIL_LINKS, SECTION_FOLDERS, sectionCrumbs } from "./frame.ts";
import { escapeText, lines, link, moment, time } from "./html.ts";
import { groupBy, inSection } from "./lists.ts";
import type { Post } from "./post.ts";

/** A page of the site that is not an article's: its path, and its text when it is asked for. */
export interface PlannedPage {
  readonly path: string;
  readonly text: () => string;
}

/** Articles that are listed at one address, twenty a page. */
interface Listing {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly posts: readonly Post[];
}

const PER_PAGE = 20;

/** The pages of every section, tag, author and month, and of all articles. */
export function listingPages(posts: readonly Post[]): PlannedPage[] {
  return [
    ...sections(posts),
    ...byKey(posts, "/tags/", "标签", ({ tags }) => tags),
    ...byKey(posts, "/authors/", "记者", ({ authors, correspondents }) => [...authors, ...correspondents]),
    ...byKey(posts, "/archive/", "往期回顾", (post) => [monthOf(post)]),
    { title: "滚动新闻", crumbs: [["/latest/", "滚动新闻"] as const], posts },
  ].flatMap(pagesOf);
}

/** The pages that only list other lists: all tags, all months. */
export function indexPages(posts: readonly Post[]): PlannedPage[] {
  const tags = [...groupBy(posts, (post) => post.tags)];
  const months = [...groupBy(posts, (post) => [monthOf(post)])];
  return [indexPage("/tags/", "全部标签", tags), indexPage("/archive/", "往期回顾", months)];
}

function sections(posts: readonly Post[]): Listing[] {
  return SECTION_FOLDERS.map((folder) => {
    const crumbs = sectionCrumbs(folder);
    return { title: crumbs.at(-1)?.[1] ?? "", crumbs, posts: inSection(posts, folder) };
  });
}

/** The month of an article as its archive is addressed: `2019/01`. */
function monthOf({ date }: Post): string {
  return moment(date).iso.slice(0, 7).replace("-", "/");
}

function byKey(
  posts: readonly Post[],
  root: string,
  name: string,
  keysOf: (post: Post) => readonly string[],
): Listing[] {
  return [...groupBy(posts, keysOf)].map(([key, own]) => ({
    title: key,
    crumbs: [[root, name] as const, [`${root}${key}/`, key] as const],
    posts: own,
  }));
}

function pagesOf({ title, crumbs, posts }: Listing): PlannedPage[] {
  const root = crumbs.at(-1)?.[0] ?? "/";
  const count = Math.max(1, Math.ceil(posts.length / PER_PAGE));
  const addressOf = (number: number) => (number === 1 ? root : `${root}page/${number}/`);
  return Array.from({ length: count }, (_, before) => ({
    path: `${addressOf(before + 1)}index.html`,
    text: () => {
      const cards = posts.slice(before * PER_PAGE, (before + 1) * PER_PAGE);
      const newer = before > 0 ? `<li class="newer">${link(addressOf(before), "较新")}</li>` : "";
      const older = before + 1 < count ? `<li class="older">${link(addressOf(before + 2), "较早")}</li>` : "";
      const main = `${heading(title)}
<ol class="cards">
${lines(cards, (post) => card(post, cardMeta(post)))}
</ol>
<nav class="pager" aria-label="翻页"><ul>${newer}${older}</ul></nav>`;
      return frame({
        title,
        url: addressOf(before + 1),
        crumbs,
        head: listHead(title),
        main,
        side: RAIL_LINKS,
      });
    },
  }));
}

function heading(title: string): string {
  return `<header class="page-head">
<h1>${escapeText(title)}</h1>
</header>`;
}

function cardMeta(post: Post): string {
  const [url, title] = sectionCrumbs(post.section).at(-1) ?? ["/", ""];
  return `\n<p class="card-meta">${time(post.date)} ${link(url, title)}</p>`;
}

function indexPage(
  url: string,
  title: string,
  groups: readonly [key: string, posts: readonly Post[]][],
): PlannedPage {
  const text = () => {
    const items = lines(groups, ([key, posts]) => `<li>${link(`${url}${key}/`, key)} ${posts.length}</li>`);
    const main = `${heading(title)}\n<ul class="tags">\n${items}\n</ul>`;
    return frame({ title, url, crumbs: [[url, title]], head: listHead(title), main, side: RAIL_LINKS });
  };
  return { path: `${url}index.html`, text };
}
