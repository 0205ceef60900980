/** The address of one file of the site, from its root, NFC and not encoded: `/economy/index.html`. */
export type Route = string & { readonly __brand: "Route" };

/** Makes a route from a path below the site's root. Throws on `..`, `\` or an empty segment: callers check what editors wrote before they come here. */
export function toRoute(path: string): Route {
  const normal = path.normalize("NFC");
  const segments = normal.replace(/^\//, "").split("/");
  if (
    segments.some(
      (segment) => segment === "" || segment === "." || segment === ".." || segment.includes("\\"),
    )
  ) {
    throw new Error(`not a route: ${path}`);
  }
  return `/${segments.join("/")}` as Route;
}

/** The path that a browser asks for: percent-encoded, `index.html` dropped, below the site's base path. */
export function hrefOf(basePath: string, route: Route): string {
  const path = route.replace(/(^|\/)index\.html$/, "$1");
  return basePath + path.split("/").map(encodeURIComponent).join("/");
}

/** `hrefOf` with the site's origin: what feeds, sitemaps and canonical links hold. */
export function absoluteUrl(
  site: { readonly origin: string; readonly basePath: string },
  route: Route,
): string {
  return site.origin + hrefOf(site.basePath, route);
}
