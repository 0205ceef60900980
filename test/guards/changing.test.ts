import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withSurprise } from "../support/faults.ts";
import { article, type Files, makeNewsroom } from "../support/newsroom.ts";
import { svg } from "../support/pictures.ts";

const PATH = "content/news/2026-03-01-a.md";
const OLD: Files = {
  [PATH]: article({ 标题: "旧" }),
  "content/news/2026-03-02-b.md": article({ 标题: "乙" }),
};
const FIRST: Files = { ...OLD, [PATH]: article({ 标题: "先写的" }, "先写的正文。") };
const LAST: Files = { ...OLD, [PATH]: article({ 标题: "后写的" }, "后写的正文。") };

async function published(files: Files) {
  const room = makeNewsroom(files);
  expect((await room.build()).code).toBe(0);
  return room;
}

test.each([1, 2])(
  "a file that changes before its reading %i is published as one of its texts, and whatever it becomes later is published too",
  async (at) => {
    const [first, last] = [(await published(FIRST)).site(), (await published(LAST)).site()];
    const room = await published(OLD);
    room.write(FIRST);
    const file = join(room.root, PATH);
    const surprise = () => room.write(LAST);
    const { readings, result } = await withSurprise(file, at, surprise, () => room.build());
    expect(readings).toBe(2);
    expect(result.code).toBe(0);
    expect(room.site()).toEqual(last);
    room.write(FIRST);
    expect((await room.build()).code).toBe(0);
    expect(room.site()).toEqual(first);
    room.write(LAST);
    expect((await room.build()).code).toBe(0);
    expect(room.site()).toEqual(last);
  },
  60_000,
);

test("a file that is empty for a moment, as some programs save it, stops the press and is read whole by the next build", async () => {
  const room = await published(OLD);
  const before = room.site();
  room.write(LAST);
  const file = join(room.root, PATH);
  const empty = () => writeFileSync(file, "");
  const { result } = await withSurprise(file, 2, empty, () => room.build());
  expect(result.code).toBe(1);
  expect(room.site()).toEqual(before);
  room.write(LAST);
  expect((await room.build()).code).toBe(0);
  expect(room.page("/2026/0301/a.html")).toContain("后写的正文。");
});

describe("beside a text with a picture", () => {
  const PICTURE = "content/news/p.svg";
  const shown: Files = { ...OLD, [PATH]: article({ 标题: "有图的" }, "![图](p.svg)"), [PICTURE]: svg(5, 4) };

  test.each([
    ["the text", PATH],
    ["the picture", PICTURE],
  ])(
    "where %s vanishes while it is read, the build fails as the machine does, and the old site stands",
    async (_, path) => {
      const room = await published(OLD);
      const before = room.site();
      room.write(shown);
      const file = join(room.root, path);
      const build = withSurprise(
        file,
        1,
        () => rmSync(file),
        () => room.build(),
      );
      await expect(build).rejects.toMatchObject({ code: "ENOENT", path: file });
      expect(room.site()).toEqual(before);
      room.write(shown);
      expect((await room.build()).code).toBe(0);
      expect(room.page("/2026/0301/a.html")).toContain('width="5" height="4"');
    },
  );

  test("a picture that changes between two readings is not published under the other's name", async () => {
    const room = await published(OLD);
    const before = room.site();
    room.write(shown);
    const change = () => room.write({ [PICTURE]: svg(7, 6) });
    const build = withSurprise(join(room.root, PICTURE), 2, change, () => room.build());
    await expect(build).rejects.toMatchObject({ code: "EBUSY" });
    expect(room.site()).toEqual(before);
    expect((await room.build()).code).toBe(0);
    expect([...room.site().values()]).toContain(svg(7, 6));
  });
});
