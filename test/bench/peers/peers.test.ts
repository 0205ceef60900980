import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { makeStoryteller } from "../story.ts";
import { type PeerArticle, readStory } from "./article.ts";
import { makeOurs } from "./contestant.ts";
import { eleventy } from "./eleventy.ts";
import { hexo } from "./hexo.ts";
import { hugo } from "./hugo.ts";
import { findPeer } from "./installed.ts";
import { compareSites, readSite, siteSize } from "./outcome.ts";
import { relatedFinder } from "./within/lists.ts";
import { excerptOf, type Post, sortPosts } from "./within/post.ts";
import { planSite } from "./within/site.ts";

const teller = makeStoryteller(60, 1);
const articles = Array.from({ length: 60 }, (_, number) => readStory(teller.story(number)));
const folder = mkdtempSync(join(tmpdir(), "jianbao-peers-"));
afterAll(() => rmSync(folder, { recursive: true }));

function postOf({ date, summary, body, ...article }: PeerArticle): Post {
  return { ...article, date: new Date(date), excerpt: summary ?? excerptOf(body), content: () => body };
}

describe("a generated article for other generators", () => {
  it("stands at the address that our site gives it", () => {
    const [, year, month, day, slug] = /(\d{4})-(\d\d)-(\d\d)-([^/]*)\.md$/.exec(teller.story(7).path) ?? [];
    expect(articles[7]?.url).toBe(`/${year}/${month}${day}/${slug}.html`);
  });

  it("keeps its body and its tags with every peer", () => {
    for (const peer of [hugo, eleventy, hexo]) {
      for (const article of articles) {
        const [, front = "", body] = /^---\n(.*?)\n---\n\n(.*)$/s.exec(peer.article(article).text) ?? [];
        expect(body).toBe(article.body);
        expect((parse(front) as PeerArticle).tags).toEqual(article.tags);
      }
    }
  });
});

describe("what is made within a peer", () => {
  const posts = sortPosts(articles.map(postOf));

  it("finds the articles that share most tags, the newest first among equals", () => {
    const find = relatedFinder(posts);
    for (const post of posts) {
      const shared = (other: Post) => other.tags.filter((tag) => post.tags.includes(tag)).length;
      const others = posts.filter((other) => other !== post && shared(other) > 0);
      expect(find(post)).toEqual(others.toSorted((one, other) => shared(other) - shared(one)).slice(0, 6));
    }
  });

  it("lists every article once under all, its tags, its month and its section", () => {
    const { pages } = planSite(posts);
    const texts = pages
      .filter(({ path }) => path.endsWith(".html"))
      .map((page) => ({ path: page.path, text: page.text() }));
    for (const post of posts) {
      for (const start of ["/latest/", `/tags/${post.tags[0]}/`, "/archive/2019/01/", `/${post.section}/`]) {
        const own = texts.filter(({ path }) => path.startsWith(start)).map(({ text }) => text);
        expect(own.filter((text) => text.includes(`class="card-title"><a href="${post.url}"`))).toHaveLength(
          1,
        );
      }
    }
  });
});

it("makes pages nearly as large as ours, or the race would not be run", () => {
  const scratch = mkdtempSync(join(tmpdir(), "jianbao-race-"));
  onTestFinished(() => rmSync(scratch, { recursive: true }));
  const ours = makeOurs(articles.length, teller, { scratch, stop: new AbortController().signal });
  expect(spawnSync(ours.program, ours.args, { cwd: ours.root }).status).toBe(0);
  const site = siteSize(readSite(join(ours.root, ours.leftovers[0])));
  const made = planSite(articles.filter(({ draft }) => !draft).map(postOf));
  const bytesOf = (texts: readonly string[]) => Buffer.byteLength(texts.join("")) / texts.length;
  const paragraphs = (body: string) => body.replace(/^.+$/gm, "<p>$&</p>");
  const pages = articles
    .filter(({ draft }) => !draft)
    .map(({ url, body }) => made.article(url, paragraphs(body)));
  const lists = made.pages.filter(({ path }) => path.endsWith("/index.html")).map(({ text }) => text());
  expect(Math.abs(bytesOf(pages) / (site.articleBytes / site.articleFiles) - 1)).toBeLessThan(0.1);
  expect(Math.abs(bytesOf(lists) / (site.listBytes / site.listFiles) - 1)).toBeLessThan(0.2);
}, 60_000);

describe("judging a build", () => {
  it("tells files that were only written again from those that hold something new", () => {
    // Moments of our own: two writes of the same instant could not be told apart.
    const write = (name: string, text: string, second: number) => {
      writeFileSync(join(folder, name), text);
      utimesSync(join(folder, name), second, second);
    };
    for (const name of ["same.html", "other.html", "kept.html", "gone.html"]) write(name, "1", 1000);
    const before = readSite(folder);
    rmSync(join(folder, "gone.html"));
    write("same.html", "1", 2000);
    write("other.html", "2", 2000);
    write("more.html", "1", 2000);
    expect(compareSites(before, readSite(folder))).toEqual({ written: 3, changed: 3 });
    expect(compareSites(readSite(folder), readSite(folder))).toEqual({ written: 0, changed: 0 });
    expect(siteSize(readSite(folder))).toMatchObject({ files: 4, bytes: 4, articleFiles: 0, listFiles: 4 });
  });

  it("says plainly which peer is not there", () => {
    const peer = { ...hexo, command: "no-such-command" };
    expect(findPeer(peer, folder)).toBe("Hexo is not there: no command no-such-command");
  });
});
