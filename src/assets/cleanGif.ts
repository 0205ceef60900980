import { aigcLabel, aigcXmp } from "./aigc.ts";

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const COMMENT = 0xfe;
const APPLICATION = 0xff;
/** What applications wrote that changes how the picture moves or looks. */
const KEPT = new Set(["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"]);

/** A GIF without comments and XMP but the AIGC label. Throws RangeError where it is cut short. */
export function cleanGif(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let label: string | undefined;
  let at = 13 + tableSize(bytes.readUInt8(10));
  parts.push(bytes.subarray(0, at));
  while (bytes.readUInt8(at) !== TRAILER) {
    const end = endOfBlock(bytes, at);
    const block = bytes.subarray(at, end);
    if (isKept(block)) parts.push(block);
    else label ??= aigcLabel({ xmp: block });
    at = end;
  }
  if (label !== undefined) parts.push(xmpBlock(label));
  return Buffer.concat([...parts, Buffer.from([TRAILER])]);
}

function isKept(block: Buffer): boolean {
  if (block[0] !== EXTENSION) return true;
  if (block[1] === APPLICATION) return KEPT.has(block.toString("latin1", 3, 14));
  return block[1] !== COMMENT;
}

function endOfBlock(bytes: Buffer, at: number): number {
  switch (bytes.readUInt8(at)) {
    case EXTENSION:
      return endOfParts(bytes, at + 2);
    case IMAGE:
      return endOfParts(bytes, at + 10 + tableSize(bytes.readUInt8(at + 9)) + 1);
    default:
      throw new RangeError("the GIF is damaged");
  }
}

function endOfParts(bytes: Buffer, start: number): number {
  let at = start;
  for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) at += 1 + length;
  return at + 1;
}

function tableSize(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** XMP stands in a GIF as it is, with a tail that leads whoever reads it in parts to its end. */
function xmpBlock(label: string): Buffer {
  const tail = Buffer.from([1, ...Array.from({ length: 256 }, (_, n) => 255 - n), 0]);
  return Buffer.concat([
    Buffer.from([EXTENSION, APPLICATION, 11]),
    Buffer.from(`XMP DataXMP${aigcXmp(label)}`),
    tail,
  ]);
}
