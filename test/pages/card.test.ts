import { describe, expect, test } from "vitest";
import { cardMaker, isPinned } from "../../src/pages/card.ts";
import { plan } from "../support/edition.ts";
import { article, type Files, NOW } from "../support/newsroom.ts";
import { svg } from "../support/pictures.ts";

async function cardOf(frontMatter: Record<string, string>, body = "正文。", files: Files = {}) {
  const { edition } = await plan({
    "content/site.yaml":
      "title: 报\nurl: https://x.example.com\nmedia:\n  hosts:\n    - pictures.example.com\n",
    "content/news/2026-02-09-a/index.md": article(frontMatter, body),
    "content/news/2026-02-09-a/cover.svg": svg(8, 6),
    "content/news/2026-02-09-a/first.svg": svg(5, 5),
    ...files,
  });
  return cardMaker(edition)(0);
}

describe("a card", () => {
  test("has headline, address, day, excerpt and section", async () => {
    const card = await cardOf({ 标题: "雨", 日期: "2026-02-09 10:30", 摘要: "下雨了。" }, "正文。", {
      "content/news/_index.md": article({ 标题: "要闻" }),
    });
    expect(card).toEqual({
      title: "雨",
      url: "/2026/0209/a.html",
      date: { text: "2026-02-09 10:30", iso: "2026-02-09T10:30:00+08:00", clock: "10:30" },
      shortDate: "02-09",
      excerpt: "下雨了。",
      section: { title: "要闻", url: "/news/" },
      pinned: false,
    });
  });

  test("of an article with a day and no time shows no time", async () => {
    expect((await cardOf({ 标题: "雨" })).date).toEqual({ text: "2026-02-09", iso: "2026-02-09" });
  });

  test("has no excerpt where the body has no text", async () => {
    expect((await cardOf({ 标题: "图" }, "![](first.svg)")).excerpt).toBeUndefined();
  });

  test("shows the cover, as decoration without words", async () => {
    const card = await cardOf({ 标题: "雨", 题图: "cover.svg" }, "![甲](first.svg)");
    expect(card.picture).toMatchObject({ width: 8, height: 6, alt: "" });
  });

  test("shows the body's first picture where there is no cover", async () => {
    expect(
      (await cardOf({ 标题: "雨" }, "字\n\n![甲](first.svg)\n\n![乙](cover.svg)")).picture,
    ).toMatchObject({
      width: 5,
      alt: "",
    });
  });

  test("shows a cover elsewhere only from a host that site.yaml names", async () => {
    const from = (host: string) => cardOf({ 标题: "雨", 题图: `https://${host}/a.jpg` });
    expect((await from("pictures.example.com")).picture).toEqual({
      src: "https://pictures.example.com/a.jpg",
      alt: "",
      sources: [],
      priority: false,
    });
    expect((await from("other.example.com")).picture).toBeUndefined();
  });

  test("shows no picture where the cover's file is not there", async () => {
    expect((await cardOf({ 标题: "雨", 题图: "none.jpg" })).picture).toBeUndefined();
  });
});

describe("a pin", () => {
  const pinnedAt = async (pinned: string, now: string) => {
    const { edition } = await plan(
      { "content/news/2026-02-09-a.md": article({ 标题: "雨", 置顶: pinned }) },
      now,
    );
    return edition.library.visible.map((found) => isPinned(found, edition));
  };

  test.each([
    ["是", NOW, true],
    ["否", NOW, false],
    ["2026-03-31 12:00", "2026-03-31T11:59:59+08:00", true],
    ["2026-03-31 12:00", "2026-03-31T12:00:00+08:00", false],
    // A day is pinned to its end.
    ["2026-03-31", "2026-03-31T23:59:59+08:00", true],
    ["2026-03-31", "2026-04-01T00:00:00+08:00", false],
  ])("“%s” holds at %s: %s", async (pinned, now, holds) => {
    expect(await pinnedAt(pinned, now)).toEqual([holds]);
  });
});

describe("the mark of an article that is not out", () => {
  const files = {
    "content/news/2026-02-09-a.md": article({ 标题: "已发" }),
    "content/news/2026-02-08-b.md": article({ 标题: "草稿", 草稿: "是" }),
    "content/news/2026-02-07-c.md": article({ 标题: "待发", 发布时间: "2026-04-02 08:00" }),
    "content/news/2026-04-03-d.md": article({ 标题: "未来" }),
  };
  const statesWith = async (show: { drafts?: boolean; future?: boolean }) => {
    const { edition } = await plan(files, NOW, show);
    const card = cardMaker(edition);
    return Object.fromEntries(
      edition.library.visible.map((_, index) => [card(index).title, card(index).state]),
    );
  };

  test("stands on drafts and on articles of the future, where such are shown", async () => {
    expect(await statesWith({ drafts: true, future: true })).toEqual({
      已发: undefined,
      草稿: "草稿",
      待发: "待发布",
      未来: "待发布",
    });
  });

  test("is not needed where they are not shown", async () => {
    expect(await statesWith({})).toEqual({ 已发: undefined });
    expect(await statesWith({ drafts: true })).toEqual({ 已发: undefined, 草稿: "草稿" });
  });
});
