import { describe, expect, it } from "vitest";
import { type DeskSources, deskArticle, deskIndex } from "../../src/desk/openDesk.ts";
import { remember } from "../../src/model/remember.ts";
import { compose } from "../support/edition.ts";
import { article, type Files, NOW, SITE_YAML } from "../support/newsroom.ts";

const EVERYTHING = { drafts: true, future: true, expired: true };
const NEWS: Files = {
  "content/site.yaml": `${SITE_YAML}search: {index: false}\nlists: {hot: {count: 3}, latest: {count: 2}}\n`,
  "content/news/_index.md": "---\n标题: 要闻\n---\n",
  "content/news/2026-03-01-a.md": article({
    标题: "甲桥通车",
    标签: "[大桥, 交通]",
    编辑: "唐静言",
    记者: "林晓禾",
    摘要: "甲桥今天通车。",
    相关: "[c]",
    附加: "{版面: A1}",
  }),
  "content/news/2026-03-02-b.md": article({ 标题: "乙桥动工", 标签: "[大桥]" }),
  "content/news/2026-02-03-c.md": article({ 标题: `'"><script>alert(1)</script>'` }),
  "content/news/2026-03-04-draft.md": article({ 标题: "丙桥草稿", 标签: "[大桥]", 草稿: "是", 热门: "是" }),
  "content/news/2026-03-05-gone.md": article({ 标题: "丁桥下线", 下线时间: "2026-03-10" }),
  "content/news/2026-03-06-back.md": article({ 标题: "戊桥", 撤稿: "{日期: 2026-03-07, 原因: 有误}" }),
  "content/news/2026-04-09-later.md": article({ 标题: "己桥以后" }),
};

const composeOnce = remember((files: Files) => compose(files, NOW, EVERYTHING));

async function lay(files: Files = NEWS, more: Partial<DeskSources> = {}): Promise<DeskSources> {
  const { forme, diagnostics } = await composeOnce(files);
  return { forme, diagnostics, now: Date.parse(NOW), language: "zh", ...more };
}

/** What a person reads of a page, tags left out. */
const textOf = (page: string) => page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
const rowsOf = (page: string) =>
  /<ul class="rows">(.*?)<\/ul>/s.exec(page)?.[1]?.split("<li>").slice(1) ?? [];

describe("the desk's first page", () => {
  it("lists every article with its state, newest first", async () => {
    const rows = rowsOf(deskIndex(await lay(), new URLSearchParams())).map(textOf);
    expect(rows).toHaveLength(7);
    expect(rows.map((row) => row.trim().split(" ")[0])).toEqual([
      "待发布",
      "已撤稿",
      "已下线",
      "草稿",
      "已发布",
      "已发布",
      "已发布",
    ]);
    expect(rows[0]).toContain("待发布 2026-04-09 00:00 己桥以后");
    expect(rows[5]).toContain("2026-03-01 要闻 大桥、交通 编辑 唐静言");
  });

  it("keeps what was asked for in its form, and counts what there is", async () => {
    const page = deskIndex(await lay(), new URLSearchParams("state=draft&tag=大桥&editor=走了的"));
    expect(page).toContain('<option value="draft" selected>草稿 1</option>');
    expect(page).toContain('name="tag" list="tags" value="大桥"');
    expect(page).toContain('<option value="走了的" selected>');
    expect(textOf(page)).toContain("共 0 篇 没有符合条件的文章。");
  });

  it("parts a long list into pages of 200 that keep the filter", async () => {
    const many = Array.from({ length: 205 }, (_, n) => [
      `content/life/2026-02-01-n${n}.md`,
      article({ 标题: `第${n}篇` }),
    ]);
    const sources = await lay({ ...NEWS, ...Object.fromEntries(many) });
    const first = deskIndex(sources, new URLSearchParams("section=life"));
    expect(rowsOf(first)).toHaveLength(200);
    expect(first).toContain('href="/__desk/?section=life&amp;page=2#articles"');
    expect(rowsOf(deskIndex(sources, new URLSearchParams("section=life&page=2")))).toHaveLength(5);
  });

  it("tells what will change, and when", async () => {
    expect(textOf(deskIndex(await lay(), new URLSearchParams()))).toContain(
      "接下来的变化 2026-04-09 00:00 发布 己桥以后",
    );
  });

  it("goes by the moment at which it is asked, not by that of the edition", async () => {
    const page = deskIndex(
      await lay(NEWS, { now: Date.parse("2026-04-10T00:00:00Z") }),
      new URLSearchParams(),
    );
    expect(textOf(page)).toContain("没有等着发布");
    expect(textOf(rowsOf(page)[0] ?? "")).toContain("已发布 己桥以后");
  });

  it("keeps the last good facts under the problems of broken files", async () => {
    const good = await lay();
    const { diagnostics } = await lay({
      ...NEWS,
      "content/news/2026-03-01-a.md": "没有开头",
      "content/news/2026-03-08-new.md": "也没有",
    });
    const page = deskIndex({ ...good, diagnostics }, new URLSearchParams("state=broken"));
    expect(rowsOf(page).map(textOf)).toEqual([
      expect.stringContaining("有错误 news/2026-03-08-new"),
      expect.stringContaining("有错误 甲桥通车"),
    ]);
    expect(textOf(page)).toContain("下面是上一次没有错误时的样子");
    expect(textOf(page)).toContain("content/news/2026-03-01-a.md:1:1 front-matter/missing");
  });

  it("is there before there is any edition", async () => {
    const broken = await lay({
      "content/site.yaml": "title: 报\n",
      "content/news/2026-03-08-new.md": "没有",
    });
    expect(broken.forme).toBeUndefined();
    expect(textOf(deskIndex(broken, new URLSearchParams()))).toContain("还没有一次没有错误的样子");
    const reading = deskIndex({ ...broken, diagnostics: [] }, new URLSearchParams());
    expect(textOf(reading)).toContain("正在读稿件");
  });

  it("speaks English where it is asked to", async () => {
    const page = deskIndex(await lay(NEWS, { language: "en" }), new URLSearchParams());
    expect(textOf(page)).toContain("2026-04-09 00:00 appears");
    expect(page).toContain('<html lang="en">');
  });
});

describe("an article's page on the desk", () => {
  const read = async (id: string) => deskArticle(await lay(), id);

  it("holds what the article says of itself", async () => {
    const text = textOf((await read("news/2026-03-01-a")).page);
    for (const fact of [
      "日期 2026-03-01",
      "标签 大桥、交通",
      "记者 林晓禾",
      "编辑 唐静言",
      "相关 c",
      "附加 版面 A1",
    ])
      expect(text).toContain(fact);
    expect(text).not.toContain("通讯员");
  });

  it("gives the reason for each related article", async () => {
    const { page } = await read("news/2026-03-01-a");
    const list = textOf(/<ol class="reasons">.*?<\/ol>/s.exec(page)?.[0] ?? "");
    expect(list).toMatch(/alert.*编辑指定.*没有共同标签.*乙桥动工.*标签和日期相近.*共同标签 大桥/);
    expect(list).not.toContain("丙桥草稿");
  });

  it("tells where it is listed, as readers see the lists", async () => {
    const text = textOf((await read("news/2026-03-01-a")).page);
    expect(text).toMatch(/热门 在热门里排第 2 最近 14 天/);
    expect(text).toContain("最新 在最新里排第 2");
    expect(text).toMatch(/栏目 要闻 标签 交通 大桥 记者 林晓禾 往期 2026年3月/);
    expect(textOf((await read("news/2026-02-03-c")).page)).toContain("最新 不在最新里");
  });

  it("tells where a draft would be listed, and that it would", async () => {
    const text = textOf((await read("news/2026-03-04-draft")).page);
    expect(text).toContain("读者现在看不到这篇");
    expect(text).toMatch(/热门 在热门里排第 \d/);
    expect(textOf((await read("news/2026-03-01-a")).page)).not.toContain("读者现在看不到");
  });

  it("shows it as lists, search engines and chats do", async () => {
    const { page } = await read("news/2026-03-01-a");
    const look = page.slice(page.indexOf('id="looks"'));
    expect(look).toContain('<a href="/2026/0301/a.html">甲桥通车</a>');
    expect(textOf(look)).toContain(
      "https://news.example.com/2026/0301/a.html 甲桥通车 - 云河新闻网 甲桥今天通车。",
    );
    expect(look).toMatch(/<img src="\/[^"]+\.png" width="1200" height="630"/);
    expect(textOf(look.slice(look.indexOf("转发时")))).toContain("甲桥通车 甲桥今天通车。 云河新闻网");
  });

  it("has no lists for a withdrawn article, and none of its looks", async () => {
    const text = textOf((await read("news/2026-03-06-back")).page);
    expect(text).toContain("已撤稿，不在任何列表里");
    expect(text).toContain("撤稿 2026-03-07 有误");
    expect(text).not.toContain("在搜索结果里");
  });

  it("prints a title as text, whatever stands in it", async () => {
    const sources = await lay();
    const pages = [
      deskIndex(sources, new URLSearchParams({ tag: '"><script>' })),
      deskArticle(sources, "news/2026-02-03-c").page,
      deskArticle(sources, "news/2026-03-01-a").page,
      deskArticle(sources, "<script>").page,
    ];
    for (const page of pages) {
      expect(page).not.toContain("<script");
      expect(page).toContain("&lt;script&gt;");
    }
  });

  it("says so where there is no such article, or only its problems", async () => {
    expect(await read("news/none")).toMatchObject({ found: false });
    const broken = await lay({ ...NEWS, "content/news/2026-03-08-new.md": "没有开头" });
    const { found, page } = deskArticle(
      { ...(await lay()), diagnostics: broken.diagnostics },
      "news/2026-03-08-new",
    );
    expect(found).toBe(true);
    expect(textOf(page)).toContain("还没有读出来过");
    expect(textOf(page)).toContain("front-matter/missing");
  });
});
