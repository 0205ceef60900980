/** Breaks and joins without width, and the hyphen that shows only at a line's end. Those that join emoji or shape letters are not among them. */
const STRAY = /[\u00ad\u200b\u2060\ufeff]/;
const WIDE = "[\\p{Script=Han}\\u3001-\\u303f\\uff00-\\uffef“”‘’—…]";
const MARKS = "[\\u00ad\\u200b\\u2060\\ufeff]+";
const BESIDE_WIDE = new RegExp(`(?<=${WIDE})${MARKS}|${MARKS}(?=${WIDE})|^${MARKS}$|\\ufeff`, "gu");

/** Whether a text may hold marks that nobody can see. */
export function hasStrayMarks(text: string): boolean {
  return STRAY.test(text);
}

/** The text without them beside Han, where a line may break anyway; between Latin letters they may be meant. */
export function withoutStrayMarks(text: string): string {
  return STRAY.test(text) ? text.replace(BESIDE_WIDE, "") : text;
}
