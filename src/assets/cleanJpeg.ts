import { aigcXmp } from "./aigc.ts";
import type { KeptFacts } from "./survey.ts";

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;

/** A JPEG without its metadata but the turn of its camera and the AIGC label; its pixels stay as they are. What follows its end, as films and second pictures of phones do, goes. Throws RangeError where it is cut short. */
export function cleanJpeg(bytes: Buffer, { orientation, aigc }: KeptFacts): Buffer {
  const head: Buffer[] = [];
  const kept: Buffer[] = [];
  let at = 2;
  for (;;) {
    while (bytes.readUInt8(at) === 0xff && bytes.readUInt8(at + 1) === 0xff) at++;
    const marker = bytes.readUInt8(at + 1);
    if (marker === EOI) break;
    const end = marker === SOS ? endOfScan(bytes, at) : endOfSegment(bytes, at);
    const segment = bytes.subarray(at, end);
    if (isKept(marker, segment)) (marker === 0xe0 ? head : kept).push(segment);
    at = end;
  }
  return Buffer.concat([
    Buffer.from([0xff, SOI]),
    ...head,
    ...(orientation > 1
      ? [segmentOf(Buffer.concat([Buffer.from("Exif\0\0"), orientationExif(orientation)]))]
      : []),
    ...(aigc === undefined ? [] : [segmentOf(Buffer.from(`http://ns.adobe.com/xap/1.0/\0${aigcXmp(aigc)}`))]),
    ...kept,
    Buffer.from([0xff, EOI]),
  ]);
}

/** EXIF that says how the picture is to be turned, and nothing else. */
export function orientationExif(orientation: number): Buffer {
  const exif = Buffer.alloc(26);
  exif.write("MM\0*", "latin1");
  exif.writeUInt32BE(8, 4);
  exif.writeUInt16BE(1, 8);
  exif.writeUInt16BE(0x0112, 10);
  exif.writeUInt16BE(3, 12);
  exif.writeUInt32BE(1, 14);
  exif.writeUInt16BE(orientation, 18);
  return exif;
}

/** Of what applications wrote, only what the decoder needs: JFIF, the colour profile and Adobe's colour transform. */
function isKept(marker: number, segment: Buffer): boolean {
  if (marker === 0xe2) return segment.toString("latin1", 4, 15) === "ICC_PROFILE";
  if (marker >= 0xe0 && marker <= 0xef) return marker === 0xe0 || marker === 0xee;
  return marker !== 0xfe;
}

function endOfSegment(bytes: Buffer, at: number): number {
  const end = at + 2 + bytes.readUInt16BE(at + 2);
  if (end > bytes.length || bytes.readUInt8(at) !== 0xff) throw new RangeError("the JPEG is damaged");
  return end;
}

/** The coded pixels end at the next marker that is no restart. */
function endOfScan(bytes: Buffer, start: number): number {
  for (let at = endOfSegment(bytes, start); ; at++) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) throw new RangeError("the JPEG is cut short");
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
}

function segmentOf(content: Buffer): Buffer {
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
