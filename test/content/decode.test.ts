import { describe, expect, it } from "vitest";
import { decodeText, placeAt } from "../../src/content/decode.ts";
import { spots } from "../support/spots.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const hex = (bytes: string) => Uint8Array.from(Buffer.from(bytes.replaceAll(" ", ""), "hex"));
const decode = (bytes: Uint8Array) => decodeText(bytes, "content/a.md");

/** 标题: 云河 / 第二行, in GBK. */
const GBK = hex("b1ea cce2 3a20 d4c6 bad3 0a b5da b6fe d0d0 0a");

describe("a text", () => {
  it.each([
    ["LF", "甲\n乙\n"],
    ["CRLF", "甲\r\n乙\r\n"],
    ["CR", "甲\r乙\r"],
    ["a byte-order mark", "\ufeff甲\n乙\n"],
    ["a byte-order mark and CRLF", "\ufeff甲\r\n乙\r\n"],
  ])("is the same with %s", (_how, text) => {
    expect(decode(utf8(text))).toEqual({ value: "甲\n乙\n", diagnostics: [] });
  });

  it.each(["\t", "\u00a0", "\u3000", "\u200b", "\u2028", "\ufffd", "👨‍👩‍👧", "e\u0301", "𠮷"])(
    "keeps %j as it is",
    (character) => {
      expect(decode(utf8(`甲${character}乙`)).value).toBe(`甲${character}乙`);
    },
  );
});

describe("bytes that are no text", () => {
  const utf16 = (text: string) => Buffer.from(text, "utf16le");

  it.each([
    ["GBK", GBK, "1:1 content/encoding", /GBK（GB18030）/],
    ["GBK from the second line on", hex("61 0a d4c6 0a"), "2:1 content/encoding", /GB18030/],
    [
      "UTF-16, little end first",
      Buffer.concat([hex("fffe"), utf16("标题")]),
      "1:1 content/encoding",
      /UTF-16/,
    ],
    [
      "UTF-16, big end first",
      Buffer.concat([hex("feff"), utf16("标题").swap16()]),
      "1:1 content/encoding",
      /UTF-16/,
    ],
    ["a picture", hex("89504e47 0d0a1a0a 0000000d"), "1:1 content/encoding", /不是文字文件/],
  ])("are told as %s", (_name, bytes, spot, message) => {
    const { value, diagnostics } = decode(bytes);
    expect(value).toBeUndefined();
    expect(spots(diagnostics)).toEqual([spot]);
    expect(diagnostics[0]?.message.zh).toMatch(message);
  });

  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("are told by the line of the first, with %s", (_name, end) => {
    const bytes = Buffer.concat([
      utf8(`第一行 \ufffd${end}第二行${end}第三`),
      hex("e8 a1"),
      utf8(`${end}第四行`),
    ]);
    const { diagnostics } = decode(bytes);
    expect(diagnostics).toMatchObject([{ line: 3, message: { zh: "这一行有乱码，不是 UTF-8 文字" } }]);
  });

  it("are not taken for GBK where most of the file is good UTF-8", () => {
    // 云河云河 and half a character more: all of these bytes have a meaning in GBK.
    const bytes = hex("e4ba91 e6b2b3 e4ba91 e6b2b3 e4ba");
    expect(new TextDecoder("gb18030", { fatal: true }).decode(bytes)).not.toBe("");
    expect(decode(bytes).diagnostics[0]?.message.zh).toBe("这一行有乱码，不是 UTF-8 文字");
  });

  it.each(["", "\n", " \r\n\t", "\ufeff", "\u3000"])("are an empty file where there is only %j", (text) => {
    expect(spots(decode(utf8(text)).diagnostics)).toEqual(["1:1 content/empty"]);
  });
});

describe("control characters", () => {
  it.each([
    ["a NUL", "\u0000", "U+0000"],
    ["a bell", "\u0007", "U+0007"],
    ["a vertical tab", "\u000b", "U+000B"],
    ["an escape", "\u001b", "U+001B"],
    ["a delete", "\u007f", "U+007F"],
    ["a next line", "\u0085", "U+0085"],
    ["a non-character", "\uffff", "U+FFFF"],
  ])("%s is told at its place", (_name, character, code) => {
    const { value, diagnostics } = decode(utf8(`甲\r\n乙😀${character}丙`));
    expect(value).toBeUndefined();
    expect(spots(diagnostics)).toEqual(["2:4 content/control-character"]);
    expect(diagnostics[0]?.message.zh).toContain(code);
  });

  it("are told five at most", () => {
    expect(decode(utf8("\u0000\n".repeat(100))).diagnostics).toHaveLength(5);
  });
});

describe("placeAt", () => {
  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 1, 3],
    [3, 2, 1],
    [5, 3, 1],
  ])("finds offset %i at %i:%i", (offset, line, column) => {
    expect(placeAt("甲乙\n丙\n", offset, "f")).toEqual({ file: "f", line, column });
  });

  it("counts from the first line it is given", () => {
    expect(placeAt("甲\n乙", 2, "f", 10)).toEqual({ file: "f", line: 11, column: 1 });
  });
});
