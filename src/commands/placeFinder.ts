import { readFileSync } from "node:fs";
import type { Newsroom } from "../content/discover.ts";
import { frontMatterPlaces } from "../content/frontMatterPlaces.ts";
import type { Place } from "../model/diagnostic.ts";

/** Finds where a value of an article's front matter stands, by the article's path below content/ and the value's own (`/tags/0`). */
export function placeFinder(
  { articles }: Newsroom,
  timeZone: string,
): (article: string, value: string) => Place {
  return (article, value) => {
    const found = articles.find(({ path }) => path === article);
    if (found === undefined) return { file: `content/${article}` };
    const { path, onDisk } = found;
    return frontMatterPlaces({ path, bytes: readFileSync(onDisk) }, timeZone)(value);
  };
}
