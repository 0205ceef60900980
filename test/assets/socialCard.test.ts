import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { loadFace } from "../../src/assets/font.ts";
import { cardRoutes, drawCard, missingCharacters } from "../../src/assets/socialCard.ts";

const text = { title: "云河大桥恢复通车", kicker: "要闻", site: "云河新闻网" };

describe("a social picture", async () => {
  const face = await loadFace();

  test("has the size that sharing services ask for, and ink where its text is", async () => {
    const card = await drawCard(text, face);
    expect(await sharp(card).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    const empty = await drawCard({ ...text, title: " " }, face);
    const area = { left: 90, top: 160, width: 1010, height: 340 };
    const inkOf = async (bytes: Buffer) => {
      const pixels = await sharp(bytes).extract(area).greyscale().raw().toBuffer();
      return pixels.filter((grey) => grey < 128).length / pixels.length;
    };
    expect(await inkOf(card)).toBeGreaterThan(0.05);
    expect(await inkOf(empty)).toBe(0);
  });

  test("has the same bytes each time, and another name for other words", async () => {
    expect((await drawCard(text, face)).equals(await drawCard(text, face))).toBe(true);
    const routeOf = cardRoutes();
    expect(routeOf(text)).toMatch(/^\/assets\/social\/[0-9a-f]{16}\.png$/);
    expect(
      new Set([text, { ...text, title: "别的" }, { ...text, kicker: "" }, { ...text, site: "" }].map(routeOf))
        .size,
    ).toBe(4);
  });

  test("knows names that smaller typefaces lack, and tells what it lacks itself", () => {
    expect(missingCharacters({ title: "浉河区·朱镕基、陶喆、王珺 5G", site: "甪直" }, face)).toBe("");
    expect(missingCharacters({ title: "好消息😀😀\u{2a6d6}？", site: "云河" }, face)).toBe("😀𪛖");
  });

  test("ends a headline that is too long with an ellipsis, within the frame", async () => {
    const long = await drawCard({ ...text, title: "云河".repeat(100) }, face);
    const margin = await sharp(long).extract({ left: 1110, top: 0, width: 90, height: 630 }).raw().toBuffer();
    expect(margin.every((value) => value > 240)).toBe(true);
  });
});
