export interface HeaderSettings {
  /** `` or `/paper`. */
  readonly basePath: string;
  /** Hosts from which pictures and videos may come, with or without a port. */
  readonly mediaHosts: readonly string[];
  /** The address of the search engine that the search page's form goes to. */
  readonly searchEngine?: string;
  /** Whether the site has a search of its own, which runs WebAssembly on the search page. */
  readonly hasSearch?: boolean;
}

/** Short: a correction or a withdrawal reaches every reader within a minute. */
const SHORT = "Cache-Control: public, max-age=60, must-revalidate";
const YEAR = "Cache-Control: public, max-age=31536000, immutable";

/**
 * The `_headers` file: security headers everywhere, pages and fragments cached shortly, fingerprinted assets for a year.
 * Hosts join the values of all rules that match, so no two rules here set one header for the same file; a rule that sets one
 * anew drops it first (`! Name`).
 */
export function renderHeaders(settings: HeaderSettings): string {
  const rules: readonly (readonly [string, ...string[]])[] = [
    [
      "/*",
      `Content-Security-Policy: ${contentSecurityPolicy(settings)}`,
      "X-Content-Type-Options: nosniff",
      "Referrer-Policy: strict-origin-when-cross-origin",
    ],
    ["/", SHORT],
    ["/*/", SHORT],
    ["/*.html", SHORT],
    // Crawlers must be able to fetch a fragment to see the whole page, but it is no page of its own.
    ["/fragments/*", "X-Robots-Tag: noindex"],
    ["/assets/*", YEAR],
    ...(settings.hasSearch === true ? searchRules(settings) : []),
  ];
  const blocks = rules.map(([path, ...headers]) => {
    return [settings.basePath + path, ...headers.map((header) => `  ${header}`)].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}

/** The search page alone may run WebAssembly. What an index holds stands under the hashes of its bytes, but for its entry. */
function searchRules(settings: HeaderSettings): [string, ...string[]][] {
  const policy = contentSecurityPolicy(settings, ["'wasm-unsafe-eval'"]);
  return [
    ["/search/", "! Content-Security-Policy", `Content-Security-Policy: ${policy}`],
    ["/search/:year/index/*", YEAR],
    ["/search/:year/filter/*", YEAR],
    ["/search/:year/fragment/*", YEAR],
  ];
}

/** The policy that every page of the site keeps: nothing runs or loads but the site's own files and media from the named hosts. */
export function contentSecurityPolicy(
  { mediaHosts, searchEngine }: HeaderSettings,
  scripts: readonly string[] = [],
): string {
  const media = mediaHosts.map(hostSource);
  const directives: readonly (readonly string[])[] = [
    ["default-src", "'self'"],
    ["img-src", "'self'", "data:", ...media],
    ["media-src", "'self'", ...media],
    ["frame-src", "'self'", ...media],
    ["style-src", "'self'"],
    ["script-src", "'self'", ...scripts],
    ["object-src", "'none'"],
    ["base-uri", "'self'"],
    ["frame-ancestors", "'self'"],
    ["form-action", "'self'", ...(searchEngine === undefined ? [] : engineSources(searchEngine))],
  ];
  return directives.map((directive) => directive.join(" ")).join("; ");
}

/** A host as the policy takes it, in ASCII. Throws where it would end the directive: hosts are checked when site.yaml is read. */
function hostSource(host: string): string {
  const ascii = new URL(`https://${host}`).host;
  if (!/^[a-z0-9.*:[\]_-]+$/.test(ascii)) throw new Error(`not a host: ${host}`);
  return ascii;
}

/** Browsers hold redirects to the policy too, and engines send phones and regions from `www` to a sister host. */
function engineSources(address: string): readonly string[] {
  const { protocol, host } = new URL(address);
  const origin = `${protocol}//${hostSource(host)}`;
  return host.startsWith("www.") ? [origin, origin.replace("//www.", "//*.")] : [origin];
}
