import { describe, expect, test } from "vitest";
import { planRenditions } from "../../src/assets/recipe.ts";
import type { Photo } from "../../src/assets/survey.ts";

const original: Photo = {
  kind: "photo",
  hash: "a".repeat(64),
  format: "jpeg",
  width: 4000,
  height: 3000,
  orientation: 1,
  bytes: 1,
  hasAlpha: false,
  isAnimated: false,
  hasGps: false,
};
const sizes = (photo: Partial<Photo>) => {
  const { plain, webp } = planRenditions("news/a/桥.jpg", { ...original, ...photo });
  return {
    plain: plain.map(({ kind, width, height }) => `${kind} ${width}x${height}`).join(" "),
    webp: webp.map(({ width, height }) => `${width}x${height}`).join(" "),
  };
};

describe("what is made of a picture", () => {
  test.each([
    ["a photograph", {}, "jpeg 400x300 jpeg 1200x900", "240x180 400x300 800x600 1200x900 1600x1200"],
    [
      "a screenshot",
      { format: "png", hasAlpha: true },
      "png 400x300 png 1200x900",
      "240x180 400x300 800x600 1200x900 1600x1200",
    ],
    ["a GIF that stands still", { format: "gif", width: 300, height: 200 }, "png 300x200", "240x160 300x200"],
    ["an AVIF", { format: "avif", width: 100, height: 80 }, "jpeg 100x80", "100x80"],
    [
      "an AVIF that is clear in places",
      { format: "avif", hasAlpha: true, width: 100, height: 80 },
      "png 100x80",
      "100x80",
    ],
    [
      "a WebP",
      { format: "webp", width: 1000, height: 10 },
      "webp 240x2 webp 400x4 webp 800x8 webp 1000x10",
      "",
    ],
    ["a tiny picture", { width: 1, height: 1 }, "jpeg 1x1", "1x1"],
    [
      "one a little wider than a step",
      { width: 1210, height: 1210 },
      "jpeg 400x400 jpeg 1200x1200",
      "240x240 400x400 800x800 1210x1210",
    ],
    ["one a little narrower than a step", { width: 390, height: 100 }, "jpeg 390x100", "240x62 390x100"],
    [
      "a poster too tall for WebP",
      { width: 1000, height: 30_000 },
      "jpeg 240x7200 jpeg 400x12000 jpeg 800x24000 jpeg 1000x30000",
      "",
    ],
    ["a scroll too tall for JPEG", { width: 400, height: 100_000 }, "jpeg 262x65500", ""],
    ["a thread", { width: 3000, height: 1 }, "jpeg 400x1 jpeg 1200x1", "240x1 400x1 800x1 1200x1 1600x1"],
  ] as const)("has the right kinds and sizes: %s", (_, photo, plain, webp) => {
    expect(sizes(photo)).toEqual({ plain, webp });
  });

  test("is never larger than the original", () => {
    for (const width of [1, 239, 240, 241, 799, 800, 1199, 1601, 9999]) {
      const { plain, webp } = planRenditions("a/b.jpg", { ...original, width });
      for (const made of [...plain, ...webp]) expect(made.width).toBeLessThanOrEqual(width);
    }
  });

  test("has names that change with the bytes of the original, and say how wide it is", () => {
    const [first] = planRenditions("news/a/桥 1.jpg", original).webp;
    const [other] = planRenditions("news/a/桥 1.jpg", { ...original, hash: "b".repeat(64) }).webp;
    expect(first?.route).toMatch(/^\/assets\/media\/桥-1\.[0-9a-f]{10}-240\.webp$/);
    expect(other?.route).not.toBe(first?.route);
  });
});
