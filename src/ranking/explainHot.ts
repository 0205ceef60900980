import type { ArticleId } from "../model/article.ts";
import type { ListSettings } from "../model/site.ts";
import type { Burst } from "./bursts.ts";
import { makeDuplicateTest } from "./duplicates.ts";
import type { HotStanding } from "./hot.ts";
import { firstStrength, heatOf, hotStanding, listHot, makeThermometer, strongestTags } from "./hot.ts";
import type { Library } from "./library.ts";
import { tagLabel } from "./library.ts";

export interface HotTag extends Burst {
  readonly label: string;
}

/** Why an article is, or is not, hot. */
export interface HotExplanation {
  readonly standing: HotStanding;
  /** The tags that count, strongest first, before any article is taken. */
  readonly tags: readonly HotTag[];
  /** Before any article is taken; 0 for one that is too old. */
  readonly heat: number;
  /** Its place in the list, from 1. An old article has one where the list was filled from the latest. */
  readonly rank: number | undefined;
  /** The listed article that tells the same story. */
  readonly duplicateOf: ArticleId | undefined;
}

const QUIET: Burst = { recent: 0, before: 0, expected: 0, burst: 0 };

/** Why an article is, or is not, in the hot list. Undefined where it is not visible. */
export function explainHot(
  library: Library,
  settings: ListSettings,
  id: ArticleId,
): HotExplanation | undefined {
  const index = library.visible.findIndex((article) => article.id === id);
  if (index < 0) return undefined;
  const thermometer = makeThermometer(library);
  const isDuplicate = makeDuplicateTest(library.visible);
  const list = listHot(library, thermometer, settings.hot.count, isDuplicate);
  const strength = firstStrength(thermometer);
  const place = list.indexOf(index);
  const twin = place < 0 ? list.find((listed) => isDuplicate(listed, index)) : undefined;
  return {
    standing: hotStanding(library, thermometer, index),
    tags: strongestTags(library, index, strength).map((key) => ({
      label: tagLabel(library, key),
      ...(thermometer.bursts.get(key) ?? QUIET),
    })),
    heat: heatOf(library, thermometer, index, strength),
    rank: place < 0 ? undefined : place + 1,
    duplicateOf: twin === undefined ? undefined : library.visible[twin]?.id,
  };
}
