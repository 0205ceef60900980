import type { IsDuplicate } from "./duplicates.ts";
import { isNewStory } from "./duplicates.ts";
import type { RankedLibrary } from "./library.ts";

const MOST_IN_A_ROW = 2;

/**
 * The newest articles, each story once, at most two in a row from one named source. A third waits until another source has come;
 * only the newest stories, twice as many as are listed, are looked at, so that an old article never fills a gap in a list of the latest.
 */
export function listLatest({ visible }: RankedLibrary, count: number, isDuplicate: IsDuplicate): number[] {
  const waiting = newestStories(visible.length, 2 * count, isDuplicate);
  const sourceOf = (index: number | undefined) => visible[index ?? -1]?.source?.name;
  const list: number[] = [];
  while (list.length < count && waiting.length > 0) {
    const before = list.slice(-MOST_IN_A_ROW).map(sourceOf);
    const isThird = (index: number) =>
      sourceOf(index) !== undefined &&
      before.length === MOST_IN_A_ROW &&
      before.every((source) => source === sourceOf(index));
    const next = waiting.findIndex((index) => !isThird(index));
    list.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return list;
}

function newestStories(total: number, most: number, isDuplicate: IsDuplicate): number[] {
  const stories: number[] = [];
  for (let index = 0; index < total && stories.length < most; index++) {
    if (isNewStory(index, stories, isDuplicate)) stories.push(index);
  }
  return stories;
}
