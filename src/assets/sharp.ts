import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** Loads sharp and its machine code, which takes a tenth of a second: most builds have no picture to look at. */
export async function loadSharp() {
  const { default: sharp } = await import("sharp");
  return sharp;
}

/** sharp's version, read without loading it. It fixes those of its decoders and encoders, which come built with it. */
export const SHARP_VERSION: string = require(
  join(dirname(require.resolve("sharp")), "../package.json"),
).version;
