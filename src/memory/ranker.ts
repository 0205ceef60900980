import { hashTexts } from "../content/hashText.ts";
import type { ListSettings } from "../model/site.ts";
import { rankingGround } from "../ranking/ground.ts";
import type { Library } from "../ranking/library.ts";
import { type Rankings, rankLibrary } from "../ranking/rank.ts";
import { type KeeperPlace, openKeeper } from "./keeper.ts";

/** Gives the lists of a library, as `rankLibrary` does. */
export type Ranker = (library: Library, settings: ListSettings) => Rankings;

/** Remembers the last lists that it gave, and gives them again while nothing that they are reckoned from has changed: most saves change a body. */
export function openRanker(place?: KeeperPlace): Ranker {
  const lists = openKeeper<Rankings>(place);
  return (library, settings) => {
    const key = hashTexts(rankingGround(library, settings));
    const known = lists.get(key);
    if (known !== undefined) return known;
    const ranked = rankLibrary(library, settings);
    lists.set(key, ranked);
    return ranked;
  };
}
