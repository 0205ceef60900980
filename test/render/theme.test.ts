import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { bundleAssets } from "../../src/assets/bundle.ts";
import { pageSchemas } from "../../src/model/page.ts";
import { auditTheme } from "../../src/render/audit.ts";
import { compileTheme, loadTheme, overlayTheme, renderTemplate } from "../../src/render/theme.ts";

const link = z.strictObject({ title: z.string() });
const agreed = z.strictObject({ title: z.string(), lead: link, cards: z.array(link) });

type Sources = Readonly<Record<string, string>>;

function compile(sources: Sources) {
  const templates = new Map(Object.entries(sources).map(([name, source]) => [name, { source, file: name }]));
  return compileTheme({ templates }, new Map([["style.css", "/assets/style.0a1b2c3d4e.css"]]));
}

function render(source: string, value: object = {}, others: Sources = {}): string {
  return renderTemplate(compile({ page: source, ...others }), "page", value);
}

describe("rendering", () => {
  it("escapes text, in attributes too, and prints markup as it is in a triple-stash", () => {
    const value = { title: `<script>alert("1")</script>'&\``, body: "<p>x</p>" };
    expect(render('<h1 title="{{title}}">{{title}}</h1>{{{body}}}', value)).toBe(
      '<h1 title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#x27;&amp;&#x60;">' +
        "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#x27;&amp;&#x60;</h1><p>x</p>",
    );
  });

  it("wraps a page in its layout and fills the layout's slots", () => {
    const layout = "<head>{{#> head}}-{{/head}}</head><main>{{> @partial-block}}</main>";
    expect(
      render(
        '{{#> layouts/base}}{{#*inline "head"}}{{title}}{{/inline}}<p>{{title}}</p>{{/layouts/base}}',
        { title: "快讯" },
        { "layouts/base": layout },
      ),
    ).toBe("<head>快讯</head><main><p>快讯</p></main>");
    expect(render("{{#> layouts/base}}x{{/layouts/base}}", {}, { "layouts/base": layout })).toBe(
      "<head>-</head><main>x</main>",
    );
  });

  it("does not indent the lines of a partial, which a <pre> in it would show", () => {
    expect(render("<div>\n    {{> code}}\n</div>\n", {}, { code: "<pre>\n a\n</pre>\n" })).toBe(
      "<div>\n    <pre>\n a\n</pre>\n</div>\n",
    );
  });

  it("prints the published URL of an asset", () => {
    expect(render('<link href="{{asset "style.css"}}">')).toBe('<link href="/assets/style.0a1b2c3d4e.css">');
  });

  it("draws a text's QR code, and nothing for a field that is absent", () => {
    expect(render("{{qr title}}", { title: "https://a.cn/" })).toMatch(/^<svg class="qr" .*<\/svg>$/);
    expect(render("{{qr title}}", {})).toBe("");
  });

  it("prints nothing for an optional field that is absent", () => {
    expect(render("[{{source.name}}{{#if source}}x{{/if}}{{#each list}}x{{/each}}]")).toBe("[]");
  });

  it.each([
    "constructor",
    "constructor.name",
    "__proto__",
    "toString",
    "list.constructor",
    "title.constructor",
    "own.inherited",
  ])("never reaches %s through a prototype", (path) => {
    const value = { title: "a", list: [1], own: Object.create({ inherited: "secret" }) };
    expect(render(`[{{${path}}}{{#with ${path}}}{{this}}{{/with}}]`, value)).toBe("[]");
  });

  it.each(['{{lookup this "title"}}', "{{log title}}", "{{eq title 1}}"])(
    "has no helper for %s",
    (source) => {
      expect(() => render(source, { title: "a" })).toThrow(/unknown helper/);
    },
  );

  it("throws for a template that does not exist", () => {
    expect(() => renderTemplate(compile({}), "pages/x", {})).toThrow("no template pages/x");
  });
});

describe("the audit agrees with Handlebars", () => {
  const value = { title: "T", lead: { title: "L" }, cards: [{ title: "1" }, { title: "2" }] };
  const base = "{{> slot}}";
  it.each([
    [
      "a context in a slot",
      '{{#> layouts/l}}{{#*inline "slot"}}{{title}}{{../title}}{{/inline}}{{/layouts/l}}',
      { "layouts/l": "{{#with lead}}{{> slot}}{{/with}}" },
      "LT",
    ],
    [
      "a context in a block",
      "{{#with lead}}{{#> layouts/l}}{{title}}{{../title}}{{../../title}}{{/layouts/l}}{{/with}}",
      { "layouts/l": "{{#with @root.cards.[1]}}{{> @partial-block}}{{/with}}" },
      "2LT",
    ],
    [
      "a block without a context of its own",
      "{{#with lead}}{{#> layouts/l}}{{title}}{{../title}}{{/layouts/l}}{{/with}}",
      { "layouts/l": "{{> @partial-block}}" },
      "LT",
    ],
    [
      "a slot filled inside a loop",
      '{{#each cards}}{{#> layouts/l}}{{#*inline "slot"}}{{title}}{{../title}}{{/inline}}{{/layouts/l}}{{/each}}',
      { "layouts/l": base },
      "1T2T",
    ],
    [
      "named arguments",
      '{{#> layouts/l kind="k"}}{{#*inline "slot"}}{{kind}}{{title}}{{../title}}{{/inline}}{{/layouts/l}}',
      { "layouts/l": base },
      "kTT",
    ],
    [
      "names between bars in a block",
      "{{#each cards as |card|}}{{#> layouts/l}}{{card.title}}{{/layouts/l}}{{/each}}",
      { "layouts/l": "{{#with @root.lead}}{{> @partial-block}}{{/with}}" },
      "12",
    ],
    [
      "a layout's variables in a block",
      "{{#> layouts/l}}{{@index}}{{@../index}}{{/layouts/l}}",
      { "layouts/l": "{{#each cards}}{{> @partial-block}}{{/each}}" },
      "0011",
    ],
    [
      "a block handed through a partial",
      "{{#> layouts/l}}{{title}}{{/layouts/l}}",
      { "layouts/l": "<{{> layouts/m}}>", "layouts/m": "{{> @partial-block}}" },
      "<T>",
    ],
    [
      "a layout on a layout",
      '{{#> layouts/l}}{{#*inline "slot"}}{{title}}{{/inline}}{{/layouts/l}}',
      {
        "layouts/l": '{{#> layouts/m}}{{#*inline "slot"}}<{{> slot}}>{{/inline}}{{/layouts/m}}',
        "layouts/m": base,
      },
      "<T>",
    ],
    [
      "blocks on blocks",
      "{{#> layouts/l}}{{title}}{{/layouts/l}}",
      {
        "layouts/l": "<{{#> layouts/m}}{{> @partial-block}}{{/layouts/m}}>",
        "layouts/m": "[{{> @partial-block}}]",
      },
      "<[T]>",
    ],
    [
      "a default inside a default",
      '{{#> layouts/l}}{{#*inline "q"}}{{title}}{{/inline}}{{/layouts/l}}',
      { "layouts/l": "{{#> slot}}{{#> q}}-{{/q}}{{/slot}}" },
      "T",
    ],
    [
      "an inline partial of the page's own",
      '{{#*inline "slot"}}{{title}}{{/inline}}{{#with lead}}{{> slot}}{{/with}}',
      {},
      "L",
    ],
    [
      "inline partials beside each other in a page",
      '{{#*inline "slot"}}{{> q}}{{/inline}}{{#*inline "q"}}Q{{/inline}}{{> layouts/l}}',
      { "layouts/l": base },
      "Q",
    ],
    [
      "an inline partial of a loop, printed elsewhere",
      '{{#each cards}}{{#*inline "slot"}}{{title}}{{../lead.title}}{{/inline}}{{#with @root.lead}}{{> slot}}{{/with}}{{/each}}',
      {},
      "LLLL",
    ],
    [
      "the same context entered again",
      "{{#each cards}}{{#with this}}{{../title}}{{/with}}{{/each}}",
      {},
      "TT",
    ],
  ])("on %s", (_name, page, partials, expected) => {
    const sources: Sources = { "pages/article": page, ...partials };
    const templates = new Map(
      Object.entries(sources).map(([name, source]) => [name, { source, file: name }]),
    );
    expect(auditTheme({ templates }, { article: agreed }, [], [])).toEqual([]);
    expect(renderTemplate(compile(sources), "pages/article", value)).toBe(expected);
  });
});

describe("loading", () => {
  let root = "";
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "jianbao-theme-"));
    const files: Sources = {
      "default/layouts/base.hbs": "base",
      "default/partials/card.hbs": "card",
      "default/assets/style.css": "a{}",
      "default/assets/img/logo.svg": "<svg/>",
      "default/README.md": "x",
      "default/assets/.DS_Store": "x",
      "paper/templates/partials/card.hbs": "\uFEFF我们的\r\ncard\r\n",
      "paper/templates/pages/photo.hbs": "photo",
      "paper/templates/assets/style.css": "b{}",
      "secret.hbs": "secret",
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    await symlink(join(root, "secret.hbs"), join(root, "paper/templates/pages/secret.hbs"));
    await symlink(root, join(root, "paper/templates/partials/out"));
  });
  afterAll(() => rm(root, { recursive: true }));

  const load = async () => {
    const [ours, own] = [join(root, "default"), join(root, "paper/templates")];
    const paper = join(root, "paper");
    return overlayTheme(await loadTheme(ours, paper), await loadTheme(own, paper));
  };

  it("overrides file by file, and names each file from the newsroom", async () => {
    const { templates } = await load();
    expect(Object.fromEntries(templates)).toEqual({
      "layouts/base": { source: "base", file: "../default/layouts/base.hbs" },
      "partials/card": { source: "我们的\ncard\n", file: "templates/partials/card.hbs" },
      "pages/photo": { source: "photo", file: "templates/pages/photo.hbs" },
    });
  });

  it("overrides assets, too, and passes hidden files by", async () => {
    const { assets } = await load();
    expect(
      [...assets].map(([name, { bytes, file }]) => [name, new TextDecoder().decode(bytes), file]).sort(),
    ).toEqual([
      ["img/logo.svg", "<svg/>", "../default/assets/img/logo.svg"],
      ["style.css", "b{}", "templates/assets/style.css"],
    ]);
  });

  it("takes a folder that is not there as empty", async () => {
    const { templates, assets } = await loadTheme(join(root, "nowhere"));
    expect([templates.size, assets.size]).toEqual([0, 0]);
  });
});

describe("the default theme", () => {
  it("passes the audit and its stylesheets are in order", async () => {
    const files = await loadTheme("templates");
    const { urls, diagnostics } = await bundleAssets(files.assets, "");
    expect(diagnostics).toEqual([]);
    expect(auditTheme(files, pageSchemas, [...urls.keys()], [])).toEqual([]);
  });
});
