import type { Diagnostic } from "../model/diagnostic.ts";
import { type ProseLine, proseLines } from "./prose.ts";
import type { Slip } from "./rule.ts";
import { STYLE_RULES } from "./rules.ts";

/** Finds what is against the house style in a file's text; `off` are the codes of rules that do not count here. */
export function lintText(text: string, file: string, off: ReadonlySet<string>): Diagnostic[] {
  const lines = text.split(/\r\n|\r|\n/);
  return proseLines(text).flatMap((line) =>
    slipsIn(line, off).map(({ code, slip: { at, length, instead } }) => {
      const written = (lines[line.number - 1] ?? "").slice(at, at + length);
      const place = { file, line: line.number, column: at + 1 };
      return problemOf(code, place, written, instead);
    }),
  );
}

/** Beyond this, two rules would be in a quarrel. */
const MOST_ROUNDS = 8;

/** The text with everything mended that takes no decision. Nothing else of it changes: line ends, a byte-order mark and the front matter's form stay. */
export function mendText(text: string, off: ReadonlySet<string>): string {
  // What one rule mends, another may then see: `"好",` is quoted first.
  let mended = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = mended;
    mended = mendOnce(before, off);
    if (mended === before) break;
  }
  return mended;
}

function mendOnce(text: string, off: ReadonlySet<string>): string {
  const parts = text.split(/(\r\n|\r|\n)/);
  for (const line of proseLines(text)) {
    // Every second part is a line's end.
    const index = (line.number - 1) * 2;
    parts[index] = mendLine(
      parts[index] ?? "",
      slipsIn(line, off).map(({ slip }) => slip),
    );
  }
  return parts.join("");
}

function mendLine(line: string, slips: readonly Slip[]): string {
  let mended = line;
  let untouched = line.length;
  // From the end, so that the places before stay true. Of two that overlap the later one wins; the other comes in the next round.
  for (const { at, length, instead } of slips.toSorted((a, b) => b.at - a.at)) {
    if (instead === undefined || at + length > untouched) continue;
    mended = mended.slice(0, at) + instead + mended.slice(at + length);
    untouched = at;
  }
  return mended;
}

function slipsIn(
  { text, openAbove }: ProseLine,
  off: ReadonlySet<string>,
): { readonly code: string; readonly slip: Slip }[] {
  return [...STYLE_RULES].flatMap(([code, rule]) =>
    off.has(code) ? [] : rule.find(text, openAbove).map((slip) => ({ code, slip })),
  );
}

function problemOf(
  code: string,
  ...words: Parameters<NonNullable<ReturnType<typeof STYLE_RULES.get>>["problem"]>
) {
  const rule = STYLE_RULES.get(code);
  if (rule === undefined) throw new Error(`no rule ${code}`);
  return rule.problem(...words);
}
