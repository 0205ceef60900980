import type { PlannedPage } from "./listings.ts";
import { excerptOf, type Post } from "./post.ts";
import { planSite } from "./site.ts";

/** The part of Hexo that is used here. */
interface Hexo {
  readonly extend: {
    readonly generator: { register(name: string, generate: (locals: Locals) => Route[]): void };
  };
}

interface Locals {
  readonly posts: { toArray(): readonly HexoPost[] };
}

interface HexoPost extends Omit<Post, "url" | "date" | "tags" | "source" | "excerpt" | "content"> {
  readonly path: string;
  readonly date: { toDate(): Date };
  readonly tags: { toArray(): readonly { readonly name: string }[] };
  readonly outlet: string;
  readonly summary?: string;
  readonly content: string;
}

/** A file of the site; Hexo asks for its data when it writes. */
interface Route {
  readonly path: string;
  readonly data: () => string;
}

/** Has Hexo make the site in place of its own generator of posts. */
export function register({ extend }: Hexo): void {
  extend.generator.register("post", ({ posts }) => {
    const all = posts.toArray().map(postOf);
    const { article, pages } = planSite(all);
    const articles = all.map(({ url, content }) => ({ path: url, text: () => article(url, content()) }));
    return [...articles, ...pages].map(routeOf);
  });
}

function routeOf({ path, text }: PlannedPage): Route {
  return { path: path.slice(1), data: text };
}

function postOf(post: HexoPost): Post {
  const { title, section, authors, units, correspondents, outlet, editor, aliases } = post;
  return {
    url: post.path.replace(/^\/?/, "/"),
    date: post.date.toDate(),
    tags: post.tags.toArray().map(({ name }) => name),
    excerpt: post.summary ?? excerptOf(post.content.slice(0, 600)),
    content: () => post.content,
    ...{ title, section, authors, units, correspondents, source: outlet, editor, aliases },
  };
}
