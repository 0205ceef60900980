import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { surveyPicture } from "../../src/assets/survey.ts";
import { movingGif, photo, pngHead } from "../support/photos.ts";

const AIGC = '{"Label":"1","ContentProducer":"云河融媒"}';
const xmp = (fields: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" ${fields}</rdf:RDF></x:xmpmeta>`;

describe("the survey of a picture", () => {
  test("tells its size as it is shown, after the camera's turn", async () => {
    expect(await surveyPicture(await photo(60, 40, "jpeg", { orientation: 6 }))).toMatchObject({
      kind: "photo",
      format: "jpeg",
      width: 40,
      height: 60,
      orientation: 6,
      hasGps: false,
      isAnimated: false,
    });
  });

  test.each(["jpeg", "png", "webp", "avif"] as const)(
    "sees the position in the EXIF of a %s",
    async (format) => {
      expect(await surveyPicture(await photo(8, 8, format, { isPlaced: true }))).toMatchObject({
        hasGps: true,
      });
    },
  );

  test("sees the position in XMP", async () => {
    const placed = await photo(8, 8, "jpeg", { xmp: xmp('exif:GPSLatitude="29,35N"/>') });
    expect(await surveyPicture(placed)).toMatchObject({ hasGps: true });
  });

  test.each([
    ["an attribute of XMP", { xmp: xmp(`TC260:AIGC="${AIGC.replaceAll('"', "&quot;")}"/>`) }],
    ["an element of XMP", { xmp: xmp(`><TC260:AIGC>${AIGC}</TC260:AIGC></rdf:Description>`) }],
  ])("finds the AIGC label in %s", async (_, facts) => {
    expect(await surveyPicture(await photo(8, 8, "jpeg", facts))).toMatchObject({ aigc: AIGC });
  });

  test("finds the AIGC label in an EXIF text", async () => {
    const label = '{"Label":"1","ProduceID":"a{b}"}';
    const made = await photo(8, 8, "jpeg", { comment: `made {"AIGC": ${label}} today` });
    expect(await surveyPicture(made)).toMatchObject({ aigc: label });
  });

  test("sees that a GIF moves", async () => {
    expect(await surveyPicture(await movingGif(4, 4))).toMatchObject({ format: "gif", isAnimated: true });
  });

  test("refuses more than 50 megapixels by the head alone", async () => {
    // There is nothing in the file that could be decoded: only a survey that does not try can name the size.
    expect(await surveyPicture(pngHead(10_000, 5001))).toEqual({ kind: "bomb", width: 10_000, height: 5001 });
    expect(await surveyPicture(pngHead(10_000, 5000))).toEqual({ kind: "unreadable", looksLike: "damaged" });
  });

  test.each([
    ["no picture", async () => Buffer.from("not a picture")],
    ["a JPEG that is cut short", async () => (await photo(400, 400)).subarray(0, 1000)],
    ["a PNG that is cut short", async () => (await photo(400, 400, "png")).subarray(0, 600)],
    [
      "an SVG that is not UTF-8",
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>\xe9</text></svg>', "latin1"),
    ],
    [
      "a TIFF, which browsers do not show",
      () =>
        sharp(Buffer.alloc(48), { raw: { width: 4, height: 4, channels: 3 } })
          .tiff()
          .toBuffer(),
    ],
  ])("cannot read %s", async (_, make) => {
    expect(await surveyPicture(await make())).toEqual({ kind: "unreadable", looksLike: "damaged" });
  });

  test.each([
    ["an empty file", "", "nothing"],
    ["a photograph in HEVC", "\0\0\0\x18ftypheic\0\0\0\0mif1heic", "iphonePhoto"],
    ["a web page", "<!DOCTYPE html><html><body>404</body></html>", "webPage"],
  ])("cannot read %s, and knows it", async (_, bytes, looksLike) => {
    expect(await surveyPicture(Buffer.from(bytes, "latin1"))).toEqual({ kind: "unreadable", looksLike });
  });

  test("tells the size of a drawing, and the same hash whatever its line ends", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20">\n<path d="M0 0"/>\n</svg>\n';
    const drawing = await surveyPicture(Buffer.from(svg));
    expect(drawing).toMatchObject({ kind: "drawing", width: 30, height: 20 });
    expect(await surveyPicture(Buffer.from(svg.replaceAll("\n", "\r\n")))).toEqual(drawing);
  });

  test("knows a drawing that has no size, and a script in one that cannot be drawn", async () => {
    const sizeless = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>';
    expect(await surveyPicture(Buffer.from(sizeless))).toMatchObject({ kind: "drawing" });
    const broken = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script>';
    expect(await surveyPicture(Buffer.from(broken))).toMatchObject({ kind: "refused", what: "<script>" });
  });

  test("tells line and column of what a drawing must not hold", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg">\n  <g/>\n  <script>alert(1)</script>\n</svg>';
    expect(await surveyPicture(Buffer.from(svg))).toEqual({
      kind: "refused",
      what: "<script>",
      line: 3,
      column: 3,
    });
  });
});
