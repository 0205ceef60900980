import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { RailsMode } from "./copies.ts";
import type { Newsroom } from "./newsroom.ts";
import { isDraft, type Storyteller } from "./story.ts";

/** A file of a newsroom, by its path below the root, and what it is to hold. */
export interface Change {
  readonly path: string;
  readonly text: string;
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
export function railsMode({ root }: Newsroom, mode: RailsMode): Change {
  const path = "content/site.yaml";
  return { path, text: `${readFileSync(join(root, path), "utf8")}lists: {rails: ${mode}}\n` };
}

/** The newsroom's site.yaml with a search of its own, which a generated newsroom is without. */
export function searchOn({ root }: Newsroom): Change {
  const path = "content/site.yaml";
  return { path, text: readFileSync(join(root, path), "utf8").replace("search: {index: false}\n", "") };
}
