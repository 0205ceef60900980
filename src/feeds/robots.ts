/** robots.txt: everything may be read but the paths that are closed, which are percent-encoded. Sitemaps are absolute addresses. */
export function renderRobots(sitemaps: readonly string[], closed: readonly string[] = []): string {
  // An empty Disallow closes nothing: a group needs at least one rule.
  const rules = (closed.length === 0 ? [""] : closed).map((path) => `Disallow: ${path}`.trimEnd());
  const places = sitemaps.map((url) => `Sitemap: ${url}`);
  return `${["User-agent: *", ...rules, "", ...places].join("\n").trimEnd()}\n`;
}
