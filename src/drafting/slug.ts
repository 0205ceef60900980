import { pinyin } from "pinyin-pro";
import { isSafeName } from "../content/names.ts";

/** A slug longer than this is cut after a whole syllable or word. */
const LONGEST = 60;

/**
 * A title as the last segment of an address: pinyin without tones and Latin words, lower-case ASCII, joined by hyphens,
 * at most 60 characters. Readings of heteronyms are guessed, so a slug is made once and then belongs to its editor.
 */
export function slugOf(title: string): string {
  // Full-width letters and digits are meant as the plain ones.
  const parts = pinyin(title.normalize("NFKC"), {
    type: "array",
    toneType: "none",
    nonZh: "consecutive",
    v: true,
  });
  const words = parts.flatMap((part) => asciiWords(part));
  return fitting(words) || "article";
}

/** The slug, or the first of `slug-2`, `slug-3`, … that can be a file's name and that `isTaken` lets pass. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  const fits = (candidate: string) => isSafeName(candidate) && !isTaken(candidate);
  if (fits(slug)) return slug;
  for (let number = 2; ; number++) {
    const candidate = `${slug}-${number}`;
    if (fits(candidate)) return candidate;
  }
}

function asciiWords(part: string): string[] {
  const plain = part.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  // A point or comma between digits is of the number: 3.5 becomes 3-5, 1,000 becomes 1000; don't becomes dont.
  return plain.replace(/(?<=\d),(?=\d{3})|(?<=[a-z])['’](?=[a-z])/g, "").match(/[a-z0-9]+/g) ?? [];
}

function fitting(words: readonly string[]): string {
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word : `${slug}-${word}`;
    if (longer.length > LONGEST) return slug === "" ? word.slice(0, LONGEST) : slug;
    slug = longer;
  }
  return slug;
}
