import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

/** So many bytes of a file are in memory at a time. */
const PIECE = 1 << 16;

/** Reads a file from its start to its end, however large it is. A piece stands only until the next is asked for. */
export function* readPieces(file: string): Generator<Uint8Array> {
  const handle = openSync(file, "r");
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    for (;;) {
      const length = readSync(handle, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}

/** The SHA-256 of a file, hexadecimal. */
export function hashFile(file: string): string {
  const hash = createHash("sha256");
  for (const piece of readPieces(file)) hash.update(piece);
  return hash.digest("hex");
}
