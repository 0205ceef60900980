import { expect, test } from "vitest";
import type { Page, TemplatePage } from "../../src/model/page.ts";
import { plan } from "../support/edition.ts";
import { article, type Files } from "../support/newsroom.ts";
import { svg } from "../support/pictures.ts";

const SITE = "title: 报\nurl: https://x.example.com\n";
const TEXT = { 标题: "乙", 记者: "lin", 标签: "[青石区, 民生]" };
const OPENED = { 标题: "戊", 标签: "[青石区]", 摘要: "戊的事。", 发布时间: "2026-03-08" };
const PINNING = { 标题: "丁", 标签: "[民生]", 相关: "[2026-02-05-e]" };

const START: Files = {
  "content/site.yaml": SITE,
  "content/tags.yaml": "青石区: {parent: 云河市}\n",
  "content/news/_index.md": article({ 标题: "要闻" }),
  "content/news/2026-03-01-a.md": article({ 标题: "甲", 标签: "[青石区]" }),
  "content/news/2026-03-02-b/index.md": article(TEXT, "[看](../2026-03-01-a.md)\n\n![图](p.svg)"),
  "content/news/2026-03-02-b/p.svg": svg(3, 2),
  "content/life/2026-03-03-c.md": article({
    标题: "丙",
    来源: "澜江日报",
    题图: "/images/c.svg",
    发布时间: "2026-03-08",
  }),
  "content/static/images/c.svg": svg(4, 3),
  "content/life/2026-03-04-d.md": article({ ...PINNING, 摘要: "丁的事。" }, "说一些话。"),
  "content/news/counties/2026-02-05-e.md": article({ ...OPENED, 置顶: "2026-03-20" }, "说一些话。"),
};

/** Each changes one thing that some page with a key shows, or does not. */
const CHANGES: readonly Files[] = [
  { "content/site.yaml": `${SITE}social: {cards: article}\n` },
  { "content/site.yaml": `${SITE}slogan: 天天见\n` },
  { "content/site.yaml": `${SITE}permalinks: {article: "/:year/:slug.html"}\n` },
  { "content/site.yaml": `${SITE}lists: {rails: fetch}\n` },
  { "content/site.yaml": `${SITE}lists: {hot: {count: 2}, related: {count: 1}}\n` },
  { "content/site.yaml": `${SITE}check: {off: [dates]}\n` },
  { "content/site.yaml": "title: 报\nurl: https://x.example.com/paper\n" },
  { "content/tags.yaml": "青石区: {label: 青石}\n" },
  { "content/sources.yaml": "- {name: 澜江日报社, aliases: [澜江日报], url: 'https://y.example.com'}\n" },
  { "content/news/_index.md": article({ 标题: "新闻" }) },
  { "content/life/_index.md": article({ 标题: "生活" }) },
  { "content/life/_index.md": article({ 标题: "生活" }, "衣食住行。") },
  { "content/news/counties/_index.md": article({ 标题: "县区" }) },
  { "content/news/counties/2026-02-05-e.md": article({ ...OPENED, 摘要: "戊的别的事。" }, "说一些话。") },
  { "content/news/2026-03-01-a.md": article({ 标题: "新甲", 标签: "[青石区]" }) },
  { "content/news/2026-03-01-a.md": article({ 标题: "甲", 标签: "[青石区]" }, "别的话。") },
  { "content/news/2026-03-01-a.md": article({ 标题: "甲", 标签: "[青石区]", 网址: "new" }) },
  { "content/news/2026-03-01-a.md": article({ 标题: "甲", 标签: "[青石区]", 置顶: "2026-03-20" }) },
  { "content/news/2026-03-02-b/index.md": article({ ...TEXT, 责任编辑: "周明" }) },
  { "content/news/2026-03-02-b/index.md": article({ ...TEXT, 记者: "何远" }) },
  { "content/news/2026-03-02-b/index.md": article({ ...TEXT, 标签: "[民生, 青石区]" }) },
  { "content/news/2026-03-02-b/index.md": article({ ...TEXT, 不相关: "[2026-03-01-a]" }) },
  { "content/news/2026-03-02-b/index.md": article({ ...TEXT, AI: "是" }) },
  { "content/news/2026-03-02-b/index.md": article(TEXT, "[看](../../life/2026-03-04-d.md)\n\n![图](p.svg)") },
  { "content/news/2026-03-02-b/p.svg": svg(5, 4) },
  { "content/static/images/c.svg": svg(8, 3) },
  { "content/life/2026-03-04-d.md": article({ ...PINNING, 摘要: "丁的别的事。" }) },
  { "content/life/2026-03-04-d.md": article({ ...PINNING, 摘要: "丁的事。" }, "说些别的。") },
  {
    "content/life/2026-03-03-c.md": article({
      标题: "丙",
      来源: "{名称: 澜江日报, 链接: 'https://y.example.com/c'}",
    }),
  },
  { "content/life/2026-03-03-c.md": article({ 标题: "新丙", 来源: "澜江日报", 题图: "/images/c.svg" }) },
  { "content/life/2026-03-05-f.md": article({ 标题: "己", 记者: "LIN" }) },
  { "content/pages/about.md": article({ 标题: "关于" }) },
];

const hasKey = (page: Page): page is TemplatePage & { readonly key: string } =>
  page.kind === "template" && page.key !== undefined;
const madeOf = ({ route, template, parts, body }: TemplatePage) =>
  JSON.stringify({ route, template, parts, body });

test("pages with equal keys are made of the same, in whichever editions they stand", async () => {
  const known = new Map<string, string>();
  let [met, metAgain] = [0, 0];
  const look = async (files: Files, now?: string, show = {}) => {
    for (const page of (await plan(files, now, show)).pages.filter(hasKey)) {
      const key = `${page.template} ${page.key}`;
      const made = madeOf(page);
      met++;
      if (known.has(key)) metAgain++;
      expect(known.get(key) ?? made).toBe(made);
      known.set(key, made);
    }
  };
  await look(START);
  const first = new Set(known.values());
  for (const change of CHANGES) await look({ ...START, ...change });
  // With fewer lists on each page, less changes at once, so that less hides what a key lacks.
  const bare = {
    ...START,
    "content/site.yaml": `${SITE}lists: {rails: fetch, related: {count: 1}, hot: {count: 2}, latest: {count: 2}, perPage: 2}\n`,
  };
  for (const change of CHANGES) if (!("content/site.yaml" in change)) await look({ ...bare, ...change });
  for (const now of ["2026-03-04T07:00:00+08:00", "2026-03-10T08:00:00+08:00"])
    for (const show of [{}, { future: true }]) await look(bare, now, show);
  expect(new Set(known.values()).size).toBeGreaterThan(first.size + CHANGES.length);
  // Many pages stay as they are, and so do their keys.
  expect(metAgain).toBeGreaterThan(met / 6);
});
