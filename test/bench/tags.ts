import { COMMON_TAGS, TAG_HEADS, TAG_TAILS } from "./phrases.ts";
import { makeZipf, type Random, shiftFor } from "./random.ts";

/** The commonest tag stands on about 29 % of articles, of five tags each: 1 - (1 - 0.066)^5. */
const TOP_TAG_CHANCE = 0.066;

/** Draws tags by Zipf's law. The vocabulary grows with the square root of the number of articles, as that of real newsrooms does. */
export function tagDrawer(articles: number): (random: Random) => string {
  const size = Math.max(COMMON_TAGS.length, Math.round(25 * Math.sqrt(articles)));
  const draw = makeZipf(size, shiftFor(size, TOP_TAG_CHANCE));
  return (random) => tagName(draw(random));
}

/** The tag of a rank. Ranks beyond the common tags walk over all pairs of a place and a matter. */
function tagName(rank: number): string {
  const common = COMMON_TAGS[rank];
  if (common !== undefined) return common;
  const number = rank - COMMON_TAGS.length;
  const round = Math.floor(number / TAG_HEADS.length);
  const tail = TAG_TAILS[(number + round) % TAG_TAILS.length] ?? "";
  const again = Math.floor(round / TAG_TAILS.length);
  return `${TAG_HEADS[number % TAG_HEADS.length] ?? ""}${tail}${again === 0 ? "" : `${again + 1}期`}`;
}
