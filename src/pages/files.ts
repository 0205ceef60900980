import type { Cover, PlainPage } from "../model/article.ts";
import { compareText } from "../model/diagnostic.ts";
import { folderOf } from "../model/path.ts";
import type { Library } from "../ranking/library.ts";
import { shownBodies } from "./edition.ts";
import type { SectionTree } from "./sections.ts";

const PICTURE = /\.(?:jpe?g|jfif|png|gif|webp|avif|svg|bmp|tiff?|heic|heif)$/i;
const ATTACHMENT = /\.(?:pdf|ofd|docx?|wps|xlsx?|et|pptx?|dps|csv|txt|zip|rar|7z|mp3|m4a|mp4|webm|vtt)$/i;

/** A file that a shown text refers to, by its path below content/. */
export interface WantedFile {
  readonly path: string;
  /** A picture that stands on a page. */
  readonly isShown: boolean;
  /** A file that a link leads to. */
  readonly isLinked: boolean;
}

/** Whether a file is treated as a picture, by its name. Of those that no browser shows, the editor is told. */
export function isPicturePath(path: string): boolean {
  return PICTURE.test(path);
}

/** Every file beside the shown texts that they refer to, once, in order. What only drafts refer to is not among them. */
export function wantedFiles(
  library: Library,
  sections: SectionTree,
  plainPages: readonly PlainPage[],
): WantedFile[] {
  const covers = [
    ...library.visible.map(({ path, cover }) => ({ path, cover })),
    ...[...sections.values()].map(({ path, cover }) => ({ path: `${path}/_index.md`, cover: cover?.value })),
  ];
  const uses = [
    ...covers.flatMap(({ path, cover }) =>
      cover === undefined ? [] : [{ path: filePath(cover.src, path), isLink: false }],
    ),
    ...shownBodies(library, sections, plainPages).flatMap(({ path, body }) =>
      body.references.map(({ kind, target }) => ({ path: filePath(target, path), isLink: kind === "link" })),
    ),
  ];
  const wanted = new Map<string, WantedFile>();
  for (const { path, isLink } of uses) {
    if (path === undefined || !(PICTURE.test(path) || ATTACHMENT.test(path))) continue;
    const { isShown = false, isLinked = false } = wanted.get(path) ?? {};
    wanted.set(path, { path, isShown: isShown || !isLink, isLinked: isLinked || isLink });
  }
  return [...wanted.values()].sort((a, b) => compareText(a.path, b.path));
}

/**
 * The file below content/ that an address in the text at `from` means: relative to the text, or below content/static for
 * an address that starts with `/`. Undefined where it leads elsewhere or out of content/.
 */
export function filePath(target: string, from: string): string | undefined {
  const path = target
    .replace(/[?#].*$/s, "")
    .replaceAll("%23", "#")
    .normalize("NFC");
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path) || path === "") return undefined;
  if (path.startsWith("/")) return resolvePath("static", path.slice(1));
  return resolvePath(folderOf(from), path);
}

/** Joins a folder and a relative path; undefined where `..` leads out. */
export function resolvePath(folder: string, path: string): string | undefined {
  const names = folder === "" ? [] : folder.split("/");
  for (const name of path.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.join("/");
}

/** The host of a picture elsewhere; undefined for one of our own. */
export function foreignHost({ src }: Cover): string | undefined {
  if (!/^(?:https?:)?\/\//i.test(src)) return undefined;
  return URL.canParse(src, "https://x") ? new URL(src, "https://x").host : "";
}
