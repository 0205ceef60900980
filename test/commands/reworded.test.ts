import { expect, test } from "vitest";
import { article, type Files, makeNewsroom, type Newsroom } from "../support/newsroom.ts";

/** An article whose summary is the editor's, so that other words change no list. */
const own = (words: string) => article({ 标题: "甲", 摘要: "摘要。", 标签: "[青石区]" }, words);

const FILES: Files = {
  "content/news/2026-03-01-a.md": own("旧的话。"),
  "content/news/2026-03-02-b.md": article({ 标题: "乙", 标签: "[青石区]" }, "[看](2026-03-01-a.md)"),
  "content/life/2026-03-03-c.md": article({ 标题: "丙", 发布时间: "2026-04-02 08:00" }),
};

const FEEDS = ["/feed.xml", "/atom.xml", "/feed.json", "/news/feed.xml"];

async function written(room: Newsroom, options: Parameters<Newsroom["build"]>[0] = {}): Promise<string[]> {
  const { stdout } = await room.build({ report: "json", ...options });
  return (JSON.parse(stdout) as { files: { written: string[] } }).files.written;
}

/** What a build that knows nothing makes of the same newsroom. */
async function coldSite(room: Newsroom, files: Files, options: Parameters<Newsroom["build"]>[0] = {}) {
  const cold = makeNewsroom(files);
  await cold.build({ ...options, cache: false });
  expect(room.site()).toEqual(cold.site());
}

test("other words change the article's own page and the feeds that hold them", async () => {
  const room = makeNewsroom(FILES);
  await room.build();
  for (const words of ["新的话。", "更新的话，\n\n两段。"]) {
    const change = { "content/news/2026-03-01-a.md": own(words) };
    room.write(change);
    expect((await written(room)).sort()).toEqual(["/2026/0301/a.html", ...FEEDS].sort());
    await coldSite(room, { ...FILES, ...change });
  }
});

test("a page that is missing or of another size is written again all the same", async () => {
  const room = makeNewsroom(FILES);
  await room.build();
  const change = { "content/news/2026-03-01-a.md": own("新的话。") };
  room.write({ ...change, "dist/index.html": "短" });
  room.remove("dist/2026/0302/b.html");
  expect(await written(room)).toEqual(expect.arrayContaining(["/index.html", "/2026/0302/b.html"]));
  await coldSite(room, { ...FILES, ...change });
});

test("what time alone changes meanwhile is seen", async () => {
  const room = makeNewsroom(FILES);
  await room.build();
  const change = { "content/news/2026-03-01-a.md": own("新的话。") };
  room.write(change);
  const later = { now: "2026-04-03T08:00:00+08:00" };
  expect(await written(room, later)).toContain("/2026/0303/c.html");
  await coldSite(room, { ...FILES, ...change }, later);
});

test("a preview in between leaves nothing behind", async () => {
  const room = makeNewsroom({
    ...FILES,
    "content/life/2026-03-04-d.md": article({ 标题: "丁", 草稿: "是" }),
  });
  await room.build();
  await room.build({ drafts: true });
  const change = { "content/news/2026-03-01-a.md": own("新的话。") };
  room.write(change);
  await room.build({ allowShrink: true });
  await coldSite(room, { ...FILES, ...change });
});

test("an edit that is taken back is seen as one", async () => {
  const room = makeNewsroom(FILES);
  for (const words of ["旧的话。", "新的话。", "旧的话。"]) {
    room.write({ "content/news/2026-03-01-a.md": own(words) });
    await room.build();
  }
  await coldSite(room, FILES);
});
