import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, renderHeaders } from "../../src/feeds/headers.ts";
import { headersOf } from "../support/hostRules.ts";

const settings = { basePath: "", mediaHosts: [] };

describe("renderHeaders", () => {
  const text = renderHeaders(settings);

  it.each(["/", "/economy/", "/2026/0209/a.html", "/fragments/hot.html"])(
    "has %s asked for again soon",
    (path) => {
      expect(headersOf(path, text)["Cache-Control"]).toBe("public, max-age=60, must-revalidate");
    },
  );

  it("keeps a fingerprinted asset for a year", () => {
    expect(headersOf("/assets/site.1a2b3c.css", text)["Cache-Control"]).toBe(
      "public, max-age=31536000, immutable",
    );
  });

  it("protects every file", () => {
    for (const path of ["/", "/a/b.html", "/feed.xml", "/assets/a.js", "/fragments/hot.html"]) {
      expect(headersOf(path, text)).toMatchObject({
        "Content-Security-Policy": expect.stringContaining("default-src 'self'"),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
      });
    }
  });

  it("keeps fragments out of search engines, and nothing else", () => {
    expect(headersOf("/fragments/hot.html", text)).toHaveProperty("X-Robots-Tag", "noindex");
    expect(headersOf("/2026/0209/a.html", text)).not.toHaveProperty("X-Robots-Tag");
  });

  it("lets the search page alone run WebAssembly, where the site has a search", () => {
    const searched = renderHeaders({ ...settings, hasSearch: true, basePath: "/paper" });
    const policy = (path: string) => headersOf(`/paper${path}`, searched)["Content-Security-Policy"];
    expect(policy("/search/")).toContain("script-src 'self' 'wasm-unsafe-eval';");
    for (const path of ["/", "/news/", "/2026/0209/a.html", "/search/pagefind/pagefind.js"]) {
      expect(policy(path)).toBe(contentSecurityPolicy(settings));
    }
    expect(headersOf("/search/", text)["Content-Security-Policy"]).toBe(contentSecurityPolicy(settings));
  });

  it("keeps the parts of an index for a year, but not the file that names them", () => {
    const searched = renderHeaders({ ...settings, hasSearch: true });
    expect(headersOf("/search/2026/index/und-2026_1.pf_index", searched)["Cache-Control"]).toContain(
      "immutable",
    );
    expect(headersOf("/search/2026/pagefind-entry.json", searched)).not.toHaveProperty("Cache-Control");
  });

  it("stays within a hundred rules, one splat each", () => {
    const paths = text.split("\n").filter((line) => line.startsWith("/"));
    expect(paths.length).toBeLessThanOrEqual(100);
    expect(paths.every((path) => path.split("*").length <= 2)).toBe(true);
  });

  it("stands below the site's base path", () => {
    const below = renderHeaders({ ...settings, basePath: "/paper" });
    expect(headersOf("/paper/a.html", below)).toHaveProperty("Cache-Control");
    expect(headersOf("/a.html", below)).toEqual({});
  });
});

describe("contentSecurityPolicy", () => {
  it("lets nothing in but the site's own files", () => {
    expect(contentSecurityPolicy(settings).split("; ")).toEqual([
      "default-src 'self'",
      "img-src 'self' data:",
      "media-src 'self'",
      "frame-src 'self'",
      "style-src 'self'",
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "frame-ancestors 'self'",
      "form-action 'self'",
    ]);
  });

  it("lets pictures and videos come from the media hosts, in ASCII", () => {
    const policy = contentSecurityPolicy({
      ...settings,
      mediaHosts: ["IMG.example.com:8443", "*.图.example"],
    });
    expect(policy).toContain("img-src 'self' data: img.example.com:8443 *.xn--wcs.example;");
    expect(policy).toContain("media-src 'self' img.example.com:8443 *.xn--wcs.example;");
    expect(policy).toContain("frame-src 'self' img.example.com:8443 *.xn--wcs.example;");
  });

  it.each([
    ["https://cn.bing.com/search?q=", "form-action 'self' https://cn.bing.com"],
    ["https://www.baidu.com/s?wd=", "form-action 'self' https://www.baidu.com https://*.baidu.com"],
  ])("lets the search form go to %s and where it sends its readers", (searchEngine, directive) => {
    expect(
      contentSecurityPolicy({ ...settings, searchEngine })
        .split("; ")
        .at(-1),
    ).toBe(directive);
  });

  it.each(["a;script-src *", "a,b", "a b", "'unsafe-inline'"])(
    "throws on the host %j, which would open it",
    (host) => {
      expect(() => contentSecurityPolicy({ ...settings, mediaHosts: [host] })).toThrow();
    },
  );
});
