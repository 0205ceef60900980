import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { type Route, toRoute } from "../model/route.ts";

/** A picture or attachment as it will be published. */
export interface PreparedFile {
  readonly path: string;
  readonly route: Route;
  readonly width?: number;
  readonly height?: number;
  /** Where its bytes are read again when it is published. */
  readonly onDisk: string;
  /** False for a picture whose size could not be read. */
  readonly isReadable: boolean;
}

/**
 * Reads a picture or attachment that a text refers to: its route and, for a picture, its size in pixels as it is shown.
 * A file below static/ keeps its path; one beside a text gets the hash of its bytes in its name, so that it can be
 * cached for ever. Throws only what the disk throws.
 */
export async function prepareFile(path: string, onDisk: string, isPicture: boolean): Promise<PreparedFile> {
  const bytes = await readFile(onDisk);
  const route = path.startsWith("static/") ? toRoute(path.slice("static/".length)) : hashedRoute(path, bytes);
  if (!isPicture) return { path, route, onDisk, isReadable: true };
  try {
    const { autoOrient } = await sharp(bytes).metadata();
    return { path, route, onDisk, width: autoOrient.width, height: autoOrient.height, isReadable: true };
  } catch {
    return { path, route, onDisk, isReadable: false };
  }
}

function hashedRoute(path: string, bytes: Uint8Array): Route {
  const [, stem = "", ending = ""] = /([^/]+)\.([^./]+)$/.exec(path) ?? [];
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const safe = stem.replace(/[\\?#%"<>|*:\s]/g, "-");
  return toRoute(`assets/media/${safe}.${hash}.${ending.toLowerCase()}`);
}
