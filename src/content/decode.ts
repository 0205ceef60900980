import type { Diagnostic, Parsed, Place } from "../model/diagnostic.ts";
import { controlCharacter, type EncodingGuess, emptyFile, wrongEncoding } from "./problems.ts";

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\ufffe\uffff]/g;
const MOST_REPORTED = 5;

/**
 * One file's bytes as text: UTF-8 without its byte-order mark, lines ended by LF. The value is undefined where the bytes
 * are no text that an editor can have meant: another encoding, a binary, control characters, nothing at all.
 */
export function decodeText(bytes: Uint8Array, file: string): Parsed<string | undefined> {
  const text = decode(bytes);
  if (text === undefined) {
    return failure(wrongEncoding({ file, ...placeOfFirstBadByte(bytes) }, guessEncoding(bytes)));
  }
  const unified = text.replace(/\r\n?/g, "\n");
  if (unified.trim() === "") return failure(emptyFile({ file, line: 1, column: 1 }));
  const found = [...unified.matchAll(FORBIDDEN)].slice(0, MOST_REPORTED);
  if (found.length > 0) {
    const diagnostics = found.map((match) =>
      controlCharacter(placeAt(unified, match.index, file), codePoint(match[0])),
    );
    return { value: undefined, diagnostics };
  }
  return { value: unified, diagnostics: [] };
}

/** The line and column of an offset in a text. */
export function placeAt(text: string, offset: number, file: string, firstLine = 1): Place {
  const before = text.slice(0, offset);
  const line = before.split("\n").length - 1 + firstLine;
  return { file, line, column: offset - before.lastIndexOf("\n") };
}

function failure(diagnostic: Diagnostic): Parsed<undefined> {
  return { value: undefined, diagnostics: [diagnostic] };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function guessEncoding(bytes: Uint8Array): EncodingGuess {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return "utf16";
  if (bytes.includes(0)) return "binary";
  // Text in UTF-8 with a damaged spot can pass for GB18030 as well, but not the other way round.
  const asUtf8 = new TextDecoder("utf-8").decode(bytes);
  if (countHan(asUtf8) > asUtf8.split("\ufffd").length - 1) return "broken";
  const asGb = new TextDecoder("gb18030").decode(bytes);
  return countHan(asGb) > 0 && !asGb.includes("\ufffd") ? "gb18030" : "broken";
}

function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** No character of UTF-8 holds the byte of a line's end, so each line can be tried alone. */
function placeOfFirstBadByte(bytes: Uint8Array): { readonly line: number; readonly column: number } {
  const lines = Buffer.from(bytes)
    .toString("latin1")
    .split(/\r\n?|\n/)
    .map((line) => Buffer.from(line, "latin1"));
  const index = lines.findIndex((line) => decode(line) === undefined);
  return { line: index + 1, column: goodStart(lines[index] ?? Buffer.alloc(0)).length + 1 };
}

/** What can be read of a line before its first bad byte. */
function goodStart(line: Buffer): string {
  let good = 0;
  let bad = line.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (readStart(line, middle) === undefined) bad = middle;
    else good = middle;
  }
  return readStart(line, good) ?? "";
}

function readStart(line: Buffer, length: number): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(line.subarray(0, length), { stream: true });
  } catch {
    return undefined;
  }
}
