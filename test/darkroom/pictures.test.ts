import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { surveyPicture } from "../../src/assets/survey.ts";
import { check } from "../../src/commands/check.ts";
import {
  article,
  capture,
  type Files,
  makeNewsroom,
  type Newsroom,
  NOW,
  snapshot,
} from "../support/newsroom.ts";
import { blocks, movingGif, photo, pngHead } from "../support/photos.ts";

const STORY = "content/news/2026-03-29-bridge";
const story = (body: string, fields: Readonly<Record<string, string>> = {}) =>
  article({ 标题: "大桥通车", ...fields }, body);
const bytesOf = (room: Newsroom, route: string) => Buffer.from(room.site().get(route) ?? "", "latin1");
const media = (room: Newsroom) =>
  [...room.site().keys()].filter((route) => route.startsWith("/assets/media/"));

describe("a site with a photograph that tells where it was taken", async () => {
  const placed = await photo(1000, 600, "jpeg", { isPlaced: true, orientation: 6, comment: "at home" });
  const room = makeNewsroom({
    [`${STORY}/index.md`]: story(
      "文字。\n\n![桥](p.jpg)\n\n[原图](p.jpg)\n\n![图](/images/s.png)\n\n![动](m.gif)",
      {
        题图: "c.webp",
      },
    ),
    [`${STORY}/p.jpg`]: placed,
    [`${STORY}/c.webp`]: await photo(300, 200, "webp", { isPlaced: true }),
    [`${STORY}/m.gif`]: await movingGif(20, 10),
    "content/static/images/s.png": await photo(50, 50, "png", { isPlaced: true }),
    "content/static/images/unused.jpg": await photo(80, 60, "jpeg", { isPlaced: true }),
    "content/static/verify.txt": "GPSLatitude\n",
  });
  const { code, stderr } = await room.build();

  test("says so, and publishes", () => {
    expect(code).toBe(0);
    expect(stderr.match(/pictures\/gps/g)).toHaveLength(4);
    expect(stderr).toContain(`${STORY}/p.jpg`);
  });

  test("publishes no picture that tells it, nor with what it was taken", async () => {
    const pictures = [...room.site().keys()].filter((route) => /\.(?:jpg|png|webp|gif)$/.test(route));
    expect(pictures.length).toBeGreaterThan(10);
    for (const route of pictures) {
      const bytes = bytesOf(room, route);
      expect(await surveyPicture(bytes), route).toMatchObject({ kind: "photo", hasGps: false });
      for (const trace of ["Cameramaker", "at home", "taken at"])
        expect(bytes.includes(trace), route).toBe(false);
    }
  });

  test("publishes the original where a link leads to it, in its full size, and from content/static always", async () => {
    const link = /<a href="([^"]+)">原图/.exec(room.page("/2026/0329/bridge.html"))?.[1] ?? "";
    expect(await surveyPicture(bytesOf(room, link))).toMatchObject({
      width: 600,
      height: 1000,
      orientation: 6,
    });
    expect(media(room).filter((route) => /\/c\.[0-9a-f]{10}\.webp$/.test(route))).toEqual([]);
    expect(await surveyPicture(bytesOf(room, "/images/unused.jpg"))).toMatchObject({ width: 80 });
  });

  test("gives readers the widths to choose from, and the size of the picture as it is turned", () => {
    const page = room.page("/2026/0329/bridge.html");
    const source =
      /<source type="image\/webp" srcset="([^"]+)" sizes="[^"]+"><img src="[^"]+p\.[0-9a-f]{10}-600\.jpg" width="600" height="1000" loading="lazy" alt="桥"/.exec(
        page,
      );
    expect(source?.[1]?.match(/ \d+w/g)).toEqual([" 240w", " 400w", " 600w"]);
    for (const [, route = ""] of (source?.[1] ?? "").matchAll(/(\/\S+) \d+w/g))
      expect(room.site().has(route)).toBe(true);
  });

  test("loads the cover first", () => {
    const page = room.page("/2026/0329/bridge.html");
    const preload =
      /<link rel="preload" as="image" imagesrcset="([^"]+)" imagesizes="[^"]+" fetchpriority="high">/.exec(
        page,
      );
    expect(preload?.[1]).toMatch(
      /\/c\.[0-9a-f]{10}-240\.webp 240w, \/assets\/media\/c\.[0-9a-f]{10}-300\.webp 300w$/,
    );
    expect(page).toContain(`srcset="${preload?.[1]}"`);
    expect(page.match(/fetchpriority="high"/g)).toHaveLength(2);
  });

  test("leaves a moving picture and what is no picture as they are", async () => {
    const moving = media(room).filter((route) => route.includes("/m."));
    expect(moving).toHaveLength(1);
    expect((await sharp(bytesOf(room, moving[0] ?? "")).metadata()).pages).toBe(2);
    expect(room.page("/verify.txt")).toBe("GPSLatitude\n");
  });

  test("says it again in a warm build, which writes nothing", async () => {
    const before = room.site();
    const again = await room.build();
    expect(again.stderr.match(/pictures\/gps/g)).toHaveLength(4);
    expect(again.stderr).toContain("写入 0 个文件");
    expect(room.site()).toEqual(before);
  });
});

const REFUSED: Readonly<Record<string, readonly [string, string | Buffer, string]>> = {
  "a drawing with a script": [
    "p.svg",
    '<svg xmlns="http://www.w3.org/2000/svg">\n<script/>\n</svg>',
    "p.svg:2:1 pictures/refused-svg",
  ],
  "a picture of too many pixels": ["p.png", pngHead(10_000, 6000), "p.png pictures/too-many-pixels"],
};

test.each(Object.entries(REFUSED))(
  "%s is an error, beside an article and in content/static",
  async (_, [name, bytes, told]) => {
    for (const [path, address] of [
      [`${STORY}/${name}`, name],
      [`content/static/images/${name}`, `/images/${name}`],
    ] as const) {
      const room = makeNewsroom({ [`${STORY}/index.md`]: story(`![图](${address})`), [path]: bytes });
      const { code, stderr } = await room.build();
      expect(code).toBe(1);
      expect(stderr).toContain(told);
      expect(stderr).not.toContain("missing-picture");
      expect(existsSync(room.outDir) ? [...room.site().keys()] : []).toEqual([]);
    }
  },
);

test("a picture that cannot be read is not published; its words stay, and it is told once", async () => {
  const cut = (await photo(400, 300)).subarray(0, 1000);
  const room = makeNewsroom({
    [`${STORY}/index.md`]: story("![桥的照片](p.jpg)\n\n[原图](/images/raw.heic)", { 题图: "p.jpg" }),
    [`${STORY}/p.jpg`]: cut,
    "content/static/images/raw.heic": "no picture",
  });
  const { code, stderr } = await room.build();
  expect(code).toBe(0);
  expect(stderr.match(/unreadable-picture|missing-picture/g)).toEqual([
    "unreadable-picture",
    "unreadable-picture",
  ]);
  expect(room.page("/2026/0329/bridge.html")).toContain("<figure>桥的照片</figure>");
  expect(room.page("/2026/0329/bridge.html")).toContain("<p>原图</p>");
  expect(media(room)).toEqual([]);
  expect(room.site().has("/images/raw.heic")).toBe(false);
});

test("a file larger than 10 MB is a warning", async () => {
  // Phones hang films on their pictures.
  const large = Buffer.concat([await photo(40, 30), Buffer.alloc(10_500_000)]);
  const room = makeNewsroom({ [`${STORY}/index.md`]: story("![图](p.jpg)"), [`${STORY}/p.jpg`]: large });
  expect((await room.build()).stderr).toContain("这张图片有 10.5 MB");
  expect(media(room).every((route) => bytesOf(room, route).length < 10_000)).toBe(true);
});

test("check finds the same, and makes nothing", async () => {
  const files: Files = {
    [`${STORY}/index.md`]: story("![桥](p.jpg)"),
    [`${STORY}/p.jpg`]: await photo(400, 300, "jpeg", { isPlaced: true }),
  };
  const room = makeNewsroom(files);
  const before = snapshot(room.root);
  const { stderr } = await capture(() => check({ root: room.root, lang: "zh", now: NOW, report: "pretty" }));
  expect(stderr).toContain("pictures/gps");
  expect(snapshot(room.root)).toEqual(before);
});

test("what only a draft or an embargoed article shows is not published in any size", async () => {
  const room = makeNewsroom({
    [`${STORY}/index.md`]: story("![图](a.jpg)", { 草稿: "是", 题图: "b.jpg" }),
    [`${STORY}/a.jpg`]: await photo(300, 200),
    [`${STORY}/b.jpg`]: await photo(310, 200),
    "content/news/2026-04-20-later/index.md": story("![图](c.jpg)"),
    "content/news/2026-04-20-later/c.jpg": await photo(320, 200),
    "content/news/2026-03-01-plain.md": story("文字"),
  });
  expect((await room.build()).code).toBe(0);
  expect(media(room)).toEqual([]);
});

test("a warm build, one after the cache was lost, one after the site was lost and a cold one give the same site", async () => {
  const first = await blocks(500, 300).jpeg().toBuffer();
  const room = makeNewsroom({
    [`${STORY}/index.md`]: story("![甲](p.jpg)\n\n![乙](/images/q.png)"),
    [`${STORY}/p.jpg`]: first,
    "content/static/images/q.png": await photo(90, 60, "png"),
  });
  await room.build();
  room.write({ [`${STORY}/p.jpg`]: await blocks(400, 300).jpeg().toBuffer() });
  await room.build();
  const warm = room.site();
  const lose = async (...paths: readonly string[]) => {
    for (const path of paths) rmSync(join(room.root, path), { recursive: true, force: true });
    await room.build();
    return room.site();
  };
  expect([...warm.keys()].filter((route) => route.includes("-500."))).toEqual([]);
  expect(await lose("dist")).toEqual(warm);
  expect(await lose(".cache")).toEqual(warm);
  expect(await lose(".cache", "dist")).toEqual(warm);
  await room.build({ cache: false });
  expect(room.site()).toEqual(warm);
});
