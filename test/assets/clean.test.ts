import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { cleanPhoto } from "../../src/assets/clean.ts";
import { type Photo, surveyPicture } from "../../src/assets/survey.ts";
import { blocks, movingGif, photo } from "../support/photos.ts";

const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" TC260:AIGC="{&quot;Label&quot;:&quot;2&quot;}" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="29,35.1N"/></rdf:RDF></x:xmpmeta>';

async function clean(bytes: Buffer): Promise<Buffer> {
  return cleanPhoto(bytes, (await surveyPicture(bytes)) as Photo);
}

/** All pixels as they are stored, before any turn. */
const pixels = async (bytes: Buffer) =>
  (await sharp(bytes, { animated: true }).raw().toBuffer()).toString("base64");

describe.each(["jpeg", "png", "webp", "avif"] as const)("a cleaned %s", (format) => {
  test("tells nothing but its turn and the AIGC label, and has the same pixels", async () => {
    const original = await photo(60, 40, format, {
      orientation: 6,
      isPlaced: true,
      xmp: XMP,
      comment: "at home",
    });
    const cleaned = await clean(original);
    const before = await surveyPicture(original);
    const after = await surveyPicture(cleaned);
    expect(before).toMatchObject({ hasGps: true, aigc: '{"Label":"2"}' });
    expect({ ...after, hash: "", bytes: 0 }).toEqual({ ...before, hash: "", bytes: 0, hasGps: false });
    for (const trace of ["Cameramaker", "at home", "29,35"]) expect(cleaned.includes(trace)).toBe(false);
    expect(await pixels(cleaned)).toBe(await pixels(original));
  });

  test("keeps its colour profile, and its bytes where there is nothing to take", async () => {
    const plain = await blocks(60, 40).withIccProfile("p3").toFormat(format).toBuffer();
    const bare = await clean(plain);
    expect((await sharp(bare).metadata()).icc).toEqual((await sharp(plain).metadata()).icc);
    expect((await clean(bare)).equals(bare)).toBe(true);
  });
});

describe("a cleaned JPEG", () => {
  test("loses what phones hang on behind its end", async () => {
    const original = await blocks(60, 40).jpeg().toBuffer();
    const second = await photo(8, 8, "jpeg", { isPlaced: true });
    expect(await clean(Buffer.concat([original, second]))).toEqual(original);
  });

  test("keeps all scans of a progressive one", async () => {
    const original = await blocks(64, 64)
      .jpeg({ progressive: true })
      .withExif({ IFD0: { Make: "Cameramaker" } })
      .toBuffer();
    const cleaned = await clean(original);
    expect(cleaned.length).toBeLessThan(original.length);
    expect(await pixels(cleaned)).toBe(await pixels(original));
  });
});

describe("a cleaned GIF", () => {
  test("still moves, and has lost its comment", async () => {
    const original = await movingGif(20, 10);
    const cleaned = await clean(original);
    expect([original.includes("Yunhe"), cleaned.includes("Yunhe")]).toEqual([true, false]);
    expect((await sharp(cleaned, { animated: true }).metadata()).pages).toBe(2);
    expect(await pixels(cleaned)).toBe(await pixels(original));
  });
});

test("a picture that decoders read but that cannot be taken apart is encoded anew", async () => {
  const whole = await photo(60, 40, "png", { comment: "at home" });
  const odd = whole.subarray(0, -12); // without its last chunk
  const cleaned = await cleanPhoto(odd, { format: "png", orientation: 1 });
  expect(cleaned.includes("at home")).toBe(false);
  expect(await sharp(cleaned).metadata()).toMatchObject({ format: "png", width: 60, height: 40 });
});
