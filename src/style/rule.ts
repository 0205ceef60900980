import type { Diagnostic, Place } from "../model/diagnostic.ts";

/** Something of a line that is against the house style. */
export interface Slip {
  /** Where it stands in the line, in UTF-16 units. */
  readonly at: number;
  readonly length: number;
  /** What to write instead; absent where that takes a person. */
  readonly instead?: string;
}

/** One rule of the house style. It sees one line of prose at a time, and which quotes the lines above left open. */
export interface StyleRule {
  readonly find: (line: string, openAbove: string) => readonly Slip[];
  /** `written` is what stands there; `instead` is undefined where a person has to decide. */
  readonly problem: (place: Place, written: string, instead: string | undefined) => Diagnostic;
}

/** A Han character. */
export const HAN = "\\p{Script=Han}";

/** Marks of emphasis that may stand between a sign and its text. No text has more; without a bound, a line of nothing else would take for ever. */
export const EMPHASIS = "[*_~]{0,8}";

/** What stands here follows Chinese text. An opening sign does not tell: “...and then”. */
export const AFTER_CHINESE = `(?<=(?:${HAN}|[，。！？、；：”’》）])${EMPHASIS})`;

/** What stands here goes before Chinese text. A closing sign does not tell: “Wait...” */
export const BEFORE_CHINESE = `(?=${EMPHASIS}(?:${HAN}|[，。！？、；：“‘《（]))`;

const HAN_PATTERN = new RegExp(HAN, "gu");

/** Whether a line is written in Chinese: English sentences with a Chinese name in them keep their own signs. */
export function isChinese(line: string): boolean {
  const han = line.match(HAN_PATTERN)?.length ?? 0;
  const words = line.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  return han > 0 && han >= words;
}

/** Every match of a pattern as a slip; `instead` may refuse one by giving null. */
export function slipsOf(
  line: string,
  pattern: RegExp,
  instead: (match: RegExpExecArray) => string | undefined | null,
): Slip[] {
  if (!isChinese(line)) return [];
  return [...line.matchAll(pattern)].flatMap((match) => {
    const replacement = instead(match);
    if (replacement === null || replacement === match[0]) return [];
    const slip = { at: match.index, length: match[0].length };
    return [replacement === undefined ? slip : { ...slip, instead: replacement }];
  });
}
