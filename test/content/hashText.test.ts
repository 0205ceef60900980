import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashTexts } from "../../src/content/hashText.ts";

describe("the hash of texts", () => {
  it("is that of all of them with their lengths, however long they are", () => {
    const texts = ["", "雨", "a".repeat(70_000), "😀".repeat(40_000), "雪"];
    const whole = texts.map((text) => `${text.length}:${text}`).join("");
    expect(hashTexts(texts)).toBe(createHash("sha256").update(whole).digest("hex"));
    expect(hashTexts(texts.slice(0, 2), texts.slice(2))).toBe(hashTexts(texts));
  });

  it("tells where one ends", () => {
    expect(hashTexts(["ab", "c"])).not.toBe(hashTexts(["a", "bc"]));
    expect(hashTexts(["a", ""])).not.toBe(hashTexts(["a"]));
  });
});
