import type { Article } from "../model/article.ts";
import { tagKey } from "../model/taxonomy.ts";
import { dayNumber } from "../model/time.ts";

/** Whether two articles, by their numbers, tell the same story twice. Symmetrical, but not transitive. */
export type IsDuplicate = (a: number, b: number) => boolean;

/** A title as far as duplicates are concerned. */
export interface Print {
  /** Letters and digits, without leading 【…】 and trailing source. */
  readonly words: string;
  /** Numbers and ordinals in order: parts 上 and 下 of a series differ here. */
  readonly ordinals: string;
  /** The distinct pairs of neighbouring characters (UTF-16 units) of `words`, sorted. */
  readonly pairs: Uint32Array;
}

const DAYS_APART = 3;
const LEAST_PAIRS = 9;
const LEAST_SHARED = 0.85;

const LABELS = /^(?:\s*【[^】]*】)+/;
const ORDINAL =
  /\d+|[〇零一二两三四五六七八九十百千万]+|[上中下]|(?<=周|星期|礼拜)[日天]|(?:mon|tues|wednes|thurs|fri|satur|sun)day/g;
const TAIL = /(?:\s*[_|丨—–-]+\s*|\s*\(\s*(?:来源:\s*)?)([^_|丨—–()-]{1,20})\)?$/;
/** Endings that only outlets have; a bare 网 or 社 also ends 上网 and 合作社. */
const OUTLET =
  /(?:日报|晚报|晨报|早报|时报|都市报|通讯社|新华社|中新社|新闻网|新华网|人民网|央视网|中新网|电视台|客户端)$/;

/** Returns the test for near-duplicates. Titles are read when first compared, and kept. */
export function makeDuplicateTest(
  articles: readonly Pick<Article, "title" | "date" | "source">[],
): IsDuplicate {
  const days = Int32Array.from(articles, ({ date }) => dayNumber(date));
  const prints: (Print | undefined)[] = [];
  const printAt = (index: number) => {
    const article = articles[index];
    const print = prints[index] ?? printOf(article?.title ?? "", article?.source?.name);
    prints[index] = print;
    return print;
  };
  return (a, b) =>
    Math.abs((days[a] ?? 0) - (days[b] ?? 0)) <= DAYS_APART && isSameStory(printAt(a), printAt(b));
}

/** Whether an article may still be placed: none of those placed tells its story. */
export function isNewStory(article: number, placed: readonly number[], isDuplicate: IsDuplicate): boolean {
  return !placed.some((other) => isDuplicate(other, article));
}

/** Reads a title; `source` is the name that the article itself gives as its source. */
export function printOf(title: string, source?: string): Print {
  const bare = withoutSource(tagKey(title), tagKey(source ?? ""));
  const words = bare.replace(LABELS, "").replace(/[^\p{L}\p{N}]/gu, "");
  return { words, ordinals: (bare.match(ORDINAL) ?? []).join(" "), pairs: pairsOf(words) };
}

/** Whether two titles, dates apart, are those of one story. */
export function isSameStory(a: Print, b: Print): boolean {
  if (a.ordinals !== b.ordinals) return false;
  if (a.words === b.words) return a.words !== "";
  const [fewer, more] = a.pairs.length < b.pairs.length ? [a.pairs, b.pairs] : [b.pairs, a.pairs];
  if (fewer.length < LEAST_PAIRS || fewer.length / more.length < LEAST_SHARED) return false;
  return likeness(a, b) >= LEAST_SHARED;
}

/** The share of pairs of characters that two titles have in common, 0 to 1. */
export function likeness(a: Print, b: Print): number {
  const shared = countShared(a.pairs, b.pairs);
  return shared === 0 ? 0 : shared / (a.pairs.length + b.pairs.length - shared);
}

function withoutSource(title: string, source: string): string {
  const tail = TAIL.exec(title);
  const name = tail?.[1]?.trim() ?? "";
  return tail !== null && (name === source || OUTLET.test(name)) ? title.slice(0, tail.index) : title;
}

function pairsOf(words: string): Uint32Array {
  const pairs = new Uint32Array(Math.max(0, words.length - 1));
  for (let at = 0; at < pairs.length; at++)
    pairs[at] = words.charCodeAt(at) * 65_536 + words.charCodeAt(at + 1);
  return pairs.sort().filter((pair, at) => pair !== pairs[at - 1]);
}

function countShared(a: Uint32Array, b: Uint32Array): number {
  let [atA, atB, shared] = [0, 0, 0];
  while (atA < a.length && atB < b.length) {
    const ahead = (a[atA] ?? 0) - (b[atB] ?? 0);
    if (ahead === 0) shared++;
    if (ahead <= 0) atA++;
    if (ahead >= 0) atB++;
  }
  return shared;
}
