import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE } from "../model/package.ts";

/** The tool's version, from its package. */
export const VERSION: string = (
  JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as { version: string }
).version;
