import type { Element, Root } from "hast";
import { attribute, find } from "../support/html.ts";
import type { SampleSite } from "../support/sampleSite.ts";

/** What an address in a page of the site leads to. */
export type Target =
  | { readonly kind: "file"; readonly route: string; readonly fragment: string }
  | { readonly kind: "ignored" | "elsewhere"; readonly url: URL };

/** Follows an address as a browser does that reads it on the page at a route. */
export function follow(written: string, route: string, { forme }: Pick<SampleSite, "forme">): Target {
  const { origin, basePath, links } = forme.edition.site;
  const url = new URL(written, origin + basePath + encodeURI(route));
  if (url.origin !== origin) return { kind: "elsewhere", url };
  const path = decodeURIComponent(url.pathname).slice(basePath.length);
  if (links.ignore.some((prefix) => path.startsWith(prefix))) return { kind: "ignored", url };
  const file = path.endsWith("/") ? `${path}index.html` : path;
  return { kind: "file", route: file, fragment: decodeURIComponent(url.hash.slice(1)) };
}

const ADDRESSES = ["href", "src", "poster", "action", "dataFragment", "cite", "data"];

/** Every address that an element of a page holds, as it is written. */
export function addressesIn(page: Root): { readonly element: Element; readonly written: string }[] {
  return find(page, () => true).flatMap(({ element }) => {
    const values = ADDRESSES.flatMap((name) => attribute(element, name) ?? []);
    const more = [...refreshOf(element), ...socialAddress(element), ...widthsOf(element)];
    return [...values, ...more].map((written) => ({
      element,
      written,
    }));
  });
}

function refreshOf(element: Element): string[] {
  const [, url] = /^\d+;url=(.+)$/.exec(attribute(element, "content") ?? "") ?? [];
  return element.tagName === "meta" && url !== undefined ? [url] : [];
}

function socialAddress(element: Element): string[] {
  const isAddress = ["og:url", "og:image"].includes(attribute(element, "property") ?? "");
  return isAddress ? [attribute(element, "content") ?? ""] : [];
}

/** A picture's addresses in several widths: `/a.webp 240w, /b.webp 400w`. */
function widthsOf({ properties }: Element): string[] {
  const lists = [properties.srcSet, properties.imageSrcSet].flatMap((list) => list ?? []);
  return lists
    .flatMap((list) => String(list).split(/,\s+/))
    .map((entry) => entry.trim().split(/\s/)[0] ?? "");
}

/** The ids of a page. */
export function idsIn(page: Root): string[] {
  return find(page, ({ properties }) => properties.id !== undefined).map(({ element }) =>
    String(element.properties.id),
  );
}
