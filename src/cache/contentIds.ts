import { type BigIntStats, readFileSync } from "node:fs";
import { type ContentId, contentIdOf } from "./contentId.ts";
import { readGitIndex } from "./gitIndex.ts";

/** Tells what a file holds, by its path on disk. */
export interface ContentIds {
  /** Its id; what git's index knows is not read, and nothing is read twice. `status` is what `lstat` says of the file. */
  readonly of: (file: string, status?: BigIntStats) => ContentId;
  /** Git's name for an unchanged file of a checkout; where line ends are converted on checkout it is not that of its bytes. */
  readonly inGit: (file: string) => ContentId | undefined;
}

/** The ids of files below a folder, as they are from now on. */
export function openContentIds(folder: string): ContentIds {
  const inGit = readGitIndex(folder);
  const known = new Map<string, ContentId>();
  const of = (file: string, status?: BigIntStats): ContentId => {
    const id = known.get(file) ?? inGit(file, status) ?? contentIdOf(readFileSync(file));
    known.set(file, id);
    return id;
  };
  return { of, inGit };
}
