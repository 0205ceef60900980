import { describe, expect, test } from "vitest";
import { plan } from "../support/edition.ts";
import { article, type Files, makeNewsroom } from "../support/newsroom.ts";
import { photo } from "../support/photos.ts";

const SITE = "title: 云河新闻网\nurl: https://x.example.com/paper\n";
const FILES: Files = {
  "content/site.yaml": SITE,
  "content/news/_index.md": article({ 标题: "要闻" }, ""),
  "content/news/counties/_index.md": article({ 标题: "县区" }, ""),
  "content/news/2026-03-28-a.md": article({ 标题: "甲" }),
  "content/news/counties/2026-03-29-b/index.md": article({ 标题: "乙", 题图: "c.jpg" }),
  "content/news/counties/2026-03-29-b/c.jpg": await photo(1300, 650),
};
const withCards = { ...FILES, "content/site.yaml": `${SITE}social: {cards: article}\n` };
const CARD = /^https:\/\/x\.example\.com\/paper\/assets\/social\/[0-9a-f]{16}\.png$/;

describe("the picture for sharing", () => {
  test("of an article is its cover, else its section's card", async () => {
    const site = await plan(FILES);
    const bare = site.value("article", "/2026/0328/a.html").head;
    expect(bare).toMatchObject({ image: expect.stringMatching(CARD), imageWidth: 1200, imageHeight: 630 });
    expect(bare.image).toBe(site.value("section", "/news/index.html").head.image);
    expect(bare.image).not.toBe(site.value("section", "/news/counties/index.html").head.image);
    expect(bare.image).not.toBe(site.value("front", "/index.html").head.image);
    expect(site.value("front", "/index.html").head.image).toMatch(CARD);
    const covered = site.value("article", "/2026/0329/b.html").head;
    expect(covered).toMatchObject({
      image: expect.stringMatching(
        /^https:\/\/x\.example\.com\/paper\/assets\/media\/c\.[0-9a-f]{10}-1200\.jpg$/,
      ),
      imageWidth: 1200,
      imageHeight: 600,
    });
  });

  test("is a card of the article's own where the site asks for it", async () => {
    const site = await plan(withCards);
    const own = site.value("article", "/2026/0328/a.html").head.image;
    expect(own).toMatch(CARD);
    expect(own).not.toBe(site.value("section", "/news/index.html").head.image);
    expect(site.value("article", "/2026/0329/b.html").head.image).toContain("/assets/media/c.");
  });
});

test("every card that a page names is in the site, and no other", async () => {
  const room = makeNewsroom(withCards);
  expect((await room.build()).code).toBe(0);
  const site = room.site();
  const named = [...site.values()].flatMap(
    (text) => text.match(/\/assets\/social\/[0-9a-f]{16}\.png/g) ?? [],
  );
  const there = [...site.keys()].filter((route) => route.startsWith("/assets/social/"));
  expect(there).toHaveLength(4);
  expect([...new Set(named)].sort()).toEqual(there);
});

test("characters that cannot be drawn are a warning that names the article and them, in warm builds too", async () => {
  const room = makeNewsroom({ ...withCards, "content/news/2026-03-28-a.md": article({ 标题: "好消息😀" }) });
  for (const report of ["cold", "warm"]) {
    const { code, stderr } = await room.build({ verify: report === "warm" });
    expect(code).toBe(0);
    expect(stderr).toContain("content/news/2026-03-28-a.md:2:5 pictures/missing-glyphs");
    expect(stderr).toContain("分享图的字体里没有“😀”");
  }
});
