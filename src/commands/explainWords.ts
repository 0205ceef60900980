import type { Staleness } from "../model/trace.ts";
import type { Published } from "../output/publish.ts";
import type { Language } from "../report/language.ts";

type Words = Readonly<Record<Language, string>>;

/** Why each file was written, a line each, and a summary by reason. */
export function explainWritten({ written, reasons }: Published, language: Language): string {
  const sentences = reasons.map((reason) => sentenceOf(reason, language));
  const counts = new Map<string, number>();
  for (const sentence of sentences) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  const summary = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([sentence, count]) => `  ${count} × ${sentence}`);
  const lines = written.map((route, index) => `${route}  ${sentences[index]}`);
  return [...lines, ...summary].map((line) => `${line}\n`).join("");
}

function sentenceOf(reason: Staleness, language: Language): string {
  switch (reason.kind) {
    case "new":
      return language === "zh" ? "新文件" : "it is new";
    case "lost":
      return language === "zh" ? "文件不见了或被改动过" : "its file was gone or changed by another hand";
    case "changed": {
      const names = [...new Set(reason.parts.map((part) => (PARTS[part] ?? OTHER)[language]))];
      return language === "zh" ? `${names.join("、")}变了` : `${names.join(", ")} changed`;
    }
  }
}

const OTHER: Words = { zh: "页面的内容", en: "what it shows" };
const LIST: Words = { zh: "列表里的文章", en: "the articles it lists" };
const SITE: Words = { zh: "站点设置", en: "the site's settings" };

const PARTS: Readonly<Record<string, Words>> = {
  template: { zh: "模板", en: "a template" },
  body: { zh: "正文", en: "its text" },
  title: { zh: "标题", en: "its title" },
  head: { zh: "页头信息", en: "its head" },
  date: { zh: "日期", en: "its date" },
  tags: { zh: "标签", en: "its tags" },
  related: { zh: "相关阅读", en: "its related list" },
  rails: { zh: "热门或最新", en: "the hot or latest list" },
  previous: { zh: "上一篇", en: "the article before it" },
  next: { zh: "下一篇", en: "the article after it" },
  corrections: { zh: "更正", en: "its corrections" },
  cover: { zh: "题图", en: "its cover" },
  navigation: { zh: "导航", en: "the navigation" },
  breadcrumb: { zh: "栏目名称", en: "the names of its sections" },
  site: SITE,
  words: SITE,
  cards: LIST,
  years: LIST,
  entries: LIST,
  length: { zh: "字数", en: "its length" },
  lead: LIST,
  top: LIST,
  blocks: LIST,
  pager: { zh: "翻页", en: "its pages" },
  feed: { zh: "订阅的文章", en: "the articles of the feed" },
  search: { zh: "那一年的文章", en: "that year's articles" },
  text: { zh: "内容", en: "its content" },
  bytes: { zh: "内容", en: "its content" },
};
