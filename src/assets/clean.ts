import { aigcXmp } from "./aigc.ts";
import { cleanGif } from "./cleanGif.ts";
import { cleanJpeg } from "./cleanJpeg.ts";
import { cleanPng } from "./cleanPng.ts";
import { cleanWebp } from "./cleanWebp.ts";
import { labelled, loadSharp } from "./sharp.ts";
import { MOST_PIXELS, type Photo } from "./survey.ts";

/** Change it with anything that changes the bytes of a cleaned picture. */
export const CLEANING = 2;

/**
 * An original as it may be published: without metadata, so that it tells nothing of where and with what it was taken, but
 * its colour profile, its turn and its AIGC label. Its pixels are not encoded anew, unless it is too damaged to be taken apart
 * or is an AVIF that has no room for its label.
 */
export async function cleanPhoto(
  bytes: Buffer,
  photo: Pick<Photo, "format" | "orientation" | "aigc">,
): Promise<Buffer> {
  try {
    return await cleanAs(bytes, photo);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return encodeAnew(bytes, photo);
  }
}

/** A GIF goes on moving. Of no other kind could sharp write a moving picture here: a WebP that cannot be taken apart it does not read either. */
async function encodeAnew(bytes: Buffer, { format, aigc }: Pick<Photo, "format" | "aigc">): Promise<Buffer> {
  const sharp = await loadSharp();
  const decoded = sharp(bytes, { animated: format === "gif", limitInputPixels: MOST_PIXELS });
  return labelled(decoded.autoOrient().keepIccProfile().toFormat(format), aigc).toBuffer();
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

/** In an AVIF the places of all parts are written down, so its metadata is overwritten where it stands. Throws RangeError where its XMP has no room for the label. */
async function blankMetadata(bytes: Buffer, aigc: string | undefined): Promise<Buffer> {
  const sharp = await loadSharp();
  const { exif, xmp } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
  const label = Buffer.from(aigc === undefined ? "" : aigcXmp(aigc));
  if (label.length > (xmp?.length ?? 0)) throw new RangeError("the label has no room");
  const cleaned = Buffer.from(bytes);
  if (exif !== undefined) overwrite(cleaned, exif, Buffer.alloc(exif.length));
  if (xmp !== undefined) overwrite(cleaned, xmp, Buffer.concat([label, Buffer.alloc(xmp.length, " ")]));
  return cleaned;
}

/** Puts so much of `instead` where a part stands. */
function overwrite(bytes: Buffer, part: Buffer, instead: Buffer): void {
  const at = bytes.indexOf(part);
  if (at < 0) throw new RangeError("the metadata stands nowhere");
  instead.copy(bytes, at, 0, part.length);
}
