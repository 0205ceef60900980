import { aigcXmp } from "./aigc.ts";
import { cleanGif } from "./cleanGif.ts";
import { cleanJpeg } from "./cleanJpeg.ts";
import { cleanPng } from "./cleanPng.ts";
import { cleanWebp } from "./cleanWebp.ts";
import { loadSharp } from "./sharp.ts";
import { MOST_PIXELS, type Photo } from "./survey.ts";

/** Change it with anything that changes the bytes of a cleaned picture. */
export const CLEANING = 1;

/**
 * An original as it may be published: without metadata, so that it tells nothing of where and with what it was taken, but
 * its colour profile, its turn and its AIGC label. Its pixels are not encoded anew, unless it is too damaged to be taken apart.
 */
export async function cleanPhoto(
  bytes: Buffer,
  photo: Pick<Photo, "format" | "orientation" | "aigc">,
): Promise<Buffer> {
  try {
    return await cleanAs(bytes, photo);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const sharp = await loadSharp();
    return sharp(bytes, { limitInputPixels: MOST_PIXELS }).autoOrient().toFormat(photo.format).toBuffer();
  }
}

async function cleanAs(
  bytes: Buffer,
  photo: Pick<Photo, "format" | "orientation" | "aigc">,
): Promise<Buffer> {
  switch (photo.format) {
    case "jpeg":
      return cleanJpeg(bytes, photo);
    case "png":
      return cleanPng(bytes, photo);
    case "webp":
      return cleanWebp(bytes, photo);
    case "gif":
      return cleanGif(bytes);
    case "avif":
      return blankMetadata(bytes, photo.aigc);
  }
}

/** In an AVIF the places of all parts are written down, so its metadata is overwritten where it stands. */
async function blankMetadata(bytes: Buffer, aigc: string | undefined): Promise<Buffer> {
  const sharp = await loadSharp();
  const { exif, xmp } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
  const cleaned = Buffer.from(bytes);
  const label = aigc === undefined ? "" : aigcXmp(aigc);
  for (const [part, instead] of [
    [exif, ""],
    [xmp, label],
  ] as const) {
    if (part === undefined || part.length === 0) continue;
    const at = cleaned.indexOf(part);
    if (at < 0) throw new RangeError("the metadata stands nowhere");
    cleaned.fill(xmp === part ? " " : 0, at, at + part.length);
    if (Buffer.byteLength(instead) <= part.length) cleaned.write(instead, at);
  }
  return cleaned;
}
