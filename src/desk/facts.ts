import type { Article, Cover, Person } from "../model/article.ts";
import { toDisplay } from "../model/time.ts";
import type { Language } from "../report/language.ts";
import { clockOf } from "./moment.ts";

/** One line of an article's facts: the name of the field, and what it holds. */
export interface Fact {
  readonly label: string;
  readonly values: readonly string[];
}

/** A field's name in Chinese and in English, as front matter has it, and what it says. */
type Line = readonly [zh: string, en: string, ...values: readonly (string | undefined)[]];

const YES = { zh: "是", en: "yes" } as const;
const NEVER = { zh: "从不", en: "never" } as const;

/** What an article says of itself, field by field, in the order of an editor's form; fields that say nothing are left out. `tags` are labels. */
export function articleFacts(article: Article, tags: readonly string[], language: Language): Fact[] {
  const lines = [
    ...textLines(article, tags, language === "zh" ? "、" : ", "),
    ...publishingLines(article, language),
    ...listLines(article),
  ];
  return lines.flatMap(([zh, en, ...given]) => {
    const values = given.filter((value) => value !== undefined && value !== "") as string[];
    return values.length === 0 ? [] : [{ label: language === "zh" ? zh : en, values }];
  });
}

function textLines(article: Article, tags: readonly string[], comma: string): readonly Line[] {
  const { path, title, date, updated, section, excerpt, source, authors } = article;
  const { correspondents, byline, editor, cover, body } = article;
  return [
    ["文件", "file", `content/${path}`],
    ["标题", "title", title],
    ["日期", "date", toDisplay(date)],
    ["更新", "updated", updated && toDisplay(updated)],
    ["栏目", "section", section],
    ["标签", "tags", tags.join(comma)],
    ["摘要", "summary", excerpt],
    ["来源", "source", source?.name, source?.url],
    ["记者", "authors", ...authors.map(personText)],
    ["通讯员", "correspondents", correspondents.join(comma)],
    ["署名", "byline", byline],
    ["编辑", "editor", editor],
    ["题图", "cover", ...coverTexts(cover)],
    ["字数", "length", body.words === 0 ? undefined : String(body.words)],
  ];
}

function publishingLines(article: Article, language: Language): readonly Line[] {
  const { draft, publishAt, expires, pinned, hot, corrections, withdrawn, aigc } = article;
  const yes = YES[language];
  return [
    ["草稿", "draft", draft ? yes : undefined],
    ["发布时间", "publishAt", publishAt && clockOf(publishAt)],
    ["下线时间", "expires", expires && clockOf(expires)],
    ["置顶", "pinned", pinnedText(pinned, language)],
    ["热门", "hot", hot === undefined ? undefined : hot ? yes : NEVER[language]],
    ["更正", "corrections", ...corrections.map(({ date, text }) => `${toDisplay(date)} ${text}`)],
    ["撤稿", "withdrawn", withdrawn && toDisplay(withdrawn.date), withdrawn?.reason],
    ["AI生成", "aigc", aigc === true ? yes : aigc],
  ];
}

function listLines({ slug, aliases, related, relatedExclude, layout, extra }: Article): readonly Line[] {
  return [
    ["网址", "slug", slug],
    ["旧网址", "aliases", ...aliases.map(({ value }) => value)],
    ["相关", "related", ...related.map(({ value }) => value)],
    ["不相关", "relatedExclude", ...relatedExclude.map(({ value }) => value)],
    ["版式", "layout", layout === "article" ? undefined : layout],
    ...Object.entries(extra).map(([key, value]): Line => [`附加 ${key}`, `extra ${key}`, plainText(value)]),
  ];
}

function personText({ name, unit }: Person): string {
  return unit === undefined ? name : `${unit} ${name}`;
}

function coverTexts(cover: Cover | undefined): readonly (string | undefined)[] {
  return cover === undefined ? [] : [cover.src, cover.alt, cover.caption, cover.credit];
}

function pinnedText(pinned: Article["pinned"], language: Language): string | undefined {
  if (typeof pinned === "object") return `${language === "zh" ? "到" : "until"} ${clockOf(pinned)}`;
  return pinned ? YES[language] : undefined;
}

function plainText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
