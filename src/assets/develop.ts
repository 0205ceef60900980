import type { OutputInfo, Sharp } from "sharp";
import { ENCODING, type Rendition } from "./recipe.ts";
import { labelled, loadSharp } from "./sharp.ts";
import { MOST_PIXELS, type Photo } from "./survey.ts";

/**
 * Makes pictures of an original: turned as its camera noted, in sRGB, without any metadata but the AIGC label. The
 * original is decoded once, no larger than the widest is wanted; the bytes come in the order of `renditions`.
 */
export async function developPicture(
  original: Uint8Array,
  { aigc }: Pick<Photo, "aigc">,
  renditions: readonly Rendition[],
): Promise<Buffer[]> {
  const width = Math.max(...renditions.map((rendition) => rendition.width));
  const height = Math.max(...renditions.map((rendition) => rendition.height));
  const sharp = await loadSharp();
  const { data, info } = await sharp(original, { failOn: "error", limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .resize({ width, height, fit: "fill" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const made: Buffer[] = [];
  for (const rendition of renditions) {
    const decoded = sharp(data, { raw: rawOf(info), limitInputPixels: false });
    made.push(await encode(decoded, rendition, aigc));
  }
  return made;
}

function rawOf({ width, height, channels }: OutputInfo) {
  return { width, height, channels };
}

function encode(decoded: Sharp, rendition: Rendition, aigc: string | undefined): Promise<Buffer> {
  const sized = decoded.resize({ width: rendition.width, height: rendition.height, fit: "fill" });
  return labelled(encodeAs(rendition.kind, sized), aigc).toBuffer();
}

function encodeAs(kind: Rendition["kind"], sized: Sharp): Sharp {
  switch (kind) {
    case "webp":
      return sized.webp(ENCODING.webp);
    case "jpeg":
      return sized.jpeg(ENCODING.jpeg);
    case "png":
      return sized.png(ENCODING.png);
  }
}
