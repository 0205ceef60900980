import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { developPicture } from "../../src/assets/develop.ts";
import { planRenditions } from "../../src/assets/recipe.ts";
import { surveyPicture } from "../../src/assets/survey.ts";
import { blocks, photo, pixelAt } from "../support/photos.ts";

async function develop(bytes: Buffer) {
  const survey = await surveyPicture(bytes);
  if (survey.kind !== "photo") throw new Error(`surveyed as ${survey.kind}`);
  const { plain, webp } = planRenditions("news/a.jpg", survey);
  const renditions = [...plain, ...webp];
  const made = await developPicture(bytes, survey, renditions);
  return renditions.map((rendition, n) => ({ ...rendition, bytes: made[n] ?? Buffer.alloc(0) }));
}

const LABEL = '{"Label":"1","ContentProducer":"云河<融媒>&\'"}'.replace("'", "");

describe("developing", () => {
  test("gives each rendition its kind and size", async () => {
    for (const { kind, width, height, bytes } of await develop(await photo(500, 333))) {
      expect(await sharp(bytes).metadata()).toMatchObject({ format: kind, width, height });
    }
  });

  test("turns the picture as its camera noted", async () => {
    // Red stands at the left; a quarter turn to the right puts it at the top.
    for (const { bytes, width, height } of await develop(await photo(300, 200, "jpeg", { orientation: 6 }))) {
      expect(width).toBeLessThan(height);
      const [red = 0, , blue = 0] = await pixelAt(bytes, Math.floor(width / 2), 2);
      const [redBelow = 0, , blueBelow = 0] = await pixelAt(bytes, Math.floor(width / 2), height - 3);
      expect([red > 200, blue < 60, redBelow < 60, blueBelow > 200]).toEqual([true, true, true, true]);
    }
  });

  test("leaves nothing of the metadata", async () => {
    const original = await photo(300, 200, "jpeg", { isPlaced: true, comment: "at home", orientation: 3 });
    expect(original.includes("Cameramaker") && original.includes("at home")).toBe(true);
    for (const { bytes } of await develop(original)) {
      const { exif, xmp, iptc, icc } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
      for (const trace of ["Exif", "Cameramaker", "at home"]) expect(bytes.includes(trace)).toBe(false);
    }
  });

  test("keeps the AIGC label in every kind, to the letter", async () => {
    const escaped = LABEL.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" TC260:AIGC="${escaped}" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="林晓禾"/></rdf:RDF></x:xmpmeta>`;
    for (const format of ["jpeg", "png", "webp"] as const) {
      for (const { bytes } of await develop(await photo(300, 200, format, { xmp, isPlaced: true }))) {
        expect(await surveyPicture(bytes)).toMatchObject({ aigc: LABEL, hasGps: false });
        expect(bytes.includes("林晓禾")).toBe(false);
      }
    }
  });

  test("shows a wide colour space in sRGB", async () => {
    const p3 = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#c86432" } })
      .withIccProfile("p3", { attach: true })
      .png()
      .toBuffer();
    const raw = await pixelAt(
      await sharp(p3)
        .keepIccProfile()
        .raw()
        .toBuffer()
        .then(() => p3),
      5,
      5,
    );
    for (const { bytes, kind } of await develop(p3)) {
      if (kind !== "png") continue;
      expect(await pixelAt(bytes, 5, 5)).toEqual(raw);
      expect((await sharp(bytes).metadata()).icc).toBeUndefined();
    }
  });

  test("keeps what is clear clear", async () => {
    const clear = await sharp({ create: { width: 300, height: 200, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer();
    for (const { bytes } of await develop(clear)) expect((await sharp(bytes).stats()).isOpaque).toBe(false);
  });

  test("gives the same bytes twice", async () => {
    const original = await blocks(900, 600).jpeg().toBuffer();
    const [once, again] = [await develop(original), await develop(original)];
    expect(once.map(({ bytes }) => bytes.toString("base64"))).toEqual(
      again.map(({ bytes }) => bytes.toString("base64")),
    );
  });
});
