import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../model/diagnostic.ts";
import { CODE, PACKAGE } from "../model/package.ts";

let known: string | undefined;

/**
 * The tool itself as part of every cache key: our code, the versions that it was locked to, and the Unicode data that
 * segmenting and normalising read. A cache made by another tool is not wrong, only never asked.
 */
export function readToolId(): string {
  known ??= hashTool();
  return known;
}

function hashTool(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(CODE, { recursive: true, encoding: "utf8" }).sort(compareText)) {
    if (/\.[jt]s$/.test(name))
      hash
        .update(name)
        .update("\0")
        .update(readFileSync(join(CODE, name)));
  }
  hash.update(readLock());
  hash.update(`${process.versions.unicode} ${process.versions.icu}`);
  return hash.digest("hex");
}

/** A checkout has the lockfile; an installed package has the versions that its package.json pins. */
function readLock(): Buffer {
  try {
    return readFileSync(join(PACKAGE, "package-lock.json"));
  } catch {
    return readFileSync(join(PACKAGE, "package.json"));
  }
}
