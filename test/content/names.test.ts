import { describe, expect, it } from "vitest";
import { isSafeName, readOldPath } from "../../src/content/names.ts";

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

describe("an old address", () => {
  it.each([
    ["/html/2019/a.html", "/html/2019/a.html"],
    ["/old/%E6%96%B0.html", "/old/新.html"],
    ["/100%.html", "/100%.html"],
    ["/cafe\u0301/", "/caf\u00e9/"],
  ])("%s is read as %s", (written, path) => {
    expect(readOldPath(written)).toBe(path);
  });

  it.each([
    "a.html",
    "//a.example/b",
    "/a/../b",
    "/a/%2E%2E/b",
    "/a%3Fb",
    "/a b",
    "/a%00",
    `/${"长".repeat(67)}/`,
  ])("may not be %j", (written) => {
    expect(readOldPath(written)).toBeUndefined();
  });
});
