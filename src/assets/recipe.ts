import { createHash } from "node:crypto";
import { type Route, toRoute } from "../model/route.ts";
import { SHARP_VERSION } from "./sharp.ts";
import type { Photo } from "./survey.ts";

/** The kinds that are made. */
type PictureKind = "webp" | "jpeg" | "png";

/** One picture to be made of an original: its route holds all that its bytes depend on. */
export interface Rendition {
  readonly kind: PictureKind;
  readonly route: Route;
  readonly width: number;
  readonly height: number;
}

/** What is made of one original, each list in ascending width. */
export interface Renditions {
  /** For every browser: the original's kind, or JPEG or PNG in the place of one that old browsers do not know. */
  readonly plain: readonly Rendition[];
  /** Empty where the plain ones are WebP themselves, or where the picture is too tall for it. */
  readonly webp: readonly Rendition[];
}

/** Of thumbnails, of phones at one to three pixels a point, and of a desktop's column at two. */
const WIDTHS = [240, 400, 800, 1200, 1600];
/** For old browsers, feeds and what is shared: one for lists, and one that is large enough for everybody's preview. */
const PLAIN_WIDTHS = [400, 1200];
const WEBP_TALLEST = 16_383;
const JPEG_TALLEST = 65_535;

/** Change it with anything below that changes the bytes of a rendition. */
const RECIPE = 1;

/** How each kind is encoded. AVIF is a third smaller, but takes 2 to 20 seconds a picture where WebP takes a third of one. */
export const ENCODING = {
  webp: { quality: 76, effort: 4 },
  jpeg: { quality: 80, mozjpeg: true },
  png: { compressionLevel: 9, effort: 7 },
} as const;

/** What is to be made of an original that stands at `path`: never larger than it is, and no width twice. */
export function planRenditions(path: string, photo: Photo): Renditions {
  const kind = plainKind(photo);
  const isTooTall = heightAt(photo, widest(photo, WIDTHS)) > WEBP_TALLEST;
  const make = (made: PictureKind, widths: readonly number[]) =>
    widths.map(
      (width): Rendition => ({
        kind: made,
        width,
        height: heightAt(photo, width),
        route: routeOf(path, photo, made, width),
      }),
    );
  if (kind === "webp") return { plain: make("webp", widthsOf(photo, WIDTHS)), webp: [] };
  if (isTooTall) return { plain: make(kind, widthsOf(photo, WIDTHS)), webp: [] };
  return { plain: make(kind, widthsOf(photo, PLAIN_WIDTHS)), webp: make("webp", widthsOf(photo, WIDTHS)) };
}

/** The route of what is made of a file: its name, and a hash of its bytes and of how they are treated. */
export function hashedRoute(path: string, parts: readonly string[], ending: string, suffix = ""): Route {
  const stem = /([^/]+)\.[^./]+$/.exec(path)?.[1] ?? "";
  const hash = createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 10);
  return toRoute(`assets/media/${stem.replace(/[\\?#%"<>|*:\s]/g, "-")}.${hash}${suffix}.${ending}`);
}

function routeOf(path: string, photo: Photo, kind: PictureKind, width: number): Route {
  const parts = [photo.hash, String(RECIPE), SHARP_VERSION];
  return hashedRoute(path, parts, kind === "jpeg" ? "jpg" : kind, `-${width}`);
}

function plainKind({ format, hasAlpha }: Photo): PictureKind {
  if (format === "jpeg" || format === "png" || format === "webp") return format;
  return format === "gif" || hasAlpha ? "png" : "jpeg";
}

/** Widths up to the original's own. One that would hardly be smaller than the largest is left out. */
function widthsOf(photo: Photo, widths: readonly number[]): number[] {
  const largest = widest(photo, widths);
  return [...widths.filter((width) => width <= largest * 0.85), largest];
}

/** No kind holds a picture taller than JPEG does. */
function widest({ width, height }: Photo, widths: readonly number[]): number {
  const fitting = height > JPEG_TALLEST ? Math.floor((width * JPEG_TALLEST) / height) : width;
  return Math.max(1, Math.min(fitting, widths.at(-1) ?? fitting));
}

function heightAt({ width, height }: Photo, at: number): number {
  return Math.max(1, Math.round((height * at) / width));
}
