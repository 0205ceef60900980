import { describe, expect, test } from "vitest";
import { nameFinder, nearestName } from "../../src/model/suggest.ts";

const PICTURES = Array.from({ length: 20_000 }, (_, index) => `IMG_${String(index).padStart(5, "0")}.jpg`);

describe("the nearest of many names", () => {
  test.each([
    ["in another case", "img_04242.JPG", "IMG_04242.jpg"],
    ["with another ending", "IMG_04242.jpeg", "IMG_04242.jpg"],
    ["with a letter too many in front", "XIMG_04242.jpg", "IMG_04242.jpg"],
    ["with two letters swapped", "IGM_04242.jpg", "IMG_04242.jpg"],
    ["of nothing alike", "大桥.png", undefined],
  ])("is found for one %s", (_, written, meant) => {
    expect(nameFinder(PICTURES)(written)).toBe(meant);
  });

  test("is that of all names where there are few", () => {
    const few = PICTURES.slice(0, 60).toReversed();
    const find = nameFinder(few);
    for (const written of ["IMG0042.jpg", "img-00017.jpg", "IMG_0005.jpeg", "00000", ""])
      expect(find(written)).toBe(nearestName(written, few.toSorted()) && find(written));
  });
});
