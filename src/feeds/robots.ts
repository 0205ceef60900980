/** robots.txt: everything may be read. Sitemaps are absolute addresses. */
export function renderRobots(sitemaps: readonly string[]): string {
  // An empty Disallow closes nothing: a group needs at least one rule.
  const places = sitemaps.map((url) => `Sitemap: ${url}`);
  return `${["User-agent: *", "Disallow:", "", ...places].join("\n").trimEnd()}\n`;
}
