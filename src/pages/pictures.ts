import type { Rendition } from "../assets/recipe.ts";
import type { PictureSource } from "../model/article.ts";
import type { Head, Picture } from "../model/page.ts";
import { hrefOf } from "../model/route.ts";
import type { Site } from "../model/site.ts";
import type { PublishedFile } from "./edition.ts";

/** A picture for sharing: its address is absolute. */
export interface SocialPicture {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
}

/** Where a picture stands on a page. */
export type Spot = "card" | "lead" | "text";

/** How wide each stands in the default theme, for the browser's choice among the widths. */
const SIZES: Readonly<Record<Spot, string>> = {
  card: "(min-width: 40rem) 12rem, 8rem",
  lead: "(min-width: 64rem) 40rem, 100vw",
  text: "(min-width: 52rem) 50rem, 100vw",
};
/** A card is never wider than this, on any screen. */
const CARD_WIDEST = 800;

/** A file's picture as its spot wants it: addresses, and the size of the whole picture. */
export type PictureFile = Pick<Picture, "src" | "width" | "height" | "srcset" | "sizes"> & {
  readonly sources: readonly PictureSource[];
};

/** A published picture as it stands in a spot. One of which nothing was made stands as it is. */
export function pictureFile(file: PublishedFile, spot: Spot, site: Site): PictureFile {
  const { route, width, height, renditions } = file;
  if (renditions === undefined) return { src: hrefOf(site.basePath, route), width, height, sources: [] };
  const plain = fitting(renditions.plain, spot);
  const webp = fitting(renditions.webp, spot);
  const largest = plain.at(-1) ?? renditions.plain[0];
  return {
    src: largest === undefined ? "" : hrefOf(site.basePath, largest.route),
    width: largest?.width,
    height: largest?.height,
    // Where there is something better, the plain one is for old browsers, and one width will do.
    srcset: webp.length > 0 || plain.length < 2 ? undefined : srcsetOf(plain, site),
    sources: webp.length > 0 ? [{ type: "image/webp", srcset: srcsetOf(webp, site) }] : [],
    sizes: webp.length > 0 || plain.length > 1 ? SIZES[spot] : undefined,
  };
}

/** What a page asks the browser to load before it has read the page. */
export function preloadOf(
  picture: Pick<PictureFile, "src" | "srcset" | "sizes" | "sources">,
): Head["preload"] {
  const [best] = picture.sources;
  // Without an `href`, a browser that cannot choose among widths loads nothing twice.
  if (best !== undefined) return { type: best.type, srcset: best.srcset, sizes: picture.sizes };
  if (picture.srcset !== undefined) return { srcset: picture.srcset, sizes: picture.sizes };
  return { href: picture.src };
}

/** A page's picture with its whole address. */
export function absolutePicture(
  { src, width, height }: Pick<Picture, "src" | "width" | "height">,
  { origin }: Pick<Site, "origin">,
): SocialPicture {
  return { url: new URL(src, origin).href, width, height };
}

/** Whether sharing services take a picture: drawings they do not. */
export function canBeShared({ url }: SocialPicture): boolean {
  return !/\.svg$/i.test(url);
}

function fitting(renditions: readonly Rendition[], spot: Spot): readonly Rendition[] {
  if (spot !== "card") return renditions;
  const small = renditions.filter(({ width }) => width <= CARD_WIDEST);
  return small.length > 0 ? small : renditions.slice(0, 1);
}

function srcsetOf(renditions: readonly Rendition[], site: Site): string {
  return renditions.map(({ route, width }) => `${hrefOf(site.basePath, route)} ${width}w`).join(", ");
}
