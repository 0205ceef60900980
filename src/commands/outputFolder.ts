import { existsSync, readdirSync } from "node:fs";
import { manifestPath, readManifest } from "../output/manifest.ts";
import { readOwnFiles } from "../output/ownFiles.ts";
import { type Context, UsageError } from "./context.ts";

/** Throws `UsageError` where the output folder holds files and none of them are known to be ours: somebody's folder was named by mistake. */
export function refuseForeignFolder({ order, outDir, language }: Context): void {
  if (!existsSync(outDir)) return;
  // Dot-files are a host's or git's own, as in a checkout that only waits for its first site.
  const names = readdirSync(outDir).filter((name) => !name.startsWith("."));
  if (names.length === 0) return;
  if (readOwnFiles(outDir).length > 0 || readManifest(manifestPath(order.root, outDir)).length > 0) return;
  throw new UsageError(
    language === "zh"
      ? `输出目录 ${outDir} 里已经有别的文件（${names.slice(0, 3).join("、")}……），没有发布。换一个目录；确实要用它，就加 --adopt，原有的文件不会删除`
      : `The output folder ${outDir} holds files of others (${names.slice(0, 3).join(", ")}…), so nothing was published. Name another one; if it is the right one, add --adopt: the files there will not be deleted`,
  );
}
