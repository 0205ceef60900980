import { chmodSync, copyFileSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const FILE = 0o644;
const FOLDER = 0o755;

/** Writes a file that every server may read, whatever the umask of whoever builds. */
export function writeReadable(file: string, content: string | Uint8Array): void {
  writeFileSync(file, content);
  setMode(file, FILE);
}

/** Copies a file so that every server may read the copy, whatever the rights of the original. */
export function copyReadable(from: string, to: string): void {
  copyFileSync(from, to);
  setMode(to, FILE);
}

/** Makes a folder that every server may enter, and those above it that are not there. */
export function makeReadable(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) setMode(made, FOLDER);
}

function setMode(path: string, mode: number): void {
  if ((statSync(path).mode & 0o777) === mode) return;
  try {
    chmodSync(path, mode);
  } catch (error) {
    // Some mounted disks have modes of their own for all that is on them.
    if (!["EPERM", "ENOTSUP"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
