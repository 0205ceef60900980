import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PathCommand } from "opentype.js";

/** A typeface for drawing text as shapes, so that no machine's own fonts matter. */
export interface Face {
  readonly has: (character: string) => boolean;
  /** How far a character reaches at a size of 1. */
  readonly advance: (character: string) => number;
  /** A character as an SVG path, its baseline starting at `x`, `y`. One that the face lacks is drawn as 〓, as printers do. */
  readonly outline: (character: string, x: number, y: number, size: number) => string;
}

const require = createRequire(import.meta.url);
const PACKAGE = join(dirname(require.resolve("@embedpdf/fonts-sc")), "..");
const SUBSTITUTE = "〓";

/** The typeface as a part of the name of all that is drawn with it. */
export function faceVersion(): string {
  return readFileSync(join(PACKAGE, "package.json"), "utf8");
}

let face: Promise<Face> | undefined;

/** Noto Sans Hans Bold. It is read once a process, which takes half a second. */
export function loadFace(): Promise<Face> {
  face ??= readFace();
  return face;
}

async function readFace(): Promise<Face> {
  const { default: opentype } = await import("opentype.js");
  const bytes = readFileSync(join(PACKAGE, "fonts/NotoSansHans-Bold.otf"));
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const font = opentype.parse(data, { lowMemory: true });
  const has = (character: string) => font.charToGlyphIndex(character) > 0;
  const glyph = (character: string) => font.charToGlyph(has(character) ? character : SUBSTITUTE);
  return {
    has,
    advance: (character) => (glyph(character).advanceWidth ?? font.unitsPerEm) / font.unitsPerEm,
    outline: (character, x, y, size) => glyph(character).getPath(x, y, size).commands.map(pathPart).join(""),
  };
}

/** To a tenth of a pixel. The reader's own `toPathData` writes numbers that end a path early. */
function pathPart(command: PathCommand): string {
  const numbers = (...values: readonly number[]) =>
    values.map((value) => Math.round(value * 10) / 10).join(" ");
  switch (command.type) {
    case "M":
    case "L":
      return command.type + numbers(command.x, command.y);
    case "C":
      return `C${numbers(command.x1, command.y1, command.x2, command.y2, command.x, command.y)}`;
    case "Q":
      return `Q${numbers(command.x1, command.y1, command.x, command.y)}`;
    case "Z":
      return "Z";
  }
}
