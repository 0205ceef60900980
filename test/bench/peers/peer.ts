import type { PeerArticle } from "./article.ts";

/** Another generator of static sites, and how the generated newsroom is put before it. */
export interface Peer {
  /** The command's name, by which it is found. */
  readonly command: string;
  readonly title: string;
  /** What sets it apart from the same program asked for something else. */
  readonly variant?: string;
  /** The packages that it needs in the node_modules it stands in, its own first; none for a program that is not Node's. */
  readonly packages: readonly string[];
  /** What builds leave in the newsroom's folder, the site first. */
  readonly leftovers: readonly [site: string, ...rest: string[]];
  readonly buildArgs: readonly string[];
  /** Configuration and templates, by path below the newsroom's folder. */
  readonly furniture: () => readonly PeerFile[];
  readonly article: (article: PeerArticle) => PeerFile;
}

/** A file of a peer's newsroom: its path below the folder, and its text. */
export interface PeerFile {
  readonly path: string;
  readonly text: string;
}

/** A peer that is on this machine. */
export interface Installed {
  readonly peer: Peer;
  readonly program: string;
  readonly version: string;
  /** The node_modules folder that it stands in. */
  readonly modules: string | undefined;
}
