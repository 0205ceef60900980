import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { surveyPicture } from "../../src/assets/survey.ts";
import { expectRefused, type Told, type Trial, tryFiles } from "../support/guard.ts";
import { article, makeNewsroom } from "../support/newsroom.ts";
import { photo, pngHead } from "../support/photos.ts";

const drawing = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg">\n${inner}\n</svg>\n`;
const REFUSED = "pictures/refused-svg";

/** Each picture is bad in its own way. */
const BAD: Readonly<Record<string, readonly [name: string, content: string | Uint8Array, told: Told]>> = {
  "a drawing with a script": ["a.svg", drawing("<script>alert(1)</script>"), [`E 2:1 ${REFUSED}`]],
  "a drawing with a handler": ["b.svg", drawing('<g onload="alert(1)"/>'), [`E 2:1 ${REFUSED}`]],
  "a drawing with HTML": ["c.svg", drawing("<foreignObject><p/></foreignObject>"), [`E 2:1 ${REFUSED}`]],
  "a drawing whose link runs": ["d.svg", drawing('<a href="java&#x73;cript:x"/>'), [`E 2:1 ${REFUSED}`]],
  "a drawing called PNG": ["e.png", drawing("<script>alert(1)</script>"), [`E 2:1 ${REFUSED}`]],
  "a bomb in PNG": ["f.png", pngHead(10_000, 5001), ["E pictures/too-many-pixels"]],
  "a bomb in JPEG": ["g.jpg", jpegHead(10_000, 5001), ["E pictures/too-many-pixels"]],
  "a bomb in GIF": ["h.gif", gifHead(10_000, 5001), ["E pictures/too-many-pixels"]],
};
const names = Object.keys(BAD);
const STORY = "content/news/2026-03-10-a";

describe("in one build of a newsroom in which every picture is bad in its own way", () => {
  let trial: Trial;
  beforeAll(async () => {
    const all = Object.values(BAD);
    trial = await tryFiles({
      [`${STORY}/index.md`]: article({ 标题: "甲" }, all.map(([name]) => `![图](${name})`).join("\n\n")),
      ...Object.fromEntries(all.map(([name, content]) => [`${STORY}/${name}`, content])),
      // What stands in content/static is published even where no text shows it.
      ...Object.fromEntries(all.map(([name, content]) => [`content/static/${name}`, content])),
    });
  });

  test.each(names)("%s is told at its place, beside an article and in content/static", (name) => {
    const [file = "", , told] = BAD[name] ?? [];
    expect(trial.toldOf(`${STORY}/${file}`)).toEqual(told);
    expect(trial.toldOf(`content/static/${file}`)).toEqual(told);
  });

  test("nothing is published", () => expectRefused(trial));
});

test("a picture of more than 10 MB, and one that tells where it was taken, are warnings, and errors with --strict", async () => {
  const placed = await photo(300, 200, "jpeg", { isPlaced: true });
  const trial = await tryFiles({
    [`${STORY}/index.md`]: article(
      { 标题: "甲" },
      "![图](placed.jpg)\n\n![图](large.jpg)\n\n[原图](placed.jpg)",
    ),
    [`${STORY}/placed.jpg`]: placed,
    [`${STORY}/large.jpg`]: Buffer.concat([await photo(40, 30), Buffer.alloc(10_500_000)]),
    "content/static/also.jpg": placed,
  });
  expect(trial.code).toBe(0);
  expect(trial.toldOf(`${STORY}/placed.jpg`)).toEqual(["W pictures/gps"]);
  expect(trial.toldOf(`${STORY}/large.jpg`)).toEqual(["W pictures/large"]);
  expect(trial.toldOf("content/static/also.jpg")).toEqual(["W pictures/gps"]);
  const published = [...trial.after].filter(([route]) => /\.(?:jpg|webp)$/.test(route));
  expect(published.length).toBeGreaterThanOrEqual(4);
  for (const [route, bytes] of published)
    expect(await surveyPicture(Buffer.from(bytes, "latin1")), route).toMatchObject({ hasGps: false });
  expect((await trial.room.build({ strict: true })).code).toBe(1);
});

test("fifty megapixels are let in, and not one row more", async () => {
  const wide = await sharp({ create: { width: 10_000, height: 5000, channels: 3, background: "#fff" } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  expect(await surveyPicture(wide)).toMatchObject({ kind: "photo" });
  expect(await surveyPicture(pngHead(10_000, 5001))).toMatchObject({ kind: "bomb" });
});

test("a file beside an article that no text shows is not published, whatever it holds", async () => {
  const room = makeNewsroom({
    [`${STORY}/index.md`]: article({ 标题: "甲" }),
    [`${STORY}/a.svg`]: drawing("<script>alert(1)</script>"),
  });
  expect((await room.build({ strict: true })).code).toBe(0);
  expect([...room.site().keys()].filter((route) => route.endsWith(".svg"))).toEqual([]);
});

/** A JPEG's head that promises so many pixels, without any. */
function jpegHead(width: number, height: number): Buffer {
  const frame = Buffer.from("ffd8ffc0001108000000000301220002110103110100", "hex");
  frame.writeUInt16BE(height, 7);
  frame.writeUInt16BE(width, 9);
  const scan = Buffer.from("ffda000c03010002110311003f00ffd9", "hex");
  return Buffer.concat([frame.subarray(0, 21), scan]);
}

/** A GIF's head that promises so many pixels, and holds one. */
function gifHead(width: number, height: number): Buffer {
  const bytes = Buffer.from("47494638396101000100800000ff0000ffffff2c00000000010001000002024401003b", "hex");
  for (const [at, size] of [
    [6, width],
    [8, height],
    [24, width],
    [26, height],
  ] as const)
    bytes.writeUInt16LE(size, at);
  return bytes;
}
