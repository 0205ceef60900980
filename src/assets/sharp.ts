import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Sharp } from "sharp";
import { aigcXmp } from "./aigc.ts";

/** Loads sharp and its machine code, which takes a tenth of a second: most builds have no picture to look at. */
export async function loadSharp() {
  const { default: sharp } = await import("sharp");
  return sharp;
}

/** A picture that will be written with its AIGC label, where it has one, and no other metadata of that kind. */
export function labelled(picture: Sharp, aigc: string | undefined): Sharp {
  return aigc === undefined ? picture : picture.withXmp(aigcXmp(aigc));
}

/** sharp's version, read without loading it. It fixes those of the decoders and encoders that npm installs with it. */
export const SHARP_VERSION = readVersion();

function readVersion(): string {
  const load = createRequire(import.meta.url);
  return load(join(dirname(load.resolve("sharp")), "../package.json")).version;
}
