/** True for Han, kana, bopomofo and full-width punctuation and letters. Hangul is left out: Korean puts spaces between words. */
export function isWide(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x312f) ||
    (code >= 0x3190 && code <= 0xa4cf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3ffff)
  );
}

/** True for full-width punctuation: its blank half is part of the mark. */
export function isWidePunctuation(code: number): boolean {
  return isWide(code) && /\p{P}/u.test(String.fromCodePoint(code));
}

/** True for quotes, dashes and dots that Chinese and Latin text share: their neighbours tell which they are. */
export function isSharedPunctuation(code: number): boolean {
  return code === 0xb7 || (code >= 0x2013 && code <= 0x201f) || code === 0x2025 || code === 0x2026;
}

/** True where a bare URL ends although no space follows. Takes UTF-16 units: the first half of a rare Han character counts as one. */
export function endsUrl(unit: number): boolean {
  const isRareHan = unit >= 0xd840 && unit <= 0xd8ff;
  const isHangul = unit >= 0xac00 && unit <= 0xd7a3;
  return isRareHan || isHangul || isWide(unit) || isSharedPunctuation(unit);
}
