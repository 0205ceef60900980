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
  const route = normal.startsWith("/") ? normal : `/${normal}`;
  if (!isRoute(route)) throw new Error(`not a route: ${path}`);
  return route;
}

/** Whether something is a route as `toRoute` makes them. What we wrote down may have been damaged since: a name that leads out of the site is none. */
export function isRoute(text: unknown): text is Route {
  return (
    typeof text === "string" &&
    text.startsWith("/") &&
    !UNSAFE.test(text.slice(1)) &&
    text.normalize("NFC") === text
  );
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
