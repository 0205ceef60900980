import type { TagKey } from "../model/taxonomy.ts";
import type { Burst } from "./bursts.ts";
import { agesWithin, MOST_BURST, measureBursts } from "./bursts.ts";
import type { IsDuplicate } from "./duplicates.ts";
import { isNewStory } from "./duplicates.ts";
import type { RankedLibrary } from "./library.ts";
import { nearness } from "./nearness.ts";

/** Whether an article can be hot: first by the editor's word, on its merits, or not, by the editor's word or for its age. */
export type HotStanding = "pinned" | "candidate" | "never" | "old";

/** What the hot list is reckoned from. */
export interface Thermometer {
  readonly bursts: ReadonlyMap<TagKey, Burst>;
  /** Ages in days of the articles young enough to be hot: the first so many of `Library.visible`. */
  readonly ages: readonly number[];
}

/** How strongly a tag counts at a moment of the choice: its burst, halved each time one of its articles is taken. */
export type Strength = (key: TagKey) => number;

const CANDIDATE_DAYS = 14;
const PINNED_MS = 72 * 3_600_000;
const HALF_LIFE_DAYS = 3;
const BASE_HEAT = 0.25;
const TAGS_COUNTED = 3;

/** Measures what the hot list is reckoned from, once for a library. */
export function makeThermometer(library: RankedLibrary): Thermometer {
  return { bursts: measureBursts(library), ages: agesWithin(library, CANDIDATE_DAYS) };
}

/** The hot list: pinned articles, then the hottest one by one, each story once; where those are too few, the newest. */
export function listHot(
  library: RankedLibrary,
  thermometer: Thermometer,
  count: number,
  isDuplicate: IsDuplicate,
): number[] {
  const list: number[] = [];
  const add = (indices: Iterable<number>) => {
    for (const index of indices) {
      if (list.length >= count) return;
      if (!list.includes(index) && isNewStory(index, list, isDuplicate)) list.push(index);
    }
  };
  add(byHeat(library, thermometer));
  add(allowed(library));
  return list;
}

/** An article's standing before any is taken. */
export function hotStanding({ visible }: RankedLibrary, { ages }: Thermometer, index: number): HotStanding {
  const article = visible[index];
  if (article?.hot === false) return "never";
  const lead = (visible[0]?.date.epoch ?? 0) - (article?.date.epoch ?? 0);
  if (article?.hot === true && lead < PINNED_MS) return "pinned";
  return index < ages.length ? "candidate" : "old";
}

/** The tags of an article that count for its heat: its three strongest, strongest first. */
export function strongestTags({ keys }: RankedLibrary, index: number, strength: Strength): TagKey[] {
  // Sorting is stable: of equals, those that the editor wrote first.
  return (keys[index] ?? []).toSorted((a, b) => strength(b) - strength(a)).slice(0, TAGS_COUNTED);
}

/** heat: from how strongly its tags burst, and its age; 0 for an article that is too old. */
export function heatOf(
  library: RankedLibrary,
  { ages }: Thermometer,
  index: number,
  strength: Strength,
): number {
  const age = ages[index];
  if (age === undefined) return 0;
  let heat = BASE_HEAT;
  for (const key of strongestTags(library, index, strength)) heat += strength(key) / MOST_BURST;
  return heat * nearness(age, HALF_LIFE_DAYS, 0);
}

/** How strongly a tag counts before any article is taken. */
export function firstStrength({ bursts }: Thermometer): Strength {
  return (key) => bursts.get(key)?.burst ?? 0;
}

/** All who may be hot: each is the hottest once the tags of those before it have been halved, so that one story does not fill the list. */
function* byHeat(library: RankedLibrary, thermometer: Thermometer): Generator<number> {
  const strengths = new Map<TagKey, number>();
  const first = firstStrength(thermometer);
  const strength = (key: TagKey) => strengths.get(key) ?? first(key);
  const cool = (index: number) => {
    for (const key of library.keys[index] ?? []) strengths.set(key, strength(key) / 2);
  };
  const hot = (index: number) => ({ index, heat: heatOf(library, thermometer, index, strength) });
  const having = (standing: HotStanding) =>
    [...thermometer.ages.keys()].filter((index) => hotStanding(library, thermometer, index) === standing);

  for (const index of having("pinned")) {
    cool(index);
    yield index;
  }
  const waiting = having("candidate").map(hot).sort(compareHeat);
  while (waiting.length > 0) {
    const at = findHottest(waiting, hot);
    const [taken] = waiting.splice(at, 1);
    if (taken === undefined) return;
    cool(taken.index);
    yield taken.index;
  }
}

interface Warm {
  readonly index: number;
  readonly heat: number;
}

function compareHeat(a: Warm, b: Warm): number {
  return b.heat - a.heat || a.index - b.index;
}

/** `waiting` is sorted by heat as it was at first. Tags only cool, so the search ends at the first that was never as hot as the best found. */
function findHottest(waiting: readonly Warm[], measure: (index: number) => Warm): number {
  let best: Warm | undefined;
  let found = 0;
  for (const [at, before] of waiting.entries()) {
    if (best !== undefined && compareHeat(best, before) < 0) break;
    const now = measure(before.index);
    if (best !== undefined && compareHeat(best, now) < 0) continue;
    best = now;
    found = at;
  }
  return found;
}

function* allowed({ visible }: RankedLibrary): Generator<number> {
  for (const [index, { hot }] of visible.entries()) if (hot !== false) yield index;
}
