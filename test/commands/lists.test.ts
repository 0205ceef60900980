import { describe, expect, test } from "vitest";
import { lists } from "../../src/commands/lists.ts";
import { why } from "../../src/commands/why.ts";
import { article, capture, makeNewsroom, NOW } from "../support/newsroom.ts";

const room = makeNewsroom({
  "content/tags.yaml": "青石区: {parent: 云河市}\n",
  "content/site.yaml":
    "title: 报\nurl: https://x.example.com\nlists: {related: {count: 2}, hot: {count: 2}, latest: {count: 3}}\n",
  "content/news/2026-03-30-bridge.md": article({ 标题: "大桥通车", 标签: "[大桥, 交通]" }),
  "content/news/2026-03-29-toll.md": article({ 标题: "大桥收费标准公布", 标签: "[大桥, 交通]", 热门: "否" }),
  "content/news/2026-03-28-bus.md": article({ 标题: "公交线路调整", 标签: "[交通, 青石区]" }),
  "content/life/2026-03-27-rain.md": article({
    标题: "周末有雨",
    标签: "[天气]",
    不相关: "news/2026-03-28-bus",
  }),
  "content/life/2026-01-01-bus.md": article({ 标题: "老公交", 标签: "[云河市]" }),
  "content/life/2026-03-26-draft.md": article({ 标题: "草稿", 草稿: "是" }),
});
const options = { root: room.root, lang: "zh", now: NOW };
const listsOf = (more: Partial<Parameters<typeof lists>[0]> = {}) =>
  capture(() => lists({ ...options, ...more }));
const whyOf = (id: string, other?: string, lang = "zh") =>
  capture(() => why(id, other, { ...options, lang }));

describe("lists --json", () => {
  test("gives every list of the site by ids, and nothing else", async () => {
    const { stdout, stderr, code } = await listsOf({ json: true });
    const all = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(Object.keys(all)).toEqual(["latest", "hot", "related"]);
    expect(all.latest).toEqual(["news/2026-03-30-bridge", "news/2026-03-29-toll", "news/2026-03-28-bus"]);
    expect(all.hot).toHaveLength(2);
    expect(all.hot).not.toContain("news/2026-03-29-toll");
    expect(Object.keys(all.related)).toEqual([
      "news/2026-03-30-bridge",
      "news/2026-03-29-toll",
      "news/2026-03-28-bus",
      "life/2026-03-27-rain",
      "life/2026-01-01-bus",
    ]);
    for (const [id, related] of Object.entries(all.related as Record<string, string[]>)) {
      expect(related, id).toHaveLength(2);
      expect(related, id).not.toContain(id);
    }
    expect(all.related["news/2026-03-30-bridge"][0]).toBe("news/2026-03-29-toll");
  });

  test("gives what the pages show", async () => {
    await room.build();
    const { latest } = JSON.parse((await listsOf({ json: true })).stdout);
    const shown = [...room.page("/fragments/latest.html").matchAll(/href="([^"]+)"/g)].map(
      ([, href]) => href,
    );
    expect(shown).toEqual(["/2026/0330/bridge.html", "/2026/0329/toll.html", "/2026/0328/bus.html"]);
    expect(latest).toHaveLength(shown.length);
  });

  test("without --json is for reading", async () => {
    const { stdout } = await listsOf();
    expect(stdout).toMatch(/^latest\n {2}news\/2026-03-30-bridge\n/);
    expect(stdout).toContain("\nhot\n  ");
    expect(stdout).toContain("\nlife/2026-03-27-rain\n  ");
  });

  test("fails with the problems where an article has an error", async () => {
    const broken = makeNewsroom({ "content/news/2026-03-30-a.md": article({ 日期: "2026-03-30" }) });
    const { code, stdout, stderr } = await listsOf({ root: broken.root, json: true });
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("content/news/2026-03-30-a.md");
  });
});

describe("why", () => {
  test("explains each related article, and the heat", async () => {
    const { stdout, code } = await whyOf("bridge");
    expect(code).toBe(0);
    expect(stdout).toContain("大桥通车（news/2026-03-30-bridge）的相关阅读\n");
    expect(stdout).toContain("1. 大桥收费标准公布（news/2026-03-29-toll）\n   标签和日期相近\n   共同标签 ");
    expect(stdout).toContain("相隔 1 天");
    expect(stdout).toMatch(/热门：在热门里排第 \d\n/);
    expect(stdout).toMatch(/标签 大桥：近 7 天 2 篇/);
  });

  test("explains why an article is not hot", async () => {
    expect((await whyOf("toll")).stdout).toContain("热门：不在热门里\n   编辑标为不上热门\n");
    expect((await whyOf("2026-01-01-bus")).stdout).toContain("超过 14 天，不参加评比");
  });

  test("explains one article for readers of another", async () => {
    const { stdout } = await whyOf("bridge", "news/2026-03-28-bus.md");
    expect(stdout).toContain("公交线路调整（news/2026-03-28-bus）对于 大桥通车（news/2026-03-30-bridge）\n");
    expect(stdout).toMatch(/在相关阅读里排第 2（标签和日期相近）/);
    expect((await whyOf("rain", "news/2026-03-28-bus")).stdout).toContain("编辑写明不相关");
    expect((await whyOf("rain", "rain")).stdout).toContain("就是这一篇");
  });

  test("speaks English", async () => {
    const { stdout } = await whyOf("bridge", "toll", "en");
    expect(stdout).toContain("for readers of 大桥通车 (news/2026-03-30-bridge)");
    expect(stdout).toMatch(/number 1 in its related list \(near in tags and date\)/);
  });

  test("takes a path as it is copied", async () => {
    expect((await whyOf("content/news/2026-03-30-bridge.md")).code).toBe(0);
  });

  test.each([
    ["brigde", "是不是“bridge”？"],
    ["nothing-like-it", "没有“nothing-like-it”这篇文章"],
    ["bus", "可以指好几篇：life/2026-01-01-bus news/2026-03-28-bus"],
    ["content/bus", "可以指好几篇：life/2026-01-01-bus news/2026-03-28-bus"],
    ["content/brigde", "是不是“bridge”？"],
    ["draft", "目前没有发布（草稿）"],
  ])("refuses %s and says why", async (id, words) => {
    await expect(whyOf(id)).rejects.toThrow(words);
    await expect(whyOf("bridge", id)).rejects.toThrow(words);
  });
});
