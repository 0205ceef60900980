import { expect, test } from "vitest";
import type { Article } from "../../src/model/article.ts";
import type { Page } from "../../src/model/page.ts";
import type { Edition } from "../../src/pages/edition.ts";
import { editionGround, wordsToken } from "../../src/pages/ground.ts";
import { planPages } from "../../src/pages/plan.ts";
import { compose } from "../support/edition.ts";
import { article, type Files } from "../support/newsroom.ts";

const FILES: Files = {
  "content/site.yaml": "title: 报\nurl: https://x.example.com\nlists: {perPage: 2}\n",
  "content/news/_index.md": article({ 标题: "要闻" }, "导语。"),
  "content/news/2026-03-01-a.md": article(
    { 标题: "甲", 标签: "[青石区]", 旧网址: "[/old/a.html]", 更正: "{日期: 2026-03-02, 内容: 有误}" },
    "[看](2026-03-02-b.md)",
  ),
  "content/news/2026-03-02-b.md": article({ 标题: "乙", 记者: "林晓禾", 相关: "[2026-03-01-a]" }),
  "content/life/2026-03-03-c.md": article({
    标题: "丙",
    标签: "[青石区]",
    撤稿: "{日期: 2026-03-05, 原因: 有误}",
  }),
  "content/pages/about.md": article({ 标题: "关于" }),
};

async function editionOf(files: Files): Promise<Edition> {
  const { forme, diagnostics } = await compose(files);
  if (forme === undefined) throw new Error(JSON.stringify(diagnostics));
  return forme.edition;
}

/** The same edition, each of whose articles says something else. */
function reworded(edition: Edition): Edition {
  const other = (article: Article): Article => ({
    ...article,
    digest: `other ${article.digest}`,
    body: { ...article.body, hash: `other ${article.body.hash}`, words: article.body.words + 100 },
  });
  const { library } = edition;
  const { visible, withdrawn } = library;
  return {
    ...edition,
    library: { ...library, visible: visible.map(other), withdrawn: withdrawn.map(other) },
  };
}

const groundOf = (edition: Edition) => [...editionGround(edition)];
const holdsWords = (page: Page) =>
  page.kind === "feed" || (page.kind === "template" && page.maker === "article");
const pagesOf = (edition: Edition) => [
  ...planPages(edition, { hot: () => undefined, latest: () => undefined }),
];

test("where the ground is the same, only feeds and articles' own pages are made from something else", async () => {
  const edition = await editionOf(FILES);
  const other = reworded(edition);
  expect(groundOf(other)).toEqual(groundOf(edition));
  const others = pagesOf(edition).filter((page) => !holdsWords(page));
  expect(others.length).toBeGreaterThan(15);
  expect(pagesOf(other).filter((page) => !holdsWords(page))).toEqual(others);
  expect(pagesOf(other).filter(holdsWords)).not.toEqual(pagesOf(edition).filter(holdsWords));
});

test("an article's words have another token when any of them differs", async () => {
  const [own] = (await editionOf(FILES)).library.visible;
  const [other] = reworded(await editionOf(FILES)).library.visible;
  if (own === undefined || other === undefined) throw new Error("no article");
  const tokens = [own, { ...own, digest: other.digest }, { ...own, body: other.body }].map(wordsToken);
  expect(new Set(tokens).size).toBe(3);
});

test("where a line was written is no part of the ground, as a longer text above it moves it", async () => {
  const moved = {
    ...FILES,
    "content/news/2026-03-01-a.md": article(
      {
        标题: "甲",
        标签: "[青石区]",
        旧网址: "[/old/a.html]",
        更正: "{日期: 2026-03-02, 内容: 有误}",
        摘要: "看",
      },
      "\n\n[看](2026-03-02-b.md)",
    ),
  };
  expect(groundOf(await editionOf(moved))).toEqual(groundOf(await editionOf(FILES)));
});

test.each([
  ["a headline", { "content/news/2026-03-02-b.md": article({ 标题: "新", 记者: "林晓禾" }) }],
  [
    "where a link leads",
    { "content/news/2026-03-01-a.md": article({ 标题: "甲" }, "[看](../pages/about.md)") },
  ],
  ["a plain page's words", { "content/pages/about.md": article({ 标题: "关于" }, "别的话。") }],
  ["a section's words", { "content/news/_index.md": article({ 标题: "要闻" }, "别的导语。") }],
  ["a tag's name", { "content/tags.yaml": "青石区: {label: 青石}\n" }],
  [
    "the site's title",
    { "content/site.yaml": "title: 他报\nurl: https://x.example.com\nlists: {perPage: 2}\n" },
  ],
  ["a file", { "content/static/a.txt": "a" }],
])("%s is part of the ground", async (_, change) => {
  expect(groundOf(await editionOf({ ...FILES, ...change }))).not.toEqual(groundOf(await editionOf(FILES)));
});
