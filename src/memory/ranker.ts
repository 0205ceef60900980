import { hashTexts } from "../content/hashText.ts";
import type { ListSettings } from "../model/site.ts";
import { rankingGround } from "../ranking/ground.ts";
import type { Library } from "../ranking/library.ts";
import { type Ranking, type Rankings, rankLibrary } from "../ranking/rank.ts";
import { type KeeperPlace, openKeeper } from "./keeper.ts";

/** Gives the lists of a library, as `rankLibrary` does. */
export type Ranker = (library: Library, settings: ListSettings) => Rankings;

/**
 * Remembers the last lists that it gave. It gives them again while nothing that they are reckoned from has changed, as most saves
 * change a body; and those of them that stand, while some of it has.
 */
export function openRanker(place?: KeeperPlace): Ranker {
  const lists = openKeeper<Ranking>(place);
  return (library, settings) => {
    const key = hashTexts(rankingGround(library, settings));
    const known = lists.get(key);
    const ranking = known ?? rankLibrary(library, settings, lists.last());
    if (known === undefined) lists.set(key, ranking);
    // What the lists rest on is nobody else's.
    const { related, hot, latest } = ranking;
    return { related, hot, latest };
  };
}
