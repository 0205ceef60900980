import { DESKS } from "../../phrases.ts";
import { card, frame, SECTION_FOLDERS, SITE, sectionCrumbs } from "./frame.ts";
import { escapeText, lines, link, moment, time } from "./html.ts";
import type { PlannedPage } from "./listings.ts";
import { inSection } from "./lists.ts";
import type { Post } from "./post.ts";

const FEED_ITEMS = 20;
const BLOCK_ITEMS = 7;

/** The front page: what is newest, and a block for each section. */
export function frontPage(posts: readonly Post[], rails: string): PlannedPage {
  const blocks = () =>
    lines(DESKS, ({ folder, title }) => {
      const own = inSection(posts, folder).slice(0, BLOCK_ITEMS);
      const rows = lines(own, (post) => `<li>${link(post.url, post.title)} ${time(post.date)}</li>`);
      return `<section class="block"><h2 class="block-title">${link(`/${folder}/`, title)}</h2>\n<ul class="headlines">\n${rows}\n</ul>\n</section>`;
    });
  const main = () =>
    `<ul class="headlines">\n${lines(posts.slice(0, FEED_ITEMS), (post) => card(post))}\n</ul>\n<div class="blocks">\n${blocks()}\n</div>`;
  return {
    path: "/index.html",
    text: () => frame({ title: "首页", url: "/", crumbs: [], head: "", main: main(), side: rails }),
  };
}

/** A feed of all articles and one of each section and sub-section, in full text. */
export function feeds(posts: readonly Post[]): PlannedPage[] {
  const sections = SECTION_FOLDERS.map((folder) =>
    feed(`/${folder}/feed.xml`, sectionCrumbs(folder).at(-1)?.[1] ?? "", inSection(posts, folder)),
  );
  return [feed("/feed.xml", SITE.title, posts), ...sections];
}

function feed(path: string, title: string, posts: readonly Post[]): PlannedPage {
  const item = (post: Post) => `<item><title>${escapeText(post.title)}</title>
<link>${SITE.url}${post.url}</link>
<guid>${SITE.url}${post.url}</guid>
<pubDate>${post.date.toUTCString()}</pubDate>
${lines(post.tags, (tag) => `<category>${escapeText(tag)}</category>`)}
<description>${escapeText(post.excerpt)}</description>
<content:encoded><![CDATA[${post.content()}]]></content:encoded>
</item>`;
  const text = () => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${escapeText(title)}</title>
<link>${SITE.url}/</link>
<description>${escapeText(title)}</description>
<language>zh-CN</language>
${lines(posts.slice(0, FEED_ITEMS), item)}
</channel></rss>
`;
  return { path, text };
}

/** The addresses of all articles and of the first pages of all lists. */
export function sitemap(posts: readonly Post[], pages: readonly PlannedPage[]): PlannedPage {
  const entry = (url: string, date?: Date) =>
    `<url><loc>${SITE.url}${encodeURI(url)}</loc>${date === undefined ? "" : `<lastmod>${moment(date).iso}</lastmod>`}</url>`;
  const firsts = pages.filter(({ path }) => path.endsWith("/index.html") && !path.includes("/page/"));
  const text = () => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines(posts, ({ url, date }) => entry(url, date))}
${lines(firsts, ({ path }) => entry(path.slice(0, -"index.html".length)))}
</urlset>
`;
  return { path: "/sitemap.xml", text };
}

/** A page at each old address, which leads to the new one. */
export function redirects(posts: readonly Post[]): PlannedPage[] {
  return posts.flatMap(({ aliases, url }) =>
    aliases.map((path) => ({
      path,
      text: () =>
        `<!DOCTYPE html>\n<title>${SITE.title}</title>\n<link rel="canonical" href="${url}">\n<meta http-equiv="refresh" content="0; url=${url}">\n`,
    })),
  );
}
