/** Of two neighbours on a line, what may not stand at a line's start, and at its end. */
const NOT_FIRST = /[\p{Pe}\p{Pf}，。、；：？！,.;:?!%‰…—·～〕】》」』）]/u;
const NOT_LAST = /[\p{Ps}\p{Pi}（《「『【〔]/u;
const IN_A_WORD = /[\p{Script=Latin}\p{Nd}.,:%+\-_/&'’]/u;

/**
 * Breaks a headline into lines no longer than `width`, as `advance` measures it: between any two Han characters, but not
 * inside a word or a number, before closing punctuation or after opening punctuation. A word longer than a line is broken.
 */
export function breakLines(text: string, width: number, advance: (character: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  const measure = (part: string) => [...part].reduce((sum, character) => sum + advance(character), 0);
  for (const piece of unbreakable(text)) {
    if (line !== "" && measure(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    for (const character of piece) {
      if (line !== "" && measure(line + character) > width && measure(piece) > width) {
        lines.push(line);
        line = "";
      }
      if (line !== "" || character !== " ") line += character;
    }
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

/** Cuts a text where a line may be broken. */
function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  let last = "";
  for (const character of text.replace(/\s+/gu, " ")) {
    const isBound =
      NOT_FIRST.test(character) ||
      NOT_LAST.test(last) ||
      character === " " ||
      (IN_A_WORD.test(character) && IN_A_WORD.test(last));
    if (isBound && pieces.length > 0) pieces[pieces.length - 1] += character;
    else pieces.push(character);
    last = character;
  }
  return pieces;
}
