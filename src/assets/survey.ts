import { createHash } from "node:crypto";
import type { Metadata } from "sharp";
import { aigcLabel } from "./aigc.ts";
import { tellsPlace } from "./gps.ts";
import { loadSharp } from "./sharp.ts";
import { faultOfDrawing } from "./svgCheck.ts";

/** What is known of a file without making anything of it: a plain value that can be kept by the file's content. */
export type Survey =
  | { readonly kind: "attachment"; readonly hash: string }
  | Photo
  | { readonly kind: "drawing"; readonly hash: string; readonly width?: number; readonly height?: number }
  | { readonly kind: "refused"; readonly what: string; readonly line: number; readonly column: number }
  | { readonly kind: "bomb"; readonly width: number; readonly height: number }
  | { readonly kind: "unreadable"; readonly looksLike: Lookalike };

/** What a file that is no picture for browsers seems to be. */
type Lookalike = "nothing" | "iphonePhoto" | "webPage" | "damaged";

/** A picture made of pixels, which can be shown. */
export interface Photo {
  readonly kind: "photo";
  /** Of its bytes: SHA-256, hexadecimal. */
  readonly hash: string;
  readonly format: "jpeg" | "png" | "webp" | "gif" | "avif";
  /** As it is shown, after the turn that its camera noted. */
  readonly width: number;
  readonly height: number;
  /** The turn and mirroring that its camera noted, 1 to 8 as EXIF counts them. */
  readonly orientation: number;
  readonly bytes: number;
  readonly hasAlpha: boolean;
  readonly isAnimated: boolean;
  readonly hasGps: boolean;
  /** The label of a picture that was made with AI. */
  readonly aigc?: string;
}

/** What is kept of a picture's metadata. */
export type KeptFacts = Pick<Photo, "orientation" | "aigc">;

/** More pixels than this are never decoded: 50 million are a camera's largest, and 200 MB of memory. */
export const MOST_PIXELS = 50_000_000;

const FORMATS: Readonly<Record<string, Photo["format"]>> = {
  jpeg: "jpeg",
  png: "png",
  webp: "webp",
  gif: "gif",
  heif: "avif",
  avif: "avif",
};

/**
 * Learns about a picture from its head, then decodes it once into a few pixels, so that a damaged one is told before
 * anything is made of it. Nothing is decoded of a picture with too many pixels, nor of a drawing.
 */
export async function surveyPicture(bytes: Buffer): Promise<Survey> {
  const head = await readHead(bytes);
  if (isMarkup(bytes) || head?.format === "svg") return surveyDrawing(bytes, head);
  if (head === undefined) return unreadable(bytes);
  const format = FORMATS[head.format];
  if (format === undefined) return unreadable(bytes);
  const { width, height } = head.autoOrient;
  if (width * height > MOST_PIXELS) return { kind: "bomb", width, height };
  if (!(await canBeDecoded(bytes))) return unreadable(bytes);
  const { exif, xmp, comments } = head;
  const aigc = aigcLabel({ exif, xmp, texts: comments });
  return {
    kind: "photo",
    hash: hashOf(bytes),
    format,
    width,
    height,
    orientation: head.orientation ?? 1,
    bytes: bytes.length,
    hasAlpha: head.hasAlpha,
    isAnimated: (head.pages ?? 1) > 1,
    hasGps: tellsPlace({ exif, xmp }),
    ...(aigc === undefined ? {} : { aigc }),
  };
}

function unreadable(bytes: Buffer): Survey {
  return { kind: "unreadable", looksLike: lookalikeOf(bytes) };
}

function lookalikeOf(bytes: Buffer): Lookalike {
  if (bytes.length === 0) return "nothing";
  const start = bytes.toString("latin1", 0, 512);
  // ISO 23008-12: the brands of pictures in HEVC, which phones write and browsers do not read.
  if (/^.{4}ftyp(?:hei[cmsx]|hev[cx]|mif1)/s.test(start)) return "iphonePhoto";
  return /^\s*<(?:!doctype\s+html|html|head)\b/i.test(start) ? "webPage" : "damaged";
}

/** A drawing's text with the line ends of git's own copy, so that every checkout publishes the same. */
export function drawingText(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\r\n", "\n");
}

async function readHead(bytes: Buffer): Promise<Metadata | undefined> {
  const sharp = await loadSharp();
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return undefined; // whatever the decoder says of it, nobody could look at it
  }
}

async function canBeDecoded(bytes: Buffer): Promise<boolean> {
  const sharp = await loadSharp();
  try {
    await sharp(bytes, { failOn: "error", limitInputPixels: MOST_PIXELS })
      .resize(8, 8, { fit: "fill" })
      .raw()
      .toBuffer();
    return true;
  } catch {
    return false;
  }
}

/** What a browser might draw is looked through, whatever our own decoder makes of it. */
function isMarkup(bytes: Buffer): boolean {
  return /^\uFEFF?\s*<(?:[\s\S]*<)?(?:[\w-]+:)?svg[\s>/]/i.test(bytes.toString("utf8", 0, 4096));
}

function surveyDrawing(bytes: Buffer, { width, height }: Partial<Metadata> = {}): Survey {
  const text = readDrawing(bytes);
  if (text === undefined) return unreadable(bytes);
  const fault = faultOfDrawing(text);
  if (fault === undefined) return { kind: "drawing", hash: hashOf(Buffer.from(text)), width, height };
  const before = text.slice(0, fault.offset).split("\n");
  return { kind: "refused", what: fault.what, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function readDrawing(bytes: Buffer): string | undefined {
  try {
    return drawingText(bytes);
  } catch {
    return undefined; // not UTF-8: what a browser would make of it cannot be known
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
