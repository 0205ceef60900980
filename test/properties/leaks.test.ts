import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { article, type Files, makeNewsroom, type Newsroom } from "../support/newsroom.ts";
import { svg } from "../support/pictures.ts";

/** What hides an article, in the front matter's words. */
const HIDDEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  draft: { 草稿: "是" },
  scheduled: { 发布时间: "2026-04-02 09:00" },
  future: { 日期: "2026-04-01" },
  expired: { 下线时间: "2026-03-30" },
  withdrawn: { 撤稿: "{日期: 2026-03-20, 原因: 有误}" },
};

/** A word that stands in one place of one article, and nowhere else in the newsroom. */
const secret = (status: string, place: string) => `zq${status}${place}qz`;

/** An article that is hidden, with a secret in each of its fields, in a section of its own. */
function hidden(status: string): Files {
  const word = (place: string) => secret(status, place);
  const folder = `content/news/${word("folder")}/2026-03-15-${word("slug")}`;
  const lines = {
    标题: word("title"),
    摘要: word("summary"),
    标签: `[${word("tag")}, 镜湖]`,
    记者: `[{姓名: ${word("author")}, 单位: ${word("unit")}}]`,
    通讯员: `[${word("correspondent")}]`,
    编辑: word("editor"),
    署名: word("byline"),
    来源: `{名称: ${word("source")}, 链接: 'https://${word("host")}.example.com/'}`,
    题图: `{图片: ${word("cover")}.svg, 替代文字: ${word("alt")}, 说明: ${word("caption")}, 摄影: ${word("credit")}}`,
    更正: `[{日期: 2026-03-16, 内容: ${word("correction")}}]`,
    AI生成: word("aigc"),
    附加: `{a: ${word("extra")}}`,
    ...(status === "withdrawn" ? {} : { 旧网址: `[/${word("alias")}.html, /${word("alias")}.asp]` }),
    置顶: "是",
    热门: "是",
    ...HIDDEN[status],
  };
  return {
    [`${folder}/index.md`]: article(lines, `${word("body")}\n\n![${word("alt")}](${word("picture")}.svg)`),
    [`${folder}/${word("cover")}.svg`]: svg(11, 7),
    [`${folder}/${word("picture")}.svg`]: svg(7, 11),
  };
}

function newsroom(lists: string): Newsroom {
  const statuses = Object.keys(HIDDEN);
  const pathOf = (status: string) => `${secret(status, "folder")}/2026-03-15-${secret(status, "slug")}`;
  // Visible articles that lead to hidden ones by every means an editor has.
  const links = statuses
    .filter((status) => status !== "withdrawn")
    .map((status) => `[看](${pathOf(status)}/index.md)`);
  return makeNewsroom({
    "content/site.yaml": `title: 报\nurl: https://x.example.com\nlists: {perPage: 1, ${lists}}\n`,
    "content/tags.yaml": statuses.map((status) => `${secret(status, "tag")}: {parent: 镜湖}\n`).join(""),
    "content/news/2026-03-14-a.md": article({ 标题: "甲", 标签: "[镜湖]" }, links.join("、")),
    "content/news/2026-03-16-b.md": article({
      标题: "乙",
      标签: "[镜湖]",
      相关: `[${statuses.map((status) => secret(status, "slug")).join(", ")}]`,
    }),
    ...Object.assign({}, ...statuses.map(hidden)),
  });
}

/** What a packed file holds, as the parts of a search index are; nothing for any other. */
function unpacked(bytes: string): string {
  try {
    return gunzipSync(Buffer.from(bytes, "latin1")).toString("latin1");
  } catch {
    return "";
  }
}

/** Where a secret stands in the built site: in a file's bytes, or in its name. */
function findings({ site }: Newsroom, isAllowed: (route: string, word: string) => boolean): string[] {
  return [...site()].flatMap(([route, bytes]) => {
    const words = [...`${route}\n${bytes}\n${unpacked(bytes)}`.matchAll(/zq[a-z]+qz/gi)].map(
      ([word]) => word,
    );
    return [...new Set(words)].filter((word) => !isAllowed(route, word)).map((word) => `${word} in ${route}`);
  });
}

const WITHDRAWN_SLUG = secret("withdrawn", "slug");
const WITHDRAWN_ROUTE = `/2026/0315/${WITHDRAWN_SLUG}.html`;
const isWithdrawnAddress = (route: string, word: string) =>
  route === WITHDRAWN_ROUTE && word === WITHDRAWN_SLUG;

describe.each([
  ["baked rails", "rails: baked"],
  ["automatic rails in a small site", "rails: auto"],
  ["automatic rails in a large one", "rails: auto, bakeUpTo: 0, bakeDays: 0"],
  ["fetched rails", "rails: fetch"],
  ["included rails", "rails: include"],
])("with %s", (_, lists) => {
  const room = newsroom(lists);

  test("no byte of the site tells of an article that is not published", async () => {
    expect((await room.build()).code).toBe(0);
    expect(findings(room, isWithdrawnAddress)).toEqual([]);
  });

  test("nor does one of a warm build, after an article that was out is hidden", async () => {
    const path = `content/news/2026-03-17-${secret("late", "slug")}.md`;
    const lines = { 标题: secret("late", "title"), 标签: `[${secret("late", "tag")}]` };
    room.write({ [path]: article(lines, secret("late", "body")) });
    expect((await room.build()).code).toBe(0);
    expect(findings(room, isWithdrawnAddress).join()).toContain(secret("late", "body"));
    room.write({ [path]: article({ ...lines, 草稿: "是" }, secret("late", "body")) });
    expect((await room.build()).code).toBe(0);
    expect(findings(room, isWithdrawnAddress)).toEqual([]);
  });
});

describe("the search for secrets", () => {
  test("finds each of them, where a preview shows it", async () => {
    const room = newsroom("rails: auto");
    expect((await room.build({ drafts: true, future: true })).code).toBe(0);
    const found = findings(room, () => false).join("\n");
    for (const status of ["draft", "scheduled", "future"]) {
      for (const place of ["title", "slug", "body", "tag", "author", "cover", "picture", "alias", "folder"]) {
        expect(found).toContain(secret(status, place));
      }
      for (const place of ["title", "slug", "body", "tag", "author", "editor", "summary", "folder"]) {
        expect(found).toMatch(new RegExp(`${secret(status, place)} in /search/2026/fragment/`));
      }
      expect(found).toMatch(new RegExp(`${secret(status, "body")} in /search/2026/index/`));
    }
  });

  test("looks into packed files", () => {
    const bytes = gzipSync(secret("draft", "body")).toString("latin1");
    const site = () => new Map([["/pagefind/a.pf_fragment", bytes]]);
    expect(findings({ ...newsroom("rails: auto"), site }, () => false)).toHaveLength(1);
  });

  test("finds nothing after the next build for readers, in the same folder", async () => {
    const room = newsroom("rails: auto");
    await room.build({ drafts: true, future: true });
    await room.build();
    expect(findings(room, isWithdrawnAddress)).toEqual([]);
  });
});

test("a withdrawn article's address keeps the notice and its reason", async () => {
  const room = newsroom("rails: auto");
  await room.build();
  expect(room.page(WITHDRAWN_ROUTE)).toContain("有误");
});
