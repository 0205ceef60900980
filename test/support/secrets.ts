import { article, type Files } from "./newsroom.ts";
import { svg } from "./pictures.ts";
import { tracedPhoto } from "./tracedPhotos.ts";

/** What hides an article, in the front matter's words. */
export const HIDDEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  draft: { 草稿: "是" },
  scheduled: { 发布时间: "2026-04-02 09:00" },
  future: { 日期: "2026-04-01" },
  expired: { 下线时间: "2026-03-30" },
  withdrawn: { 撤稿: "{日期: 2026-03-20, 原因: 有误}" },
};

/** A word that stands in one place of one article, and nowhere else in the newsroom. */
export const secret = (status: string, place: string) => `zq${status}${place}qz`;

/** Every secret in a text. */
export const secretsIn = (text: string) => new Set(text.match(/zq[a-z]+qz/gi) ?? []);

/** The path of a hidden article below its section, without an ending. */
export const pathOf = (status: string) => `${secret(status, "folder")}/2026-03-15-${secret(status, "slug")}`;

/** An article that is hidden, with a secret in each of its fields, pictures and files, in a section of its own. */
export async function hiddenArticle(status: string): Promise<Files> {
  const word = (place: string) => secret(status, place);
  const folder = `content/news/${pathOf(status)}`;
  const lines = {
    标题: word("title"),
    摘要: word("summary"),
    标签: `[${word("tag")}, 镜湖]`,
    记者: `[{姓名: ${word("author")}, 单位: ${word("unit")}}]`,
    通讯员: `[${word("correspondent")}]`,
    编辑: word("editor"),
    署名: word("byline"),
    来源: `{名称: ${word("source")}, 链接: 'https://${word("host")}.example.com/'}`,
    题图: `{图片: ${word("cover")}.png, 替代文字: ${word("alt")}, 说明: ${word("caption")}, 摄影: ${word("credit")}}`,
    更正: `[{日期: 2026-03-16, 内容: ${word("correction")}}]`,
    AI生成: word("aigc"),
    附加: `{a: ${word("extra")}}`,
    ...(status === "withdrawn" ? {} : { 旧网址: `[/${word("alias")}.html, /${word("alias")}.asp]` }),
    置顶: "是",
    热门: "是",
    ...HIDDEN[status],
  };
  return {
    [`${folder}/index.md`]: article(lines, bodyWith(word)),
    [`${folder}/${word("drawing")}.svg`]: svg(7, 11).replace("<path", `<desc>${word("desc")}</desc><path`),
    [`${folder}/${word("file")}.csv`]: `${word("column")}\n`,
    ...(await photosOf(status, folder)),
  };
}

/** The photographs of a hidden article: its cover, one in its text, and one that a link leads to. */
export async function photosOf(status: string, folder: string): Promise<Files> {
  const photos = (["cover.png", "photo.jpg", "linked.webp"] as const).map(async (name) => {
    const [place = "", ending = ""] = name.split(".");
    return [`${folder}/${secret(status, place)}.${ending}`, await tracedPhoto(`${status} ${name}`)] as const;
  });
  return Object.fromEntries(await Promise.all(photos));
}

const bodyWith = (word: (place: string) => string) =>
  [
    word("body"),
    `![${word("alt")}](${word("drawing")}.svg)`,
    `![${word("alt")}](${word("photo")}.jpg)`,
    `[${word("words")}](${word("linked")}.webp)、[${word("words")}](${word("file")}.csv)`,
  ].join("\n\n");
