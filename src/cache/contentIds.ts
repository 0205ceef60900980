import type { BigIntStats } from "node:fs";
import { type ContentId, contentIdOfFile } from "./contentId.ts";
import { type KnownContent, readGitIndex } from "./gitIndex.ts";

/** Tells what a file holds, by its path on disk. */
export interface ContentIds {
  /** Its id; what git's index knows is not read, and nothing is read twice. `status` is what `lstat` says of the file. */
  readonly of: (file: string, status?: BigIntStats) => ContentId;
  /** Whether a file still holds what was told of it. */
  readonly isStill: (file: string) => boolean;
  /** Git's name for an unchanged file of a checkout; where line ends are converted on checkout it is not that of its bytes. */
  readonly inGit: KnownContent;
}

/** The ids of files below a folder, as they are when they are first asked for. Git's index is read only then: that of a large archive takes its time. */
export function openContentIds(folder: string): ContentIds {
  let index: KnownContent | undefined;
  const inGit: KnownContent = (file, status) => {
    index ??= readGitIndex(folder);
    return index(file, status);
  };
  const known = new Map<string, ContentId>();
  const now = (file: string, status?: BigIntStats) => inGit(file, status) ?? contentIdOfFile(file);
  const of = (file: string, status?: BigIntStats): ContentId => {
    const id = known.get(file) ?? now(file, status);
    known.set(file, id);
    return id;
  };
  return { of, isStill: (file) => known.get(file) === now(file), inGit };
}
