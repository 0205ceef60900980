import { qrSvg } from "../../../../src/render/qr.ts";
import { card, frame, SITE, sectionCrumbs } from "./frame.ts";
import { escapeText, lines, link, moment, time } from "./html.ts";
import type { Post } from "./post.ts";

/** One code for all pages: it is as large as ours, and the peer need not draw it. */
export const QR_CODE = qrSvg(`${SITE.url}/2019/0101/yunhe-000000.html`);

/** What stands around an article on its page. */
export interface Around {
  readonly related: readonly Post[];
  readonly newer: Post | undefined;
  readonly older: Post | undefined;
  /** The hot and the latest block, made once for all pages. */
  readonly rails: string;
}

/** An article's page. */
export function articlePage(post: Post, content: string, around: Around): string {
  const { title, url } = post;
  const crumbs = sectionCrumbs(post.section);
  return frame({
    title,
    url,
    crumbs,
    head: articleHead(post),
    main: main(post, content, around),
    side: around.rails,
  });
}

function articleHead(post: Post): string {
  const { iso } = moment(post.date);
  return `<meta name="description" content="${escapeText(post.excerpt)}">
<meta property="og:type" content="article">
<meta property="og:description" content="${escapeText(post.excerpt)}">
<meta property="article:published_time" content="${iso}">
${lines(post.tags, (tag) => `<meta property="article:tag" content="${escapeText(tag)}">`)}
<meta name="publishdate" content="${iso.slice(0, 10)}">
<meta name="author" content="${escapeText(post.authors.join(" "))}">
<meta name="source" content="${escapeText(post.source)}">
<script type="application/ld+json">${JSON.stringify(structuredData(post)).replace(/</g, "\\u003c")}</script>`;
}

function structuredData(post: Post): readonly unknown[] {
  const { iso } = moment(post.date);
  const url = `${SITE.url}${post.url}`;
  const crumbs = [["/", "首页"], ...sectionCrumbs(post.section), [post.url, post.title]] as const;
  return [
    {
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      headline: post.title,
      description: post.excerpt,
      url,
      mainEntityOfPage: { "@type": "WebPage", "@id": url },
      datePublished: iso,
      dateModified: iso,
      author: post.authors.map((name) => ({
        "@type": "Person",
        name,
        url: `${SITE.url}${encodeURI(`/authors/${name}/`)}`,
      })),
      editor: { "@type": "Person", name: post.editor },
      keywords: post.tags,
      inLanguage: "zh-CN",
      isAccessibleForFree: true,
      publisher: { "@type": "NewsMediaOrganization", name: "云河市融媒体中心（示例）", url: `${SITE.url}/` },
    },
    {
      "@context": "https://schema.org",
      "@type": "BreadcrumbList",
      itemListElement: crumbs.map(([to, name], place) => ({
        "@type": "ListItem",
        position: place + 1,
        name,
        item: `${SITE.url}${to}`,
      })),
    },
  ];
}

function main(post: Post, content: string, { related, newer, older }: Around): string {
  const address = `${SITE.url}${post.url}`;
  return `<article class="article">
<header class="article-head">
<h1>${escapeText(post.title)}</h1>
<div class="under-headline">
<ul class="meta">
<li>${time(post.date)}</li>
<li><span class="label">来源</span>${escapeText(post.source)}</li>
<li><span class="label">责任编辑</span>${escapeText(post.editor)}</li>
<li>约 ${content.length} 字 · 阅读 ${Math.ceil(content.length / 500)} 分钟</li>
</ul>
<div class="tools" role="group" aria-label="阅读工具">
<div class="sizes needs-script" role="group" aria-label="字号"><button type="button" class="size" data-step="-1" aria-label="缩小字号 A−">A−</button><button type="button" class="size" data-step="0" aria-label="标准字号 A">A</button><button type="button" class="size" data-step="1" aria-label="放大字号 A+">A+</button></div>
<a class="tool" href="#share" data-share="${address}" data-title="${escapeText(post.title)}">分享</a>
<button type="button" class="tool needs-script" data-print>打印</button>
</div>
</div>
</header>
<div class="body">
${content}
</div>
${byline(post)}
<footer class="article-foot">
<div class="labelled tag-line"><span class="label">标签</span>
<ul class="tags">
${lines(post.tags, (tag) => `<li>${link(`/tags/${tag}/`, tag, ' rel="tag"')}</li>`)}
</ul>
</div>
<section class="share" id="share">
${QR_CODE}
<div class="share-words">
<h2>分享本文</h2>
<p class="hint">手机扫一扫，把本文带走</p>
<p class="address"><span class="label">本文地址</span>${address}</p>
<p class="needs-script"><button type="button" class="button" data-copy="${address}" data-done="已复制">复制链接</button></p>
</div>
</section>
</footer>
</article>
<div class="neighbours">
${neighbour("上一篇", newer)}
${neighbour("下一篇", older)}
</div>
<section class="related">
<h2 class="block-title">相关阅读</h2>
<ul class="related-list">
${lines(related, (each) => card(each))}
</ul>
</section>`;
}

function byline({ authors, units, correspondents }: Post): string {
  const people = authors.map(
    (name, place) =>
      `<span class="unit">${escapeText(units[place] ?? "")}</span> ${link(`/authors/${name}/`, name, ' class="person" rel="author"')}`,
  );
  const others = correspondents.map(
    (name) => `<span class="unit">通讯员</span> <span class="person">${escapeText(name)}</span>`,
  );
  return lines([...people, ...others], (person) => `<p class="byline">${person}</p>`);
}

function neighbour(label: string, post: Post | undefined): string {
  if (post === undefined) return "";
  return `<p class="neighbour"><span class="label">${label}</span>${link(post.url, post.title)}</p>`;
}
