import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Jianbao's own package, an absolute folder: found by its name, because what runs is bundled and stands elsewhere than its source. */
export const PACKAGE = dirname(createRequire(import.meta.url).resolve("jianbao/package.json"));

/** The folder of the code that runs: the compiled, or in tests the sources. */
export const CODE = join(PACKAGE, import.meta.url.endsWith(".ts") ? "src" : "lib");
