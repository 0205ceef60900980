import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Build, runBuild, type Workbench } from "./builds.ts";
import type { Newsroom } from "./newsroom.ts";
import { isDraft, type Storyteller } from "./story.ts";

/** A file of a newsroom, by its path below the root, and what it is to hold. */
export interface Change {
  readonly path: string;
  readonly text: string;
}

/** The builds after some changes, each made to the same newsroom, and those after each was taken back. */
export interface ChangeBuilds {
  readonly made: readonly Build[];
  readonly undone: readonly Build[];
}

/** Makes each change, builds, takes it back and builds again. */
export async function measureChanges(
  newsroom: Newsroom,
  changes: readonly Change[],
  bench: Workbench,
): Promise<ChangeBuilds> {
  const made: Build[] = [];
  const undone: Build[] = [];
  for (const change of changes) {
    const undo = makeChange(newsroom.root, change);
    made.push(await runBuild(newsroom, bench));
    undo();
    undone.push(await runBuild(newsroom, bench));
  }
  return { made, undone };
}

/** Makes a change; the function that it returns takes it back. */
export function makeChange(root: string, { path, text }: Change): () => void {
  const file = join(root, path);
  const before = existsSync(file) ? readFileSync(file) : undefined;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return () => (before === undefined ? rmSync(file) : writeFileSync(file, before));
}

/** So many new articles, each a change of its own. */
export function addedArticles(teller: Storyteller, count: number): Change[] {
  return teller.lateStories(count).map(({ path, text }) => ({ path: `content/${path}`, text }));
}

/** A paragraph more at the end of so many articles, spread from the oldest to the newest; each a change of its own. */
export function editedBodies(teller: Storyteller, articles: number, count: number): Change[] {
  const spread = Array.from({ length: count }, (_, place) =>
    Math.round((place * (articles - 1)) / Math.max(1, count - 1)),
  );
  const published = [...new Set(spread)].filter((number) => !isDraft(number));
  return published.map((number) => {
    const { path, text } = teller.story(number);
    return { path: `content/${path}`, text: `${text}\n截至发稿时，各项工作仍在进行，本网将继续关注。\n` };
  });
}

/** So many changes of one template of the default theme: a line more before its last, each time another one. */
export function changedTemplate(template: string, count: number): Change[] {
  const path = `templates/${template}.hbs`;
  const lines = readFileSync(resolve(path), "utf8").trimEnd().split("\n");
  return Array.from({ length: count }, (_, version) => ({
    path,
    text: `${lines.toSpliced(-1, 0, `<p>第${version + 1}版</p>`).join("\n")}\n`,
  }));
}

/** The newsroom's site.yaml with another mode of rails. */
export function railsMode({ root }: Newsroom, mode: "baked" | "fetch"): Change {
  const path = "content/site.yaml";
  return { path, text: `${readFileSync(join(root, path), "utf8")}lists: {rails: ${mode}}\n` };
}
