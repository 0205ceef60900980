const GPS_POINTER = 0x8825;

/** Whether a picture's EXIF or XMP tells where it was taken. Damaged metadata tells nothing. */
export function tellsPlace({
  exif,
  xmp,
}: {
  readonly exif?: Uint8Array | undefined;
  readonly xmp?: Uint8Array | undefined;
}): boolean {
  if (xmp !== undefined && /[:\s]GPS(?:Latitude|Longitude)\b/.test(new TextDecoder().decode(xmp)))
    return true;
  return exif !== undefined && hasGpsDirectory(exif);
}

/** EXIF is a TIFF file; its first directory points to that of the position. */
function hasGpsDirectory(exif: Uint8Array): boolean {
  const bytes = Buffer.from(exif.buffer, exif.byteOffset, exif.length);
  const tiff = bytes.toString("latin1", 0, 6) === "Exif\0\0" ? bytes.subarray(6) : bytes;
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const directory = long(4);
    const tags = Array.from({ length: short(directory) }, (_, n) => short(directory + 2 + 12 * n));
    return tags.includes(GPS_POINTER);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
