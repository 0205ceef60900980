import { describe, expect, it } from "vitest";
import type { AssetFiles } from "../../src/assets/assetFile.ts";
import { bundleAssets } from "../../src/assets/bundle.ts";

function assets(files: Readonly<Record<string, string>>): AssetFiles {
  return new Map(
    Object.entries(files).map(([name, text]) => [
      name,
      { bytes: new TextEncoder().encode(text), file: `templates/assets/${name}` },
    ]),
  );
}

async function bundle(files: Readonly<Record<string, string>>, basePath = "") {
  const { urls, outputs, diagnostics } = await bundleAssets(assets(files), basePath);
  const texts = Object.fromEntries(
    outputs.map(({ route, bytes }) => [route as string, new TextDecoder().decode(bytes)]),
  );
  return { urls: Object.fromEntries(urls), texts, diagnostics };
}

/** The only stylesheet that comes out. */
async function styleOf(files: Readonly<Record<string, string>>): Promise<string> {
  const { texts, diagnostics } = await bundle(files);
  expect(diagnostics).toEqual([]);
  return Object.entries(texts).find(([route]) => route.endsWith(".css"))?.[1] ?? "";
}

async function problemsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { diagnostics } = await bundle(files);
  return diagnostics.map(
    ({ file, line, column, code, hint }) => `${file}:${line}:${column} ${code} ${hint.en}`,
  );
}

describe("fingerprints", () => {
  it("names an asset by the first ten digits of the SHA-256 of its bytes", async () => {
    // printf 'let a = 1;\n' | sha256sum
    const { urls, texts } = await bundle({ "rails.js": "let a = 1;\n" });
    expect(urls).toEqual({ "rails.js": "/assets/rails.dec9932ac3.js" });
    expect(texts).toEqual({ "/assets/rails.dec9932ac3.js": "let a = 1;\n" });
  });

  it("keeps folders and inner dots, and copes with a name without an ending", async () => {
    const { urls } = await bundle({ "img/a.min.svg": "<svg/>", "icons.v2/licence": "x" });
    expect(urls["img/a.min.svg"]).toMatch(/^\/assets\/img\/a\.min\.[0-9a-f]{10}\.svg$/);
    expect(urls["icons.v2/licence"]).toMatch(/^\/assets\/icons\.v2\/licence\.[0-9a-f]{10}$/);
  });

  it("writes URLs below the base path and percent-encoded, routes without either", async () => {
    const { urls, texts } = await bundle({ "图标.svg": "<svg/>" }, "/paper");
    expect(urls["图标.svg"]).toMatch(/^\/paper\/assets\/%E5%9B%BE%E6%A0%87\.[0-9a-f]{10}\.svg$/);
    expect(Object.keys(texts)[0]).toMatch(/^\/assets\/图标\.[0-9a-f]{10}\.svg$/);
  });

  it("changes a stylesheet's name when a picture in it changes", async () => {
    const style = "a{background:url(a.svg)}";
    const before = await bundle({ "style.css": style, "a.svg": "<svg/>" });
    const after = await bundle({ "style.css": style, "a.svg": "<svg></svg>" });
    expect(after.urls["style.css"]).not.toBe(before.urls["style.css"]);
  });

  it("gives the same bundle whatever the order of the files", async () => {
    const files = {
      "style.css": "a{background:url(b.svg)}",
      "a.css": "a{b:c}",
      "b.svg": "<svg/>",
      "c.js": "",
    };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect(await bundle(reversed)).toEqual(await bundle(files));
  });
});

describe("stylesheets", () => {
  it("are minified and lowered for browsers of 2019", async () => {
    expect(await styleOf({ "style.css": ".a {\n  & .b { inset: 0; }\n}\n" })).toBe(
      ".a .b{top:0;bottom:0;left:0;right:0}",
    );
  });

  it("hold what they import, with its media, and the parts are not published", async () => {
    const files = {
      "style.css": '@import "parts/base.css";@import "parts/print.css" print;a{color:red}',
      "parts/base.css": '@import "./more.css";b{color:red}',
      "parts/more.css": "i{color:red}",
      "parts/print.css": "p{color:red}",
    };
    expect(await styleOf(files)).toBe("i{color:red}b{color:red}@media print{p{color:red}}a{color:red}");
    expect(Object.keys((await bundle(files)).urls)).toEqual(["style.css"]);
  });

  it("point to fingerprinted assets from wherever the part stands, and keep queries and fragments", async () => {
    const files = {
      "style.css": '@import "parts/a.css";.b{background:url(img/图.svg#x)}',
      "parts/a.css": ".a{background:url('../img/%E5%9B%BE.svg?v')}",
      "img/图.svg": "<svg/>",
    };
    const url = (await bundle(files)).urls["img/图.svg"];
    expect(await styleOf(files)).toBe(`.a{background:url("${url}?v")}.b{background:url("${url}#x")}`);
  });

  it("leave other hosts, paths of the site, data and fragments as they are", async () => {
    const css = `@import "https://example.com/a.css";a{b:url("//example.com/c.png");b:url("/images/d.png");b:url("data:image/svg+xml,<svg a=\\"b\\"/>");b:url("#e")}`;
    expect(await styleOf({ "style.css": css })).toBe(css);
  });

  it("may begin with a byte order mark", async () => {
    expect(await styleOf({ "style.css": "\uFEFFa{color:red}" })).toBe("a{color:red}");
  });

  it("may import each other without going round for ever", async () => {
    expect(await styleOf({ "style.css": '@import "style.css";a{color:red}' })).toBe("a{color:red}");
  });
});

describe("mistakes in stylesheets", () => {
  it.each([
    {
      name: "every broken rule, in the file where it stands",
      files: {
        "style.css": '@import "parts/a.css";\na{color red}',
        "parts/a.css": "a{color:red}\nb { color red; }",
      },
      problems: [
        /^templates\/assets\/parts\/a\.css:2:10 assets\/stylesheet-error /,
        /^templates\/assets\/style\.css:2:8 assets\/stylesheet-error /,
      ],
    },
    {
      name: "an import that is not there",
      files: {
        "style.css": 'a{}\n@import "x";',
        "b.css": '\n@import "parts/bas.css";',
        "parts/base.css": "",
      },
      problems: [
        /^templates\/assets\/b\.css:2:1 assets\/missing-import Did you mean parts\/base\.css\?$/,
        /^templates\/assets\/style\.css:2:8 assets\/stylesheet-error /,
      ],
    },
    {
      name: "an import from outside the assets",
      files: { "style.css": '@import "../../../etc/passwd";' },
      problems: [/^templates\/assets\/style\.css:1:1 assets\/missing-import /],
    },
    {
      name: "a picture that is not there",
      files: { "style.css": "a{color:red}\nb{background:url(img/lgo.svg)}", "img/logo.svg": "" },
      problems: [/^templates\/assets\/style\.css:2:18 assets\/missing-file Did you mean img\/logo\.svg\?$/],
    },
  ])("tells $name", async ({ files, problems }) => {
    const found = await problemsOf(files as unknown as Record<string, string>);
    expect(found).toEqual(problems.map((pattern) => expect.stringMatching(pattern)));
  });

  it("publishes a broken stylesheet as written, so that templates still find it", async () => {
    const { urls, texts } = await bundle({ "style.css": "a{color red}" });
    expect(Object.values(texts)).toEqual(["a{color red}"]);
    expect(Object.keys(urls)).toEqual(["style.css"]);
  });
});
