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

describe("a cleaned AVIF keeps its AIGC label", () => {
  const LABEL = '{"Label":"1","ContentProducer":"Yunhe"}';
  const packet = (label: string) =>
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:T="t:"><T:AIGC>${label}</T:AIGC></rdf:Description></rdf:RDF></x:xmpmeta>`;

  test.each([
    ["EXIF alone", LABEL, { comment: `made {"AIGC": ${LABEL}} at home` }],
    ["EXIF, beside an XMP that is too short", LABEL, { comment: `{"AIGC": ${LABEL}}`, xmp: "<x/>" }],
    // Written out as we do it, each quotation mark is five characters.
    ["an XMP that is too short for it as we write it", '""'.repeat(99), { xmp: packet('""'.repeat(99)) }],
  ])("where it stood in %s", async (_, label, facts) => {
    const original = await photo(60, 40, "avif", { orientation: 6, isPlaced: true, ...facts });
    expect(await surveyPicture(original)).toMatchObject({ aigc: label, hasGps: true });
    const cleaned = await clean(original);
    expect(await surveyPicture(cleaned)).toMatchObject({
      format: "avif",
      aigc: label,
      hasGps: false,
      width: 40,
      height: 60,
    });
    for (const trace of ["Cameramaker", "at home"]) expect(cleaned.includes(trace)).toBe(false);
  });

  test("with its colour profile and its transparency, where it has to be encoded anew", async () => {
    const original = await blocks(60, 40)
      .ensureAlpha(0.5)
      .withIccProfile("p3")
      .withExif({ IFD0: { ImageDescription: `{"AIGC": ${LABEL}}` } })
      .avif()
      .toBuffer();
    const [before, after] = await Promise.all(
      [original, clean(original)].map(async (bytes) => sharp(await bytes).metadata()),
    );
    expect(after?.icc).toEqual(before?.icc);
    expect(after).toMatchObject({ hasAlpha: true, width: 60, height: 40, pages: 1 });
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

describe("a picture that decoders read but that cannot be taken apart", () => {
  test("is encoded anew, with its AIGC label and its colour profile", async () => {
    const whole = await blocks(60, 40).png().withIccProfile("p3").withXmp(XMP).toBuffer();
    const odd = whole.subarray(0, -12); // without its last chunk
    const cleaned = await clean(odd);
    expect(await surveyPicture(odd)).toMatchObject({ hasGps: true });
    expect(await surveyPicture(cleaned)).toMatchObject({
      format: "png",
      aigc: '{"Label":"2"}',
      hasGps: false,
    });
    const [{ icc }, after] = [await sharp(odd).metadata(), await sharp(cleaned).metadata()];
    expect(icc).toBeDefined();
    expect(after).toMatchObject({ icc, width: 60, height: 40 });
  });

  test("still moves", async () => {
    const odd = (await movingGif(20, 10)).subarray(0, -1); // without its end
    const cleaned = await clean(odd);
    expect(cleaned.includes("Yunhe")).toBe(false);
    expect(await sharp(cleaned, { animated: true }).metadata()).toMatchObject({
      pages: 2,
      delay: [100, 100],
    });
    expect(await pixels(cleaned)).toBe(await pixels(odd));
  });
});
