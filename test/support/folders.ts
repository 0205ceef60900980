import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders: string[] = [];

/** Makes a folder that is gone when the test file ends; its real path. */
export function temporaryFolder(name = ""): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `jianbao-${name}`)));
  folders.push(folder);
  return folder;
}

/** Removes them all. */
export function sweepFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
