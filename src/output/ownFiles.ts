import { readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isRoute, type Route } from "../model/route.ts";
import { writeReadable } from "./readable.ts";

/** The list of our own files inside the site. It outlives the cache: without it, what was taken down after the cache was lost would stay up for ever. */
const NAME = ".jianbao-files";

/** The routes that the list in `outDir` names; none where there is no list. A line that leads out of the site is damage. */
export function readOwnFiles(outDir: string): Route[] {
  return readList(outDir).split("\n").filter(isRoute);
}

/** Writes the list whole, where it is not as it should be already; the routes come in code-unit order. */
export function writeOwnFiles(outDir: string, routes: readonly Route[]): void {
  const list = routes.map((route) => `${route}\n`).join("");
  if (readList(outDir) === list) return;
  if (list === "") {
    rmSync(join(outDir, NAME), { force: true });
    return;
  }
  const temporary = join(outDir, `${NAME}.${process.pid}`);
  writeReadable(temporary, list);
  renameSync(temporary, join(outDir, NAME));
}

function readList(outDir: string): string {
  try {
    return readFileSync(join(outDir, NAME), "utf8");
  } catch {
    return ""; // not there, or not to be read: then nothing is known to be ours
  }
}
