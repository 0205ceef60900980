import type { Diagnostic } from "../model/diagnostic.ts";
import { dayNumber } from "../model/time.ts";
import { makeDuplicateTest } from "../ranking/duplicates.ts";
import type { Library } from "../ranking/library.ts";
import { similarTitle } from "./problems.ts";

/** Articles whose title is nearly that of an earlier one of the same days: what the lists show once. Only those that `isWanted`, by their paths below content/, are compared with the others. */
export function adviseTitles({ visible }: Library, isWanted: (path: string) => boolean): Diagnostic[] {
  const isDuplicate = makeDuplicateTest(visible);
  const days = visible.map(({ date }) => dayNumber(date));
  return visible.flatMap((article, index) => {
    if (!isWanted(article.path)) return [];
    const place = article.places.title ?? { file: `content/${article.path}` };
    // Newest first: the ones behind are older, and only those of the last days can tell the same story.
    for (let older = index + 1; (days[index] ?? 0) - (days[older] ?? -Infinity) <= 3; older++) {
      const other = visible[older];
      if (other !== undefined && isDuplicate(index, older))
        return [similarTitle(place, other.id, other.title)];
    }
    return [];
  });
}
