import type { Site } from "../model/site.ts";

/** A path as it stands below the site's base path, which some editors write in their links, and some do not. */
export function belowBase(path: string, { basePath }: Pick<Site, "basePath">): string {
  if (basePath === "") return path;
  if (path === basePath) return "/";
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
}

/** Whether another system serves a path below the base path: `links.ignore` of site.yaml. */
export function isIgnored(path: string, { links }: Pick<Site, "links">): boolean {
  return links.ignore.some((prefix) => path === prefix || path.startsWith(prefix.replace(/\/*$/, "/")));
}

/** Where a link of site.yaml leads: a path, below the site's base path; another address, as it was written. */
export function configuredHref(url: string, site: Pick<Site, "basePath">): string {
  return url.startsWith("/") ? site.basePath + belowBase(url, site) : url;
}
