import { DESKS } from "../../phrases.ts";
import { escapeText, lines, link } from "./html.ts";
import type { Post } from "./post.ts";

export const SITE = { title: "云河新闻网", url: "https://news.yunhe.example.com" };

/** A link of the site's own furniture. */
export type Crumb = readonly [url: string, title: string];

/** What a page is put into the frame with. */
export interface Framed {
  readonly title: string;
  readonly url: string;
  readonly crumbs: readonly Crumb[];
  readonly head: string;
  readonly main: string;
  readonly side: string;
}

/** The folders of all sections and sub-sections. */
export const SECTION_FOLDERS: readonly string[] = DESKS.flatMap(({ folder, children }) => [
  folder,
  ...children.map((child) => `${folder}/${child.folder}`),
]);

/** The sections on the way to a folder, and their addresses. */
export function sectionCrumbs(folder: string): readonly Crumb[] {
  const [name, child] = folder.split("/");
  const desk = DESKS.find((each) => each.folder === name);
  if (desk === undefined) return [];
  const below = desk.children.find((each) => each.folder === child);
  const top: Crumb = [`/${desk.folder}/`, desk.title];
  return below === undefined ? [top] : [top, [`/${desk.folder}/${below.folder}/`, below.title]];
}

/** A whole page. */
export function frame({ title, url, crumbs, head, main, side }: Framed): string {
  const home: Crumb = ["/", "首页"];
  const desks = DESKS.map(({ folder, title }): Crumb => [`/${folder}/`, title]);
  const current = (to: string) => (to === crumbs[0]?.[0] ? ' aria-current="true"' : "");
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeText(title)} - ${SITE.title}</title>
<link rel="canonical" href="${SITE.url}${encodeURI(url)}">
<meta property="og:title" content="${escapeText(title)}">
<meta property="og:url" content="${SITE.url}${encodeURI(url)}">
<meta property="og:site_name" content="${SITE.title}">
<meta property="og:image" content="${SITE.url}/assets/social/2fdc7beacd99c1b9.png">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta name="twitter:card" content="summary_large_image">
${head}
<meta name="format-detection" content="telephone=no">
<script src="/assets/js/remembered.js"></script>
<link rel="stylesheet" href="/assets/style.css">
<script src="/assets/js/reading.js" defer></script>
<script src="/assets/js/share.js" defer></script>
<script src="/assets/js/rails.js" defer></script>
<link rel="alternate" type="application/rss+xml" title="${SITE.title}（RSS 订阅）" href="/feed.xml">
<link rel="alternate" type="application/atom+xml" title="${SITE.title} (Atom)" href="/atom.xml">
<link rel="alternate" type="application/feed+json" title="${SITE.title} (JSON Feed)" href="/feed.json">
<link rel="search" type="application/opensearchdescription+xml" title="${SITE.title}" href="/opensearch.xml">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="site-header">
<div class="strip">
<ul class="shortcuts">
${lines(SHORTCUTS, ([to, text]) => `<li>${link(to, text)}</li>`)}
</ul>
<ul class="modes needs-script">
<li><button type="button" class="mode" data-mode="care" aria-pressed="false">关怀版</button></li>
<li><button type="button" class="mode" data-mode="dark" aria-pressed="false">深色</button></li>
</ul>
</div>
<div class="masthead">
<p class="site-name">${link("/", SITE.title)}</p>
<form class="search-box" role="search" action="/search/" method="get" aria-label="搜索">
<input class="field" type="search" name="q" aria-label="搜索词">
<button class="button" type="submit">搜索</button>
</form>
</div>
<nav class="site-nav" aria-label="栏目导航">
<ul>
${lines([home, ...desks], ([to, text]) => `<li>${link(to, text, current(to))}</li>`)}
</ul>
</nav>
</header>
<div class="page page-with-side">
<nav class="breadcrumb" aria-label="当前位置">
<span class="label">当前位置</span>
<ol>
${lines([home, ...crumbs], ([to, text]) => `<li>${link(to, text)}</li>`)}
</ol>
</nav>
<main id="main" class="main">
${main}
</main>
<aside class="side" aria-label="更多">
${side}
</aside>
</div>
<footer class="site-footer">
<p class="footer-name">${link("/", SITE.title)}</p>
<ul class="footer-links">
${lines(FOOTER, ([to, text]) => `<li>${link(to, text)}</li>`)}
</ul>
<div class="imprint">
<p class="fact"><span class="label">主办单位</span>云河市融媒体中心（示例）</p>
<p class="fact"><span class="label">总编辑</span>唐静言</p>
</div>
</footer>
</body>
</html>
`;
}

const SHORTCUTS: readonly Crumb[] = [
  ["/latest/", "滚动新闻"],
  ["/hot/", "热门文章"],
  ["/archive/", "往期回顾"],
];
const FOOTER: readonly Crumb[] = [
  ["/tags/", "全部标签"],
  ["/archive/", "往期回顾"],
  ["/corrections/", "更正与说明"],
  ["/feed.xml", "订阅"],
];

/** What the head of a page that lists articles says of it. */
export function listHead(title: string): string {
  return `<meta name="description" content="${escapeText(title)}">
<meta property="og:type" content="website">
<meta property="og:description" content="${escapeText(title)}">`;
}

/** A headline with the beginning of its text. */
export function card(post: Post, meta = ""): string {
  return `<li class="card">
<h3 class="card-title">${link(post.url, post.title)}</h3>
<p class="excerpt">${escapeText(post.excerpt)}</p>${meta}
</li>`;
}

/** The hot and the latest block in full. */
export function bakedRails(hot: readonly Post[], latest: readonly Post[]): string {
  return `<section class="rail rail-hot">
<h2 class="block-title">热门文章</h2>
<ol class="rail-list rail-ranked">
${lines(hot, ({ url, title }) => `<li>${link(url, title)}</li>`)}
</ol>
</section>
<section class="rail rail-latest">
<h2 class="block-title">${link("/latest/", "最新文章")}</h2>
<ol class="rail-list">
${lines(latest, (post) => card(post))}
</ol>
</section>`;
}

/** What list pages have in their place. */
export const RAIL_LINKS = `<section class="rail rail-latest">
<h2 class="block-title">${link("/latest/", "最新文章")}</h2>
</section>`;
