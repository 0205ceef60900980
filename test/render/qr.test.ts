import { expect, test } from "vitest";
import { qrSvg } from "../../src/render/qr.ts";

/** The modules of a drawn code, row by row, as its path has them. */
function modules(svg: string): string[] {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const rows = Array.from({ length: size }, () => Array<string>(size).fill("."));
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let at = 0; at < Number(width); at++) {
      const row = rows[Number(y)];
      if (row !== undefined) row[Number(x) + at] = "#";
    }
  return rows.map((row) => row.join(""));
}

test("draws the smallest code, four modules of quiet around its three corners", () => {
  const rows = modules(qrSvg("https://a.cn/"));
  expect(rows).toHaveLength(21 + 8);
  expect(rows.slice(0, 4).concat(rows.slice(-4)).join("")).toMatch(/^\.+$/);
  const corner = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];
  const at = (row: number, column: number) =>
    rows.slice(row, row + 7).map((text) => text.slice(column, column + 7));
  expect([at(4, 4), at(4, 18), at(18, 4)]).toEqual([corner, corner, corner]);
});

test("draws the same code for the same text, another for another", () => {
  expect(qrSvg("https://a.cn/1")).toBe(qrSvg("https://a.cn/1"));
  expect(qrSvg("https://a.cn/1")).not.toBe(qrSvg("https://a.cn/2"));
});

test("has room for a long address, and none for a text that no code holds", () => {
  expect(modules(qrSvg(`https://a.cn/${"%E6".repeat(400)}`)).length).toBeGreaterThan(100);
  expect(qrSvg("x".repeat(3000))).toBe("");
  expect(qrSvg("")).toBe("");
});
