import sharp, { type Sharp } from "sharp";

/** What a camera, a phone or an AI tool writes into a picture besides its pixels. */
export interface PhotoFacts {
  readonly orientation?: number;
  /** Writes a position, in EXIF. */
  readonly isPlaced?: boolean;
  readonly xmp?: string;
  readonly comment?: string;
}

/** Half red, half blue, so that a turn can be seen. */
export function blocks(width: number, height: number): Sharp {
  const half = Math.floor(width / 2);
  const blue = { create: { width: width - half, height, channels: 3 as const, background: "#0000ff" } };
  return sharp({ create: { width, height, channels: 3, background: "#ff0000" } }).composite([
    { input: blue, left: half, top: 0 },
  ]);
}

/** A picture with metadata, of any kind that holds some. */
export async function photo(
  width: number,
  height: number,
  format: "jpeg" | "png" | "webp" | "avif" = "jpeg",
  { orientation, isPlaced, xmp, comment }: PhotoFacts = {},
): Promise<Buffer> {
  const camera = { Make: "Cameramaker", ...(comment === undefined ? {} : { ImageDescription: comment }) };
  const position = {
    GPSLatitudeRef: "N",
    GPSLatitude: "29/1 35/1 0/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "120/1 6/1 0/1",
  };
  let picture = blocks(width, height).toFormat(format);
  if (orientation !== undefined) picture = picture.withMetadata({ orientation });
  picture = picture.withExif({ IFD0: camera, ...(isPlaced === true ? { IFD3: position } : {}) });
  if (xmp !== undefined) picture = picture.withXmp(xmp);
  return picture.toBuffer();
}

/** A moving GIF of two frames, with a comment. */
export async function movingGif(width: number, height: number): Promise<Buffer> {
  const frame = (background: string) =>
    sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer();
  const frames = [await frame("#ff0000"), await frame("#00ff00")];
  const gif = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100] })
    .toBuffer();
  const note = Buffer.from("taken at Yunhe");
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe, note.length]), note, Buffer.from([0])]);
  return Buffer.concat([gif.subarray(0, -1), comment, gif.subarray(-1)]);
}

/** The colour of a picture's pixel, as a browser that knows no profiles shows it. */
export async function pixelAt(bytes: Buffer, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 3)];
}

/** A PNG's head that promises so many pixels, without any. */
export function pngHead(width: number, height: number): Buffer {
  const bytes = Buffer.from(
    "89504e470d0a1a0a0000000d49484452000000000000000008020000000000000000000000494441540000000000000000",
    "hex",
  );
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
