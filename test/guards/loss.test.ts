import { mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/commands/context.ts";
import { article, type Files, makeNewsroom } from "../support/newsroom.ts";

const pathOf = (at: number) => `content/news/2026-03-01-${String(at).padStart(2, "0")}.md`;
const articles = (count: number): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [pathOf(at), article({ 标题: `题${at}` })]));

/** A published site of so many articles, of which some are then deleted. */
async function afterLoss(count: number, gone: number) {
  const room = makeNewsroom(articles(count));
  expect((await room.build()).code).toBe(0);
  const before = room.site();
  room.remove(...Array.from({ length: gone }, (_, at) => pathOf(at)));
  return { room, before };
}

describe("a build that would lose articles", () => {
  test("of which more than ten and more than a fifth are gone is refused, and the site stands", async () => {
    const { room, before } = await afterLoss(40, 11);
    const { code, stderr } = await room.build();
    expect(code).toBe(1);
    expect(stderr).toContain("pages/shrunk");
    expect(stderr).toMatch(/上次发布的 40 个网址里，这次少了 11 个[\s\S]+--allow-shrink/);
    expect(room.site()).toEqual(before);
    expect(readdirSync(room.outDir)).not.toContain(".jianbao-staging");
    expect((await room.build({ allowShrink: true })).code).toBe(0);
    expect(room.site().has("/2026/0301/00.html")).toBe(false);
  });

  test("is refused where the cache was lost as well", async () => {
    const { room, before } = await afterLoss(40, 20);
    rmSync(join(room.root, ".cache"), { recursive: true });
    expect((await room.build()).code).toBe(1);
    expect(room.site()).toEqual(before);
  });

  test.each([
    ["ten of twenty", 20, 10],
    ["a fifth of sixty", 60, 12],
  ])("by %s goes out, with a warning for each address", async (_, count, gone) => {
    const { room } = await afterLoss(count, gone);
    const { code, stderr } = await room.build();
    expect(code).toBe(0);
    expect(stderr.match(/pages\/vanished/g)).toHaveLength(gone);
  });

  test("is not refused for what is only hidden, withdrawn or expired", async () => {
    const room = makeNewsroom(articles(30));
    await room.build();
    const ways: readonly Readonly<Record<string, string>>[] = [
      { 草稿: "是" },
      { 撤稿: "{日期: 2026-03-02, 原因: 有误}" },
      { 下线时间: "2026-03-20" },
    ];
    room.write(
      Object.fromEntries(
        Array.from({ length: 24 }, (_, at) => [pathOf(at), article({ 标题: `题${at}`, ...ways[at % 3] })]),
      ),
    );
    expect((await room.build()).code).toBe(0);
  });
});

describe("an output folder", () => {
  const foreign = () => makeNewsroom({ ...articles(1), "dist/thesis.doc": "x", "dist/.git": "x" });

  test("with files of others is refused, and they stay as they are", async () => {
    const room = foreign();
    await expect(room.build()).rejects.toThrow(UsageError);
    await expect(room.build()).rejects.toThrow(/thesis\.doc[\s\S]+--adopt/);
    expect([...room.site().keys()]).toEqual(["/.git", "/thesis.doc"]);
  });

  test("is taken with --adopt, and is ours from then on; nothing of others is ever removed", async () => {
    const room = foreign();
    expect((await room.build({ adopt: true })).code).toBe(0);
    expect((await room.build()).code).toBe(0);
    rmSync(join(room.root, ".cache"), { recursive: true });
    expect((await room.build()).code).toBe(0);
    expect([...room.site().keys()]).toContain("/thesis.doc");
  });

  test("with dot-files alone counts as empty", async () => {
    const room = makeNewsroom({ ...articles(1), "dist/.git": "x", "dist/.nojekyll": "" });
    expect((await room.build()).code).toBe(0);
  });

  test.each(["content", "content/out", "."])("%s is refused", async (out) => {
    const room = makeNewsroom(articles(1));
    await expect(room.build({ out: join(room.root, out) })).rejects.toThrow("不能互相包含");
  });

  test("that a link leads into content/ is refused", async () => {
    const room = makeNewsroom(articles(1));
    mkdirSync(join(room.root, "content/static"));
    symlinkSync("content/static", join(room.root, "dist"));
    await expect(room.build()).rejects.toThrow("不能互相包含");
    expect(readdirSync(join(room.root, "content/static"))).toEqual([]);
  });
});

describe("the ledger counts every article once: its sum is the number of files", () => {
  const states: readonly Readonly<Record<string, string>>[] = [
    {},
    { 草稿: "是" },
    { 日期: "2026-05-01" },
    { 下线时间: "2026-03-02" },
    { 撤稿: "{日期: 2026-03-02, 原因: 有误}" },
  ];
  const files = Object.fromEntries(
    Array.from({ length: 23 }, (_, at) => [
      pathOf(at),
      article({ 标题: `题${at}`, ...states[at % states.length] }),
    ]),
  );
  const KINDS = ["published", "asBefore", "draft", "scheduled", "expired", "withdrawn", "failed"];

  test.each([
    ["of a site that is published", {}, {}, 0],
    ["of one with errors", { [pathOf(30)]: "没有开头", [pathOf(31)]: article({ 标题: "" }) }, {}, 1],
    [
      "with --skip-broken",
      { [pathOf(0)]: "没有开头", [pathOf(31)]: article({ 标题: "" }) },
      { skipBroken: true },
      0,
    ],
  ])("%s", async (_, more, options, exitCode) => {
    const room = makeNewsroom(files);
    expect((await room.build()).code).toBe(0);
    room.write(more);
    const { code, stdout } = await room.build({ report: "json", ...options });
    expect(code).toBe(exitCode);
    const { ledger } = JSON.parse(stdout) as { readonly ledger: Readonly<Record<string, number>> };
    expect(Object.keys(ledger)).toEqual(KINDS);
    const sum = Object.values(ledger).reduce((total, count) => total + count, 0);
    expect(sum).toBe(Object.keys({ ...files, ...more }).length);
  });
});
