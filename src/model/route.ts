import { encodePath } from "./path.ts";

/** The address of one file of the site, from its root, NFC and not encoded: `/economy/index.html`. */
export type Route = string & { readonly __brand: "Route" };

/** An empty segment, `.` or `..`; a backslash. */
const UNSAFE = /(?:^|\/)\.{0,2}(?:\/|$)|\\/;

/** A path that is the same percent-encoded. */
const PLAIN = /^[\w./~-]*$/;

/** Makes a route from a path below the site's root. Throws on `..`, `\` or an empty segment: callers check what editors wrote before they come here. */
export function toRoute(path: string): Route {
  const normal = path.normalize("NFC");
  const below = normal.startsWith("/") ? normal.slice(1) : normal;
  if (UNSAFE.test(below)) throw new Error(`not a route: ${path}`);
  return `/${below}` as Route;
}

/** The path that a browser asks for: percent-encoded, `index.html` dropped, below the site's base path. */
export function hrefOf(basePath: string, route: Route): string {
  const path = route.endsWith("/index.html") ? route.slice(0, -"index.html".length) : route;
  return basePath + (PLAIN.test(path) ? path : encodePath(path));
}

/** `hrefOf` with the site's origin: what feeds, sitemaps and canonical links hold. */
export function absoluteUrl(
  site: { readonly origin: string; readonly basePath: string },
  route: Route,
): string {
  return site.origin + hrefOf(site.basePath, route);
}
