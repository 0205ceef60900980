import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { qrSvg } from "../../src/render/qr.ts";

/** The modules of a drawn code with the quiet around them, row by row, as its path has them. */
function modules(svg: string): string[] {
  const [, left, top, size] = /viewBox="(\S+) (\S+) (\d+) /.exec(svg)?.map(Number) ?? [];
  if (left === undefined || top === undefined) return [];
  const rows = Array.from({ length: size ?? 0 }, () => Array<string>(size ?? 0).fill("."));
  const [pen, half] = [{ x: 0, y: 0 }, 0.5];
  for (const [, sign, x, y, width] of svg.matchAll(/([Mm])(\d+) (\d+)h(\d+)/g)) {
    pen.x = Number(x) + (sign === "m" ? pen.x : 0);
    pen.y = Number(y) + (sign === "m" ? pen.y : 0);
    rows[pen.y - half - top]?.fill("#", pen.x - left, pen.x - left + Number(width));
    pen.x += Number(width);
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

test.each(["https://a.cn/", "https://news.yunhe.example.com/2026/0209/yunhe-001000.html", "云河新闻"])(
  "draws what a reader reads: %s",
  (text) => {
    const rows = modules(qrSvg(text));
    const scale = 4;
    const size = rows.length * scale;
    const data = new Uint8Array(size * size * 4).map((_, at) => {
      const [x, y] = [Math.floor(at / 4) % size, Math.floor(at / 4 / size)];
      return rows[Math.floor(y / scale)]?.[Math.floor(x / scale)] === "#" && at % 4 < 3 ? 0 : 255;
    });
    expect(decodeQR({ width: size, height: size, data })).toBe(text);
  },
);

test("draws the same code for the same text, another for another", () => {
  expect(qrSvg("https://a.cn/1")).toBe(qrSvg("https://a.cn/1"));
  expect(qrSvg("https://a.cn/1")).not.toBe(qrSvg("https://a.cn/2"));
});

test("has room for a long address, and none for a text that no code holds", () => {
  expect(modules(qrSvg(`https://a.cn/${"%E6".repeat(400)}`)).length).toBeGreaterThan(100);
  expect(qrSvg("x".repeat(3000))).toBe("");
  expect(qrSvg("")).toBe("");
});
