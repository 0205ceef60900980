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
const SITE_OR_NAVIGATION: Words = { zh: "站点设置或导航", en: "the site's settings or navigation" };
const SECTIONS: Words = { zh: "栏目名称", en: "the names of its sections" };
const REPORTERS: Words = { zh: "记者、通讯员", en: "its reporters" };

const PARTS: Readonly<Record<string, Words>> = {
  template: { zh: "模板", en: "a template" },
  body: { zh: "正文", en: "its text" },
  title: { zh: "标题", en: "its title" },
  frame: SITE_OR_NAVIGATION,
  excerpt: { zh: "摘要", en: "its excerpt" },
  section: SECTIONS,
  trail: SECTIONS,
  breadcrumb: SECTIONS,
  labels: { zh: "标签", en: "its tags" },
  authors: REPORTERS,
  reporters: REPORTERS,
  correspondents: REPORTERS,
  byline: REPORTERS,
  editor: { zh: "编辑", en: "its editor" },
  outlet: { zh: "来源", en: "its source" },
  updated: { zh: "更新时间", en: "when it was updated" },
  extra: { zh: "附加字段", en: "its extra fields" },
  aigc: { zh: "AI 标识", en: "its AI label" },
  state: { zh: "发布状态", en: "its state" },
  date: { zh: "日期", en: "its date" },
  tags: { zh: "标签", en: "its tags" },
  related: { zh: "相关阅读", en: "its related list" },
  rails: { zh: "热门或最新", en: "the hot or latest list" },
  previous: { zh: "上一篇", en: "the article before it" },
  next: { zh: "下一篇", en: "the article after it" },
  corrections: { zh: "更正", en: "its corrections" },
  cover: { zh: "题图", en: "its cover" },
  head: { zh: "页头信息", en: "its head" },
  navigation: SITE_OR_NAVIGATION,
  site: SITE_OR_NAVIGATION,
  cards: LIST,
  years: LIST,
  entries: LIST,
  words: { zh: "字数", en: "its length" },
  fields: { zh: "列表的说明", en: "what it says of itself" },
  lead: LIST,
  top: LIST,
  blocks: LIST,
  pager: { zh: "翻页", en: "its pages" },
  feed: { zh: "订阅的文章", en: "the articles of the feed" },
  search: { zh: "那一年的文章", en: "that year's articles" },
  text: { zh: "内容", en: "its content" },
  bytes: { zh: "内容", en: "its content" },
};
