import { z } from "zod";
import { type PageKind, pageSchemas } from "../../src/model/page.ts";
import { wordNames, wordsFor } from "../../src/model/words.ts";
import { makeTable, plainCell } from "./tables.ts";

/** Comments by schema and path, as `fieldComments` reads them. */
type Comments = ReadonlyMap<string, string>;

/** What each kind of page is, and the constant in page.ts that describes it. */
const KINDS: Readonly<Record<PageKind, { readonly what: string; readonly constant: string }>> = {
  front: { what: "首页 the front page", constant: "front" },
  article: {
    what: "文章；自定的版式也用这些字段 an article; a layout of your own gets the same",
    constant: "article",
  },
  withdrawn: { what: "已撤稿文章的说明 the notice of a withdrawn article", constant: "withdrawn" },
  section: { what: "栏目和子栏目 a section or sub-section", constant: "section" },
  tag: { what: "标签 a tag", constant: "tag" },
  tags: { what: "全部标签 all tags", constant: "tags" },
  latest: { what: "滚动新闻 all articles, newest first", constant: "latest" },
  hot: { what: "热门文章 the hot list", constant: "hot" },
  author: { what: "一位记者的文章 a reporter's articles", constant: "author" },
  archive: { what: "一个月的文章 a month's articles", constant: "archive" },
  months: { what: "往期回顾，按月 the index of months", constant: "months" },
  corrections: { what: "更正与说明 all corrections", constant: "corrections" },
  plain: { what: "content/pages 里的页面 a page of content/pages", constant: "plain" },
  search: { what: "搜索 search", constant: "search" },
  "not-found": { what: "页面不存在 404", constant: "notFound" },
  redirect: { what: "旧网址的跳转页 the page at an old address", constant: "redirect" },
  "rail-hot": { what: "热门文章栏里的几行 the rows of the hot rail", constant: "railRows" },
  "rail-latest": { what: "最新文章栏里的几行 the rows of the latest rail", constant: "railRows" },
};

const { front, article, latest, section: sectionPage } = pageSchemas;
const rails = front.shape.rails.unwrap();

/** Schemas that stand in many places are described once, under these names. */
const SHARED: ReadonlyMap<z.ZodType, string> = new Map<z.ZodType, string>([
  [front.shape.site, "site"],
  [front.shape.words, "words"],
  [front.shape.head, "head"],
  [rails, "rails"],
  [rails.shape.hot.unwrap(), "rail"],
  [front.shape.lead.unwrap(), "card"],
  [latest.shape.days.unwrap().element, "day"],
  [article.shape.cover.unwrap(), "picture"],
  [article.shape.section, "link"],
  [article.shape.date, "moment"],
  [sectionPage.shape.pager.unwrap(), "pager"],
]);

/** The fields of every page's value: those that all framed pages have, each kind's own, and what stands in many places. */
export function fieldTables(comments: Comments): string {
  const common = commonFields();
  const kinds = (Object.keys(KINDS) as PageKind[]).map((kind) => {
    const { what, constant } = KINDS[kind];
    const fields = Object.entries(pageSchemas[kind].shape);
    const isFramed = isFrame(pageSchemas[kind].shape);
    const own = fields.filter(([name]) => !(isFramed && common.has(name)));
    return titled(
      `\`pages/${kind}.hbs\``,
      what,
      fieldRows(Object.fromEntries(own), [constant, "listing"], comments),
    );
  });
  const shared = [...SHARED].flatMap(([schema, name]) =>
    name !== "words" && schema instanceof z.ZodObject
      ? [titled(`\`${name}\``, undefined, fieldRows(schema.shape, [name], comments))]
      : [],
  );
  const except = "`redirect` 和 `rail-…` 除外 except `redirect` and `rail-…`";
  const everywhere = fieldRows(Object.fromEntries(common), ["base"], comments);
  return [
    titled("每个页面都有 On every page", except, everywhere),
    ...kinds,
    ...shared,
    `### \`words\`\n\n${wordsTable()}`,
  ].join("\n\n");
}

type Fields = Readonly<Record<string, z.ZodType>>;

/** What the frame around all pages brings. */
function commonFields(): ReadonlyMap<string, z.ZodType> {
  const framed = Object.values(pageSchemas).flatMap(({ shape }): Fields[] => (isFrame(shape) ? [shape] : []));
  const fields = Object.entries(framed[0] ?? {});
  return new Map(fields.filter(([name, field]) => framed.every((shape) => shape[name] === field)));
}

function isFrame(shape: Fields): boolean {
  return "site" in shape;
}

function titled(title: string, what: string | undefined, rows: readonly (readonly string[])[]): string {
  const head = ["字段 Field", "类型 Type", "一定有 Always", "说明 Note"];
  const table = rows.length === 0 ? "没有别的字段 No fields of its own" : makeTable(head, rows);
  return [`### ${title}`, ...(what === undefined ? [] : [what]), table].join("\n\n");
}

/** A row for each field and for the fields inside it. `constants` say where in page.ts its comments stand. */
function fieldRows(
  fields: Fields,
  constants: readonly string[],
  comments: Comments,
  before: { readonly written: string; readonly path: string } = { written: "", path: "" },
): string[][] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const written = before.written + name;
    const path = `${before.path}.${name}`;
    const note = constants.map((constant) => comments.get(constant + path)).find(Boolean) ?? "";
    const isAlways = !field.safeParse(undefined).success;
    const { words, inside, isList } = formOf(field);
    const row = [`\`${written}\``, words, isAlways ? "是 yes" : "", note];
    if (inside === undefined) return [row];
    const below = { written: `${written}${isList ? "[]" : ""}.`, path };
    return [row, ...fieldRows(inside, constants, comments, below)];
  });
}

interface Form {
  readonly words: string;
  /** The fields of a group that is described where it stands. */
  readonly inside?: Fields;
  readonly isList?: boolean;
}

function formOf(field: z.ZodType): Form {
  const schema = unwrap(field);
  const shared = SHARED.get(schema);
  if (shared !== undefined) return { words: `[${shared}](#${shared})` };
  if (schema.meta()?.html === true) return { words: "HTML" };
  if (schema instanceof z.ZodArray) {
    const item = formOf(schema.element as z.ZodType);
    return { ...item, words: `列表 list: ${item.words}`, isList: true };
  }
  if (schema instanceof z.ZodObject) return { words: "一组 group", inside: schema.shape };
  if (schema instanceof z.ZodString) return { words: "文字 text" };
  if (schema instanceof z.ZodNumber) return { words: "数字 number" };
  if (schema instanceof z.ZodBoolean) return { words: "是否 yes/no" };
  if (schema instanceof z.ZodRecord) return { words: "自定 your own" };
  throw new Error(`the documentation has no words for a schema of the kind ${schema.def.type}`);
}

function unwrap(schema: z.ZodType): z.ZodType {
  const isWrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly;
  return isWrapped ? unwrap(schema.unwrap() as z.ZodType) : schema;
}

function wordsTable(): string {
  const [zh, en] = [wordsFor("zh-CN"), wordsFor("en")];
  return makeTable(
    ["名字 Name", "中文", "English"],
    wordNames.map((name) => [`\`${name}\``, plainCell(zh[name]), plainCell(en[name])]),
  );
}
