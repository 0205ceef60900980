import { existsSync, mkdirSync, mkdtempSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Workbench } from "../builds.ts";
import { type Change, railsMode } from "../changes.ts";
import { makeChange } from "../measure.ts";
import { writeNewsroom } from "../newsroom.ts";
import type { Story, Storyteller } from "../story.ts";
import { readStory } from "./article.ts";
import type { Installed } from "./peer.ts";

/** A generator with the same newsroom in its own form. */
export interface Contestant {
  readonly root: string;
  /** What builds leave below `root`, the site first. */
  readonly leftovers: readonly [site: string, ...rest: string[]];
  readonly program: string;
  readonly args: readonly string[];
  /** An article's file. */
  readonly file: (story: Story) => Change;
}

/** Jianbao, with rails in every article's page, as the peers have them. */
export function makeOurs(articles: number, teller: Storyteller, { scratch }: Workbench): Contestant {
  const root = mkdtempSync(join(scratch, "ours-"));
  const now = writeNewsroom(root, articles, teller);
  makeChange(root, railsMode({ root, now, site: "" }, "baked"));
  const cli = resolve("lib/cli.js");
  return {
    root,
    leftovers: ["dist", ".cache"],
    program: process.execPath,
    args: [cli, "build", "--now", now, "--lang", "en"],
    file: ({ path, text }) => ({ path: `content/${path}`, text }),
  };
}

/** A peer with the same articles. */
export function makePeer(
  { peer, program, modules }: Installed,
  articles: number,
  teller: Storyteller,
  { scratch }: Workbench,
): Contestant {
  const root = mkdtempSync(join(scratch, `${peer.command}-`));
  const file = (story: Story) => peer.article(readStory(story));
  const write = ({ path, text }: Change) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  peer.furniture().forEach(write);
  for (let number = 0; number < articles; number++) write(file(teller.story(number)));
  if (modules !== undefined) symlinkSync(modules, join(root, "node_modules"));
  return { root, leftovers: peer.leftovers, program, args: peer.buildArgs, file };
}

/** Takes away what earlier builds left. */
export function forgetBuilds({ root, leftovers }: Contestant, { scratch }: Workbench): void {
  const aside = mkdtempSync(join(scratch, "before-"));
  for (const [place, path] of leftovers.entries()) {
    // Renamed, not removed: on ext4 the writes that follow a large removal are many times slower.
    if (existsSync(join(root, path))) renameSync(join(root, path), join(aside, String(place)));
  }
}
