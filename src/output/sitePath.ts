import { createHash } from "node:crypto";
import { join, relative, sep } from "node:path";

/** What is kept of a published site: its manifest, what was said of it, and what it was made from. */
export type SiteRecord = "published" | "standing" | "ground";

/** Where a record of the site in `outDir` stands: in the newsroom's cache, so that it outlives the site, one for each output folder. */
export function sitePath(root: string, outDir: string, record: SiteRecord): string {
  const name = relative(root, outDir).split(sep).join("/") || ".";
  const key = createHash("sha256").update(name).digest("hex").slice(0, 12);
  return join(root, ".cache", `${record}-${key}${record === "published" ? ".json" : ""}`);
}
