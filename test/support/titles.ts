import fc from "fast-check";

/** Titles of any letters and signs that an article may have: what is hidden, unpaired or a line's end aside. */
export const anyTitle = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
  .filter(
    (text) => /[\p{L}\p{N}]/u.test(text) && !/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}|[\ufffe\uffff]/u.test(text),
  );
