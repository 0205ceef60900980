import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, join, resolve, sep } from "node:path";
import type { Installed, Peer } from "./peer.ts";

/** Finds a peer in the node_modules of a folder or on the PATH; else, a sentence that says what is missing. */
export function findPeer(peer: Peer, folder: string | undefined): Installed | string {
  const beside = folder === undefined ? [] : [resolve(folder, "node_modules", ".bin")];
  const folders = [...beside, ...(process.env.PATH ?? "").split(delimiter)];
  const program = folders.map((each) => join(each, peer.command)).find((path) => existsSync(path));
  if (program === undefined) return `${peer.title} is not there: no command ${peer.command}`;
  const modules = modulesOf(program);
  const missing = peer.packages.filter((name) => modules === undefined || !existsSync(join(modules, name)));
  if (missing.length > 0) return `${peer.title} is not complete: ${missing.join(", ")} not beside ${program}`;
  const version = modules === undefined ? printedVersion(program) : packageVersion(modules, peer);
  if (version === undefined) return `${peer.title} does not tell its version: ${program}`;
  return { peer, program, version, modules };
}

function printedVersion(program: string): string | undefined {
  const { stdout } = spawnSync(program, ["version"], { encoding: "utf8" });
  return /\d+\.\d+[.\w+-]*/.exec(stdout ?? "")?.[0];
}

function packageVersion(modules: string, { packages: [name = ""] }: Peer): string | undefined {
  const { version } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")) as {
    version?: string;
  };
  return version;
}

/** The outermost node_modules that a command really stands in. */
function modulesOf(program: string): string | undefined {
  const [before, ...rest] = realpathSync(program).split(`${sep}node_modules${sep}`);
  return before === undefined || rest.length === 0 ? undefined : join(before, "node_modules");
}
