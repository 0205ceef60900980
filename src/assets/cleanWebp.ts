import { aigcXmp } from "./aigc.ts";
import { orientationExif } from "./cleanJpeg.ts";
import type { KeptFacts } from "./survey.ts";

const KEPT = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"]);
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

/** A WebP without EXIF and XMP but the turn and the AIGC label. Throws RangeError where it is cut short. */
export function cleanWebp(bytes: Buffer, { orientation, aigc }: KeptFacts): Buffer {
  const parts: Buffer[] = [];
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  for (let at = 12; at + 8 <= end; ) {
    const size = bytes.readUInt32LE(at + 4);
    const next = at + 8 + size + (size % 2);
    if (at + 8 + size > bytes.length) throw new RangeError("the WebP is cut short");
    const name = bytes.toString("latin1", at, at + 4);
    if (KEPT.has(name)) parts.push(padded(bytes.subarray(at, at + 8 + size)));
    at = next;
  }
  const [first] = parts;
  // Only the extended form has metadata to lose or a place for it.
  if (first?.toString("latin1", 0, 4) !== "VP8X") return riff(parts);
  const flags = (orientation > 1 ? HAS_EXIF : 0) | (aigc === undefined ? 0 : HAS_XMP);
  const extended = Buffer.from(first);
  extended.writeUInt8((extended.readUInt8(8) & ~(HAS_EXIF | HAS_XMP)) | flags, 8);
  return riff([
    extended,
    ...parts.slice(1),
    ...(orientation > 1 ? [chunk("EXIF", orientationExif(orientation))] : []),
    ...(aigc === undefined ? [] : [chunk("XMP ", Buffer.from(aigcXmp(aigc)))]),
  ]);
}

function riff(chunks: readonly Buffer[]): Buffer {
  const content = Buffer.concat([Buffer.from("WEBP"), ...chunks]);
  return Buffer.concat([sized("RIFF", content.length), content]);
}

function chunk(name: string, content: Buffer): Buffer {
  return padded(Buffer.concat([sized(name, content.length), content]));
}

function sized(name: string, length: number): Buffer {
  const head = Buffer.from(`${name}\0\0\0\0`, "latin1");
  head.writeUInt32LE(length, 4);
  return head;
}

function padded(bytes: Buffer): Buffer {
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
}
