import { describe, expect, test } from "vitest";
import type { Slot } from "../../src/model/article.ts";
import { compose, plan, told } from "../support/edition.ts";
import { article, type Files } from "../support/newsroom.ts";
import { svg } from "../support/pictures.ts";

const HERE = "news/2026-03-01-here/index.md";

const NEIGHBOURS: Files = {
  "content/site.yaml": "title: 报\nurl: https://x.example.com/paper\nlinks:\n  ignore:\n    - /epaper/\n",
  "content/news/2026-02-09-there.md": article({ 标题: "彼处", 标签: "[民生]", 记者: "林晓禾" }),
  "content/news/counties/2026-02-10-县.md": article({ 标题: "县里" }),
  "content/news/_index.md": article({ 标题: "要闻" }),
  "content/news/2026-02-11-hidden.md": article({ 标题: "未发", 草稿: "是" }),
  "content/news/2026-02-13-expired.md": article({ 标题: "下线", 下线时间: "2026-02-20" }),
  "content/news/2026-02-12-moved.md": article({ 标题: "迁来", 旧网址: "[/html/1.html, /旧/]" }),
  "content/pages/about.md": article({ 标题: "关于" }),
  "content/static/images/map.svg": svg(30, 20),
  "content/static/files/form.pdf": "pdf",
  "content/news/2026-03-01-here/photo.svg": svg(4, 3),
  "content/news/2026-03-01-here/a#b.svg": svg(5, 5),
  "content/news/2026-03-01-here/表格.xlsx": "sheet",
};

/** The slots of an article with this body, and what was told of them. */
async function resolve(
  body: string,
): Promise<{ slots: readonly (Slot | undefined)[]; told: string[]; hints: string[] }> {
  const { edition, diagnostics } = await plan({
    ...NEIGHBOURS,
    [`content/${HERE}`]: article({ 标题: "此处" }, body),
  });
  return {
    slots: edition.slots.get(HERE) ?? [],
    told: told(diagnostics),
    hints: diagnostics.map(({ hint }) => hint.zh),
  };
}

const COUNTY = `/paper/2026/0210/${encodeURIComponent("县")}.html`;

describe("a link", () => {
  test.each([
    ["../2026-02-09-there.md", "/paper/2026/0209/there.html"],
    ["../counties/2026-02-10-县.md", COUNTY],
    ["../counties/2026-02-10-%E5%8E%BF.md", COUNTY],
    ["../2026-02-09-there.md#结果", `/paper/2026/0209/there.html#text-${encodeURIComponent("结果")}`],
    ["../2026-02-09-there.md?from=a", "/paper/2026/0209/there.html?from=a"],
    ["./index.md", "/paper/2026/0301/here.html"],
    ["../_index.md", "/paper/news/"],
    ["../../pages/about.md", "/paper/about.html"],
    ["/2026/0209/there.html", "/paper/2026/0209/there.html"],
    ["/html/1.html", "/paper/2026/0212/moved.html"],
    ["/旧", "/paper/2026/0212/moved.html"],
    ["/news/", "/paper/news/"],
    ["/news", "/paper/news/"],
    ["/news/index.html", "/paper/news/"],
    ["/", "/paper/"],
    ["/feed.xml", "/paper/feed.xml"],
    ["/news/feed.xml", "/paper/news/feed.xml"],
    ["/tags/民生/", `/paper/tags/${encodeURIComponent("民生")}/`],
    ["/authors/林晓禾/", `/paper/authors/${encodeURIComponent("林晓禾")}/`],
    ["/files/form.pdf", "/paper/files/form.pdf"],
    ["https://x.example.com/paper/2026/0209/there.html#a", "/paper/2026/0209/there.html#text-a"],
    ["https://x.example.com/paper", "/paper/"],
    ["/epaper/2026/02.html?p=1#q", "/paper/epaper/2026/02.html?p=1#q"],
    ["/epaper/list?q=%E4%BD%A0&r=50%", "/paper/epaper/list?q=%E4%BD%A0&r=50%25"],
    ["/epaper/list?q=你", "/paper/epaper/list?q=%E4%BD%A0"],
    ["/paper", "/paper/"],
    ["/paper/news/", "/paper/news/"],
  ])("to %s leads to %s", async (target, href) => {
    const { slots, told } = await resolve(`[看](<${target}>)`);
    expect(told).toEqual([]);
    expect(slots).toEqual([{ kind: "link", href }]);
  });

  test("to a file beside the article leads to its published copy", async () => {
    const { slots, told } = await resolve("[看](表格.xlsx)");
    expect(told).toEqual([]);
    expect(slots[0]).toMatchObject({ kind: "link" });
    const href = slots[0]?.kind === "link" ? slots[0].href : "";
    expect(href).toMatch(/^\/paper\/assets\/media\/%E8%A1%A8%E6%A0%BC\.[0-9a-f]{10}\.xlsx$/);
  });

  test.each([
    "../2026-02-09-ther.md",
    "../../../outside.md",
    "../../../news/2026-02-09-there.md",
    "../../../../etc/passwd",
    "/2026/0209/nowhere.html",
    "/epaperx/",
    "/2026/epaper/",
    "/newsx",
    "https://x.example.com/paper/nowhere.html",
    "missing.pdf",
    "/../content/site.yaml",
  ])("to %s is dead, and a warning", async (target) => {
    const { slots, told } = await resolve(`[看](<${target}>)`);
    expect(slots).toEqual([undefined]);
    expect(told).toEqual([`pages/dead-link content/${HERE}`]);
  });

  test.each([
    ["../2026-02-09-there", "../2026-02-09-there.md"],
    ["../2026-02-09-THERE.md", "../../news/2026-02-09-there.md"],
    ["2026-02-10-县.md#结果", "../../news/counties/2026-02-10-县.md#结果"],
    ["/news/2026-02-09-there.md", "../../news/2026-02-09-there.md"],
    ["/2026/0209/there", "/2026/0209/there.html"],
  ])("%s is told with what was meant", async (target, meant) => {
    const { told, hints } = await resolve(`[看](${target})`);
    expect(told).toEqual([`pages/dead-link content/${HERE}`]);
    expect(hints).toEqual([`是不是“${meant}”？`]);
  });

  test("to an article that has expired is told without a promise that it comes back", async () => {
    const { slots, told, hints } = await resolve("[看](../2026-02-13-expired.md)");
    expect(slots).toEqual([undefined]);
    expect(told).toEqual([`pages/hidden-link content/${HERE}`]);
    expect(hints).toEqual(["不会再恢复：删掉链接，或改成别的文章"]);
  });

  test("to an article that is not published now is told as such", async () => {
    const { slots, told } = await resolve("[看](../2026-02-11-hidden.md#a)");
    expect(slots).toEqual([undefined]);
    expect(told).toEqual([`pages/hidden-link content/${HERE}`]);
  });

  test.each([
    "https://x.example.com.evil.example/paper/",
    "https://x.example.com/paperback/",
    "https://x.example.com/",
  ])("to %s leads out of the site and needs no slot", async (target) => {
    const { slots, told } = await resolve(`[看](${target})`);
    expect(slots).toEqual([]);
    expect(told).toEqual([]);
  });
});

describe("a picture", () => {
  test("beside the article gets its size and a name that changes with its bytes", async () => {
    const { slots } = await resolve("![图](photo.svg)");
    expect(slots[0]).toMatchObject({ kind: "picture", width: 4, height: 3, lazy: false });
    expect(slots[0]?.kind === "picture" && slots[0].src).toMatch(
      /^\/paper\/assets\/media\/photo\.[0-9a-f]{10}\.svg$/,
    );
  });

  test("of static keeps its path", async () => {
    const { slots } = await resolve("![图](/images/map.svg)");
    expect(slots).toEqual([
      { kind: "picture", src: "/paper/images/map.svg", width: 30, height: 20, sources: [], lazy: false },
    ]);
  });

  test("is loaded lazily unless it is the body's first", async () => {
    const { slots } = await resolve("![甲](photo.svg)\n\n![乙](/images/map.svg)\n\n![丙](photo.svg)");
    expect(slots.map((slot) => slot?.kind === "picture" && slot.lazy)).toEqual([false, true, true]);
  });

  test("that is not there is a warning with the name that was meant", async () => {
    const { slots, told, hints } = await resolve("![图](phto.svg)");
    expect(slots).toEqual([undefined]);
    expect(told).toEqual([`pages/missing-picture content/${HERE}`]);
    expect(hints[0]).toContain("photo.svg");
  });

  test("whose name has a sign that ends an address is found by its encoded name, which is told where it is not", async () => {
    const { slots, told, hints } = await resolve("![图](a%23b.svg)\n\n![图](a#b.svg)");
    expect(slots[0]).toMatchObject({ kind: "picture", width: 5, height: 5 });
    expect(told).toEqual([`pages/missing-picture content/${HERE}`]);
    expect(hints).toEqual(["是不是“a%23b.svg”？"]);
  });

  test.each(["../../../etc/x.png", "../../../news/2026-03-01-here/photo.svg"])(
    "outside content/, %s, is not found",
    async (target) => {
      expect((await resolve(`![图](${target})`)).told).toEqual([`pages/missing-picture content/${HERE}`]);
    },
  );

  test("that lies beside two articles under one name is published once", async () => {
    const { diagnostics } = await compose({
      ...NEIGHBOURS,
      [`content/${HERE}`]: article({ 标题: "此处" }, "![图](photo.svg)"),
      "content/news/2026-03-02-copy/index.md": article({ 标题: "彼处" }, "![图](photo.svg)"),
      "content/news/2026-03-02-copy/photo.svg": svg(4, 3),
    });
    expect(diagnostics).toEqual([]);
  });
});
