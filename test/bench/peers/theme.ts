import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { PeerFile } from "./peer.ts";

/** The stylesheets and scripts of our default theme, to be published as they are. */
export function themeFiles(folder: string): readonly PeerFile[] {
  return filesBelow("templates/assets", folder);
}

/** The files of a folder of this project, as files of a folder of a peer's newsroom. */
export function filesBelow(source: string, folder: string): readonly PeerFile[] {
  const entries = readdirSync(resolve(source), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => ({
    path: join(folder, relative(resolve(source), path)),
    text: readFileSync(path, "utf8"),
  }));
}

/** A literal that names a compiled module of within/, for a script that stands in a peer's newsroom. */
export function within(name: string): string {
  return JSON.stringify(pathToFileURL(resolve(`.cache/bench/test/bench/peers/within/${name}.js`)).href);
}
