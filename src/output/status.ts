import { type Stats, statSync } from "node:fs";

/** What stands at a path; undefined where nothing does, be it that a file stands where the path has a folder. */
export function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}
