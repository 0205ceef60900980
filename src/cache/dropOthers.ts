import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Removes the files of a folder of the cache whose names are not wanted any more; where there is no folder, nothing. */
export function dropOthers(folder: string, wanted: ReadonlySet<string>): void {
  for (const name of namesIn(folder)) if (!wanted.has(name)) rmSync(join(folder, name), { force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
