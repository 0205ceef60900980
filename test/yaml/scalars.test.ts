import { describe, expect, it } from "vitest";
import { flag, isWebAddress, text, webAddress, whole } from "../../src/yaml/scalars.ts";

describe("flag", () => {
  it.each([
    ["true", true],
    ["TRUE", true],
    [" yes ", true],
    ["是", true],
    ["false", false],
    ["No", false],
    ["否", false],
  ])("reads %j", (written, expected) => {
    expect(flag().parse(written)).toBe(expected);
  });

  it.each(["1", "on", "对", "", "真", "constructor", "__proto__"])("refuses %j", (written) => {
    expect(flag().safeParse(written).success).toBe(false);
  });
});

describe("whole", () => {
  it.each([
    ["1", 1],
    ["007", 7],
    [" 9 ", 9],
  ])("reads %j", (written, expected) => {
    expect(whole(1, 9).parse(written)).toBe(expected);
  });

  it.each(["0", "10", "-1", "1e0", "0x1", "1.0", "一", "", "１"])("refuses %j", (written) => {
    expect(whole(1, 9).safeParse(written).success).toBe(false);
  });
});

describe("text", () => {
  it("is trimmed before it is measured", () => {
    expect(text(2).parse(" 云河 ")).toBe("云河");
  });
});

describe("webAddress", () => {
  it.each([
    ["https://news.example.com", "https://news.example.com/"],
    ["http://a.example/页?x=1#y", "http://a.example/%E9%A1%B5?x=1#y"],
  ])("reads %j", (written, expected) => {
    expect(webAddress().parse(written)).toBe(expected);
  });

  it.each([
    "//a.example",
    "a.example",
    "/a",
    "mailto:a@b.example",
    "javascript:alert(1)",
    "https://",
    "data:,x",
  ])("%j is no address on the web", (written) => {
    expect(isWebAddress(written)).toBe(false);
  });
});
