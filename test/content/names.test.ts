import { describe, expect, it } from "vitest";
import { isSafeName } from "../../src/content/names.ts";

describe("a name in an address", () => {
  it.each(["rain", "云河", "2026-02-09", "a.b", "a b", "con-air", "console", "a'b&c", "😀", "长".repeat(66)])(
    "may be %s",
    (name) => {
      expect(isSafeName(name)).toBe(true);
    },
  );

  it.each([
    "",
    ".",
    "..",
    ".a",
    "a.",
    " a",
    "a ",
    "a/b",
    "a\\b",
    "a?b",
    "a#b",
    "a%b",
    "a:b",
    "a*b",
    'a"b',
    "a<b",
    "a|b",
    "a\u0000b",
    "a\nb",
    "a\u007f",
    "con",
    "CON.txt",
    "Aux",
    "com1",
    "LPT9.md",
    "长".repeat(67),
  ])("may not be %j", (name) => {
    expect(isSafeName(name)).toBe(false);
  });
});
