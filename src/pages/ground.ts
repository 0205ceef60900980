import type { Article } from "../model/article.ts";
import type { Edition } from "./edition.ts";

/**
 * All that an edition's pages are made from but for the own words of its articles, as texts in a fixed order. Where it is the
 * same, only feeds and the pages of articles whose words differ can be others. The moment itself is not in it: an edition
 * stays the same until time alone changes something, which whoever compares has to know.
 */
export function* editionGround(edition: Edition): Generator<string> {
  const { library, now: _, routes, ...rest } = edition;
  for (const parts of [rest, routes, library.taxonomy])
    for (const [name, part] of Object.entries(parts)) yield JSON.stringify([name, asPlain(part)]);
  for (const { restDigest } of library.visible) yield restDigest;
  for (const { restDigest } of library.withdrawn) yield restDigest;
}

/** A map or a set in its order. */
function asPlain(part: unknown): unknown {
  return part instanceof Map || part instanceof Set ? [...part] : part;
}

/** An article's own words, which its page and feeds show and no other page does: equal tokens, equal words. */
export function wordsToken({ digest, body }: Pick<Article, "digest" | "body">): string {
  return digest.slice(0, TOKEN) + body.hash.slice(0, TOKEN);
}

/** 96 bits of each of the two hashes. */
const TOKEN = 24;
