import { describe, expect, test } from "vitest";
import { plan } from "../support/edition.ts";
import { article, type Files, SITE_YAML } from "../support/newsroom.ts";
import { svg } from "../support/pictures.ts";

const front = async (files: Files) => (await plan(files)).value("front", "/index.html");
const news = (day: string, title: string, more: Record<string, string> = {}, body?: string): Files => ({
  [`content/news/${day}-${title}.md`]: article({ 标题: title, ...more }, body),
});
const PICTURE = { "content/static/images/p.svg": svg(8, 6) };
const WITH_PICTURE = { 题图: "/images/p.svg" };

describe("the front page's lead", () => {
  test("is the newest article with a picture, of the last week", async () => {
    const page = await front({
      ...PICTURE,
      ...news("2026-03-10", "a"),
      ...news("2026-03-05", "b", WITH_PICTURE),
      ...news("2026-03-04", "c", WITH_PICTURE),
    });
    expect(page.lead?.title).toBe("b");
    expect(page.top.map(({ title }) => title)).toEqual(["a", "c"]);
  });

  test("is a pinned article with a picture before any other", async () => {
    const page = await front({
      ...PICTURE,
      ...news("2026-03-10", "a", WITH_PICTURE),
      ...news("2026-01-05", "b", { ...WITH_PICTURE, 置顶: "是" }),
    });
    expect(page.lead).toMatchObject({ title: "b", pinned: true });
  });

  test("is the newest where no picture is fresh", async () => {
    const page = await front({
      "content/site.yaml": `${SITE_YAML}lists: {latest: {count: 1}}\n`,
      ...PICTURE,
      ...news("2026-03-20", "a"),
      ...news("2026-03-19", "b"),
      ...news("2026-03-12", "c", WITH_PICTURE),
    });
    expect(page.lead?.title).toBe("a");
  });

  test("may be the picture of the body", async () => {
    const page = await front({
      ...PICTURE,
      ...news("2026-03-10", "a"),
      ...news("2026-03-09", "b", {}, "字\n\n![图](/images/p.svg)"),
    });
    expect(page.lead?.title).toBe("b");
  });
});

describe("beside the lead", () => {
  test("pinned articles stand first, then the newest, each once and eight at most", async () => {
    const days = Array.from({ length: 12 }, (_, index) => String(index + 10));
    const page = await front({
      ...Object.assign({}, ...days.map((day) => news(`2026-03-${day}`, `n${day}`))),
      ...news("2026-01-01", "pinned", { 置顶: "是" }),
    });
    expect([page.lead?.title, ...page.top.map(({ title }) => title)]).toEqual([
      "pinned",
      "n21",
      "n20",
      "n19",
      "n18",
      "n17",
      "n16",
      "n15",
      "n14",
    ]);
  });
});

describe("the blocks", async () => {
  const pictures: Readonly<Record<number, Record<string, string>>> = {
    3: { 题图: "/images/q.svg" },
    5: WITH_PICTURE,
  };
  const page = await front({
    ...PICTURE,
    "content/static/images/q.svg": svg(8, 6),
    "content/life/_index.md": article({ 标题: "民生", 顺序: "1" }),
    "content/news/_index.md": article({ 标题: "要闻", 顺序: "2" }),
    "content/sports/_index.md": article({ 标题: "体育", 顺序: "3" }),
    ...Object.assign({}, ...[1, 2, 3, 4, 5, 6, 7].map((n) => news(`2026-03-0${n}`, `n${n}`, pictures[n]))),
    "content/life/traffic/2026-03-01-t.md": article({ 标题: "公交" }),
  });

  test("are the top sections in their order, with their sub-sections' articles", () => {
    expect(page.blocks.map(({ section, lead }) => [section.title, section.url, lead.title])).toEqual([
      ["民生", "/life/", "公交"],
      ["要闻", "/news/", "n3"],
    ]);
  });

  test("hold six articles, led by the newest of them with a picture that the page has not shown", () => {
    expect(page.lead?.title).toBe("n5");
    expect(page.blocks[1]?.lead.picture?.src).toBe("/images/q.svg");
    expect(page.blocks[1]?.cards.map(({ title }) => title)).toEqual(["n7", "n6", "n5", "n4", "n2"]);
  });

  test("are led by the newest, without its picture, where all pictures are shown above", async () => {
    const { lead, blocks } = await front({ ...PICTURE, ...news("2026-03-10", "a", WITH_PICTURE) });
    expect(lead?.picture?.src).toBe("/images/p.svg");
    expect(blocks[0]?.lead).toMatchObject({ title: "a" });
    expect(blocks[0]?.lead).not.toHaveProperty("picture");
  });

  test("say nothing twice while there is something else to say", async () => {
    const days = Array.from({ length: 17 }, (_, index) => String(index + 10));
    const { lead, top, blocks } = await front(
      Object.assign({}, ...days.map((day) => news(`2026-03-${day}`, `n${day}`))),
    );
    const block = [blocks[0]?.lead, ...(blocks[0]?.cards ?? [])].map((card) => card?.title);
    expect(block).toEqual(["n17", "n16", "n15", "n14", "n13", "n12"]);
    expect([lead, ...top].map((card) => card?.title)).not.toContain("n17");
  });

  test("fill rows of two: the last of an odd number is wide", async () => {
    expect(page.blocks.map(({ wide }) => wide)).toEqual([false, false]);
    const { blocks } = await front(news("2026-03-10", "a"));
    expect(blocks.map(({ wide }) => wide)).toEqual([true]);
  });

  test("leave out a section without articles", () => {
    expect(page.blocks.map(({ section }) => section.title)).not.toContain("体育");
  });
});

test("a site without articles has a front page without lead and blocks", async () => {
  expect(await front({})).toMatchObject({ top: [], blocks: [] });
  expect((await front({})).lead).toBeUndefined();
});
