import { crc32 } from "node:zlib";
import { aigcXmp } from "./aigc.ts";
import { orientationExif } from "./cleanJpeg.ts";
import type { KeptFacts } from "./survey.ts";

const SIGNATURE_LENGTH = 8;
/** Chunks that a decoder may do without, but that change what is seen. Those with a capital are needed. */
const KEPT = new Set(
  "tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT".split(" "),
);

/** A PNG without its texts, times and EXIF but the turn and the AIGC label. Throws RangeError where it is cut short. */
export function cleanPng(bytes: Buffer, { orientation, aigc }: KeptFacts): Buffer {
  const parts: Buffer[] = [bytes.subarray(0, SIGNATURE_LENGTH)];
  for (let at = SIGNATURE_LENGTH; ; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (end > bytes.length) throw new RangeError("the PNG is cut short");
    if (/^[A-Z]/.test(type) || KEPT.has(type)) parts.push(bytes.subarray(at, end));
    if (type === "IEND") return Buffer.concat(parts);
    if (type === "IHDR") {
      if (orientation > 1) parts.push(chunk("eXIf", orientationExif(orientation)));
      if (aigc !== undefined)
        parts.push(chunk("iTXt", Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${aigcXmp(aigc)}`)));
    }
    at = end;
  }
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
