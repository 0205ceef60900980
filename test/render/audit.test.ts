import { describe, expect, it } from "vitest";
import { z } from "zod";
import { auditTheme } from "../../src/render/audit.ts";
import { helperNames } from "../../src/render/helpers.ts";

const html = z.custom<string>((value) => typeof value === "string").meta({ html: true });
const link = z.strictObject({ title: z.string(), url: z.string() });
const card = z.strictObject({ title: z.string(), url: z.string(), section: link.optional() });
const article = z.strictObject({
  site: z.strictObject({ title: z.string(), pages: z.array(link).readonly() }),
  title: z.string(),
  words: z.number(),
  pinned: z.boolean(),
  body: html,
  source: link.optional(),
  tags: z.array(z.string()).readonly(),
  related: z.array(card).readonly(),
  extra: z.record(z.string(), z.unknown()).readonly(),
});

type Sources = Readonly<Record<string, string>>;

function problems(sources: Sources, schemas: Readonly<Record<string, z.ZodType>> = { article }) {
  const templates = new Map(
    Object.entries(sources).map(([name, source]) => [name, { source, file: `templates/${name}.hbs` }]),
  );
  return auditTheme({ templates }, schemas, ["style.css", "rails.js"], []);
}

/** Each problem as `pages/article:1:3 unknown-field: message | hint`. */
function told(sources: Sources, schemas?: Readonly<Record<string, z.ZodType>>): string[] {
  return problems(sources, schemas).map(({ file, line, column, code, message, hint }) => {
    const place = `${file.replace(/^templates\/|\.hbs$/g, "")}:${line}:${column}`;
    return `${place} ${code.replace("render/", "")}: ${message.en} | ${hint.en}`;
  });
}

/** The problems of one page without partials, without their hints. */
function toldOf(source: string): string[] {
  return told({ "pages/article": source }).map((line) => line.replace(/^pages\/article:| \| .*$/g, ""));
}

describe("fields", () => {
  it.each([
    ["plain, nested and optional fields", "{{title}}{{site.title}}{{source.url}}{{words}}{{pinned}}"],
    [
      "each, with, if and unless",
      "{{#each related}}{{title}}{{else}}{{title}}{{/each}}{{#with source}}{{url}}{{/with}}",
    ],
    ["chains of else", "{{#if title}}a{{else if source}}{{source.url}}{{else}}{{title}}{{/if}}"],
    ["if around a list", "{{#if related}}{{#each related}}{{title}}{{/each}}{{/if}}"],
    [
      "names between bars",
      "{{#each related as |card index|}}{{card.section.url}}{{index}}{{title}}{{/each}}",
    ],
    ["a name for what with enters", "{{#with source as |from|}}{{from.url}}{{/with}}"],
    [
      "fields from outside",
      "{{#each related}}{{#with section}}{{../title}}{{../../site.title}}{{/with}}{{/each}}",
    ],
    ["no step for if", "{{#each related}}{{#if section}}{{../site.title}}{{/if}}{{/each}}"],
    ["no step where the context stays", "{{#each related}}{{#with this}}{{../site.title}}{{/with}}{{/each}}"],
    ["the root from anywhere", "{{#each related}}{{@root.site.title}}{{/each}}"],
    ["this", "{{#each tags}}{{this}}{{.}}{{/each}}{{this.title}}{{./title}}"],
    [
      "the loop's variables",
      "{{#each tags}}{{@index}}{{@key}}{{@first}}{{@last}}{{#each ../related}}{{@../index}}{{/each}}{{/each}}",
    ],
    ["the loop's variables inside with", "{{#each related}}{{#with section}}{{@index}}{{/with}}{{/each}}"],
    ["the length and the places of a list", "{{related.length}}{{related.0.title}}{{related.[1].title}}"],
    [
      "any path of the newsroom's own",
      "{{extra.a.b.[c d]}}{{#each extra.list}}{{name}}{{/each}}{{#each extra}}{{@key}}{{x}}{{/each}}",
    ],
    ["a field named in quotes", '{{"title"}}'],
    ["includeZero", "{{#if words includeZero=true}}x{{/if}}"],
    ["a comment that holds a mistake", "{{!-- {{titel}} --}}{{! {{#if}} }}"],
  ])("admits %s", (_name, source) => {
    expect(told({ "pages/article": source })).toEqual([]);
  });

  it.each([
    [
      "a misspelt field",
      "<h1>\n  {{titel}}</h1>",
      "2:5 unknown-field: there is no field titel | Did you mean title?",
    ],
    [
      "a misspelt field below another",
      "{{site.titel}}",
      "1:3 unknown-field: there is no field site.titel | Did you mean site.title?",
    ],
    [
      "a misspelt field of a loop, with the loop's fields",
      "{{#each related}}\n汉字 {{titlle}}{{/each}}",
      "2:6 unknown-field: there is no field titlle | Did you mean title?",
    ],
    [
      "a name that is near to nothing",
      "{{#with source}}{{publisher}}{{/with}}",
      "1:19 unknown-field: there is no field publisher | The fields here are title, url",
    ],
    [
      "a forgotten step out",
      "{{#each related}}{{#with section}}{{site.title}}{{/with}}{{/each}}",
      "1:37 unknown-field: there is no field site.title | Did you mean ../../site.title?",
    ],
    [
      "a list that is not gone through",
      "{{related.title}}",
      "1:3 unknown-field: there is no field related.title | related is a list: go through it with {{#each related}} first",
    ],
    [
      "a field of a text",
      "{{title.size}}",
      "1:3 unknown-field: there is no field title.size | It has no fields; print it as it is",
    ],
    [
      "a field in an argument",
      "{{#if souce}}x{{/if}}",
      "1:7 unknown-field: there is no field souce | Did you mean source?",
    ],
    [
      "a misspelt name between bars",
      "{{#each related as |card|}}{{crad.title}}{{/each}}",
      "1:30 unknown-field: there is no field crad.title | Did you mean card.title?",
    ],
    [
      "a loop variable outside a loop",
      "{{#with source}}{{@index}}{{/with}}",
      "1:19 unknown-variable: there is no @index here | @index, @key, @first and @last exist inside {{#each}} alone; @root exists everywhere",
    ],
    [
      "a loop variable of a loop that is not around",
      "{{#each tags}}{{@../index}}{{/each}}",
      "1:17 unknown-variable: there is no @../index here | @index, @key, @first and @last exist inside {{#each}} alone; @root exists everywhere",
    ],
    [
      "too many steps out",
      "{{#each related}}{{../../title}}{{/each}}",
      "1:20 no-parent: ../../title has too many ../: levels around this: 1 | Drop the ../ that are too many; inside a partial, @root. reaches the fields of the whole page",
    ],
  ])("tells %s", (_name, source, problem) => {
    expect(told({ "pages/article": source })).toEqual([`pages/article:${problem}`]);
  });

  it.each([
    "constructor",
    "__proto__",
    "toString",
    "extra.constructor",
    "extra.a.__proto__.b",
    "tags.constructor",
  ])("refuses %s, which every object of JavaScript inherits", (path) => {
    expect(told({ "pages/article": `{{${path}}}` })).toEqual([
      `pages/article:1:3 unknown-field: there is no field ${path} | This name is reserved; use another`,
    ]);
  });

  it("tells one mistake once, and nothing that follows from it", () => {
    expect(toldOf("{{#each realted}}{{title}}{{#with x}}{{{y}}}{{../z}}{{/with}}{{/each}}")).toEqual([
      "1:9 unknown-field: there is no field realted",
    ]);
  });

  it("says it in Chinese, too", () => {
    const [problem] = problems({ "pages/article": "{{titel}}" });
    expect(problem).toEqual({
      severity: "error",
      code: "render/unknown-field",
      file: "templates/pages/article.hbs",
      line: 1,
      column: 3,
      message: { zh: "没有 titel 这个字段", en: "there is no field titel" },
      hint: { zh: "是不是 title？", en: "Did you mean title?" },
    });
  });
});

describe("what is printed", () => {
  it.each([
    ["{{{body}}}{{&body}}", []],
    ["{{#if body}}{{{body}}}{{/if}}", []],
    ["{{body}}", ["1:3 escaped-html: body is HTML; in two braces its tags are printed as text"]],
    ["a {{{title}}}", ["1:6 raw-text: title is plain text and cannot be printed unescaped"]],
    ["{{&title}}", ["1:4 raw-text: title is plain text and cannot be printed unescaped"]],
    ["{{{extra.a}}}", ["1:4 raw-text: extra.a is plain text and cannot be printed unescaped"]],
    ['{{{asset "style.css"}}}', ["1:4 raw-text: asset is plain text and cannot be printed unescaped"]],
    ["{{source}}", ["1:3 printed-object: source is not text and cannot be printed"]],
    ["{{tags}}", ["1:3 printed-object: tags is not text and cannot be printed"]],
    ["{{extra}}", ["1:3 printed-object: extra is not text and cannot be printed"]],
    ["{{#each related}}{{this}}{{/each}}", ["1:20 printed-object: this is not text and cannot be printed"]],
    ["{{#each source}}x{{/each}}", ["1:9 not-a-list: source is not a list"]],
    ["{{#each title}}x{{/each}}", ["1:9 not-a-list: title is not a list"]],
  ])("%s", (source, expected) => {
    expect(toldOf(source)).toEqual(expected);
  });

  it("warns of escaped markup and refuses the rest", () => {
    expect(problems({ "pages/article": "{{body}}" }).map(({ severity }) => severity)).toEqual(["warning"]);
    expect(problems({ "pages/article": "{{{title}}}" }).map(({ severity }) => severity)).toEqual(["error"]);
  });

  it.each([
    '<a href="{{extra.url}}">',
    "<img src = '{{extra.url}}'>",
    '<a href="{{#if title}}{{extra.url}}{{/if}}">',
  ])("does not let the newsroom's own data begin a URL: %s", (source) => {
    expect(toldOf(source)).toEqual([
      expect.stringMatching(
        /^1:\d+ unsafe-url: extra\.url has not been checked as a URL and cannot begin a link$/,
      ),
    ]);
  });

  it("lets the newsroom's own data end a URL, and fields of the page begin one", () => {
    expect(
      toldOf('<a href="https://a.example/{{extra.id}}" title="{{extra.t}}"><a href="{{source.url}}">'),
    ).toEqual([]);
  });
});

describe("helpers", () => {
  it.each([
    ['{{asset "style.css"}}', []],
    ['<link href="{{asset "style.css"}}">', []],
    ['{{asset "styl.css"}}', ["1:9 unknown-asset: there is no asset styl.css"]],
    ["{{asset}}", ["1:3 wrong-arguments: asset has the wrong arguments"]],
    ["{{asset title}}", ["1:3 wrong-arguments: asset has the wrong arguments"]],
    ['{{asset "a" "b"}}', ["1:3 wrong-arguments: asset has the wrong arguments"]],
    ["{{qr title}}", []],
    ["{{qr extra.a}}", []],
    ["{{qr titel}}", ["1:6 unknown-field: there is no field titel"]],
    ["{{qr}}", ["1:3 wrong-arguments: qr has the wrong arguments"]],
    ["{{qr title title}}", ["1:3 wrong-arguments: qr has the wrong arguments"]],
    ["{{qr tags}}", ["1:3 wrong-arguments: qr has the wrong arguments"]],
    ['{{aset "style.css"}}', ["1:3 unknown-helper: there is no helper aset"]],
    ["{{#if (eq title words)}}x{{/if}}", ["1:8 unknown-helper: there is no helper eq"]],
    ["{{#ecah related}}{{titel}}{{/ecah}}", ["1:4 unknown-helper: there is no helper ecah"]],
    ["{{title.toUpperCase 1}}", ["1:3 unknown-helper: there is no helper title.toUpperCase"]],
    ["{{#each}}x{{/each}}", ["1:4 wrong-arguments: {{#each}} has the wrong arguments"]],
    ["{{#if title words}}x{{/if}}", ["1:4 wrong-arguments: {{#if}} has the wrong arguments"]],
    ["{{#if title as |t|}}{{title}}{{/if}}", ["1:4 wrong-arguments: {{#if}} has the wrong arguments"]],
    ["{{#with source x=1}}x{{/with}}", ["1:4 wrong-arguments: {{#with}} has the wrong arguments"]],
    [
      "{{if title}}",
      ["1:3 refused-syntax: if cannot be used: it holds content and must be written as a block"],
    ],
    [
      "{{each}}",
      ["1:3 refused-syntax: each cannot be used: it holds content and must be written as a block"],
    ],
    [
      '{{lookup this "title"}}',
      ["1:3 refused-syntax: lookup cannot be used: what it looks up cannot be checked beforehand"],
    ],
    [
      "{{#with (lookup this title)}}{{x}}{{/with}}",
      ["1:10 refused-syntax: lookup cannot be used: what it looks up cannot be checked beforehand"],
    ],
    ["{{log title}}", ["1:3 refused-syntax: log cannot be used: a template prints a page and writes no log"]],
    [
      "{{#related}}{{title}}{{/related}}",
      [
        "1:4 refused-syntax: {{#related}} cannot be used: it does not say whether it is a list or a condition",
      ],
    ],
    [
      "{{^source}}x{{/source}}",
      ["1:4 refused-syntax: {{^source}} cannot be used: this form is easily misread"],
    ],
    ["{{*deco}}", ["1:1 refused-syntax: {{*deco}} cannot be used: only {{#*inline}} exists"]],
    ["{{#*deco}}x{{/deco}}", ["1:1 refused-syntax: {{#*deco}} cannot be used: only {{#*inline}} exists"]],
    [
      "{{#*inline title}}x{{/inline}}",
      ["1:1 refused-syntax: {{#*inline}} cannot be used: an inline partial needs one name in quotes"],
    ],
    ["{{{{raw}}}}x{{{{/raw}}}}", ["1:5 unknown-helper: there is no helper raw"]],
  ])("%s", (source, expected) => {
    expect(toldOf(source)).toEqual(expected);
  });

  it("suggests the nearest helper and asset, and says that templates do not compare", () => {
    expect(
      told({ "pages/article": '{{asset "styl.css"}}\n{{#eech tags}}{{/eech}}\n{{#if (eq 1 2)}}{{/if}}' }),
    ).toEqual([
      expect.stringMatching(/Did you mean style\.css\?$/),
      expect.stringMatching(/Did you mean each\?$/),
      expect.stringMatching(/templates do not compare/),
    ]);
  });

  it("names every helper where none is near", () => {
    const [line = ""] = told({ "pages/article": "{{#if (compare 1 2)}}{{/if}}" });
    for (const name of helperNames) expect(line).toMatch(new RegExp(`\\b${name}\\b`));
  });
});

describe("partials", () => {
  it("are checked with the context and the arguments of each call, and told in their own file", () => {
    const sources = {
      "pages/article": '{{#each related}}{{> partials/card big="yes"}}{{/each}}{{> partials/card source}}',
      "partials/card": "<a>\n{{title}}\n {{big}} {{sectoin.url}}",
    };
    expect(told(sources)).toEqual([
      "partials/card:3:4 unknown-field: there is no field big (on article pages) | The fields here are title, url",
      "partials/card:3:12 unknown-field: there is no field sectoin.url (on article pages) | Did you mean section.url?",
    ]);
  });

  it("reach the whole page by @root alone", () => {
    const sources = {
      "pages/article": "{{#each related}}{{> partials/card}}{{/each}}",
      "partials/card": "{{@root.title}}{{../title}}\n{{site.title}}",
    };
    expect(told(sources)).toEqual([
      "partials/card:1:18 no-parent: ../title has too many ../: this is the outermost level | Drop the ../ that are too many; inside a partial, @root. reaches the fields of the whole page",
      "partials/card:2:3 unknown-field: there is no field site.title (on article pages) | Did you mean @root.site.title?",
    ]);
  });

  it("have the loop's variables where their caller has them", () => {
    const sources = {
      "pages/article": "{{#each tags}}{{> partials/tag}}{{/each}}",
      "pages/plain": "{{> partials/tag title}}",
      "partials/tag": "{{@index}}{{this}}",
    };
    expect(told(sources, { article, plain: article })).toEqual([
      expect.stringMatching(/^partials\/tag:1:3 unknown-variable: there is no @index here/),
    ]);
  });

  it.each([
    [
      "{{> partials/crad}}",
      "1:5 unknown-partial: there is no partial partials/crad | Did you mean partials/card?",
    ],
    ["{{> card}}", "1:5 unknown-partial: there is no partial card | Did you mean partials/card?"],
    [
      "{{#> layouts/bse}}{{title}}{{/layouts/bse}}",
      "1:6 unknown-partial: there is no partial layouts/bse | Did you mean layouts/base?",
    ],
  ])("%s is told with the nearest name", (source, problem) => {
    const sources = { "pages/article": source, "partials/card": "", "layouts/base": "{{> @partial-block}}" };
    expect(told(sources)).toEqual([`pages/article:${problem}`]);
  });

  it("are checked inside a layout whose name is misspelt", () => {
    expect(toldOf("{{#> layouts/x}}{{titel}}{{/layouts/x}}")).toEqual([
      "1:6 unknown-partial: there is no partial layouts/x",
      "1:19 unknown-field: there is no field titel",
    ]);
  });

  it.each(['{{> (lookup this "x")}}', "{{> (asset title)}}"])("must be named: %s", (source) => {
    expect(toldOf(source)).toEqual([
      "1:5 refused-syntax: {{> (…)}} cannot be used: a partial's name must be written out",
    ]);
  });

  it("take one context", () => {
    expect(told({ "pages/article": "{{> partials/a title tags}}", "partials/a": "" })).toEqual([
      expect.stringMatching(/^pages\/article:1:5 wrong-arguments: {{> partials\/a}} has the wrong arguments/),
    ]);
  });

  it.each([
    [
      "one that calls itself",
      { "partials/a": "{{#if title}}{{> partials/a}}{{/if}}" },
      "partials/a → partials/a",
      "partials/a:1:18",
    ],
    [
      "two that call each other",
      { "partials/a": "\n{{> partials/b}}", "partials/b": "{{> partials/a}}" },
      "partials/a → partials/b → partials/a",
      "partials/b:1:5",
    ],
    [
      "one that goes in and out again",
      { "partials/a": "{{#with source}}{{> partials/a @root}}{{/with}}" },
      "partials/a → partials/a",
      "partials/a:1:21",
    ],
    [
      "one that hands itself an argument",
      { "partials/a": "{{> partials/a x=1}}" },
      "partials/a → partials/a",
      "partials/a:1:5",
    ],
    [
      "one within its own block",
      { "partials/a": "{{#> partials/a}}{{/partials/a}}" },
      "partials/a → partials/a",
      "partials/a:1:6",
    ],
  ])("may not go round for ever: %s", (_name, partials, circle, place) => {
    const lines = told({ "pages/article": "{{> partials/a}}", ...partials });
    expect(lines).toEqual([
      `${place} partial-cycle: these partials call each other for ever: ${circle} | Break the circle`,
    ]);
  });

  it("may not grow their context for ever", () => {
    const lines = told({
      "pages/article": "{{> partials/a}}",
      "partials/a": "{{> partials/a x=this}}{{> partials/a y=this}}",
    });
    expect(lines).toEqual([expect.stringMatching(/^partials\/a:1:5 partial-cycle: /)]);
  });

  it("may follow the newsroom's own data to its end", () => {
    const sources = {
      "pages/article": "{{#each extra.tree}}{{> partials/node}}{{/each}}",
      "partials/node": "{{name}}{{#each children}}{{> partials/node}}{{/each}}",
    };
    expect(told(sources)).toEqual([]);
  });

  it("may stand within their own block", () => {
    const sources = {
      "pages/article": "{{#> partials/box}}{{#> partials/box}}{{title}}{{/partials/box}}{{/partials/box}}",
      "partials/box": "{{> @partial-block}}",
    };
    expect(told(sources)).toEqual([]);
  });
});

describe("layouts", () => {
  const base = "<head>{{#> head}}{{site.title}}{{/head}}</head>{{> main}}";

  it("print what the page gives, and their own content where it gives none", () => {
    const sources = {
      "pages/article": '{{#> layouts/base}}{{#*inline "main"}}{{title}}{{/inline}}{{/layouts/base}}',
      "layouts/base": base,
    };
    expect(told(sources)).toEqual([]);
  });

  it("are told where the page gives nothing for a slot without content", () => {
    const sources = { "pages/article": "{{> layouts/base}}", "layouts/base": base };
    expect(told(sources)).toEqual([
      expect.stringMatching(
        /^layouts\/base:1:52 unknown-partial: there is no partial main \(on article pages\)/,
      ),
    ]);
  });

  it("have mistakes found in their own content for a slot that every page fills", () => {
    const sources = {
      "pages/article": '{{#> layouts/base}}{{#*inline "head"}}x{{/inline}}{{/layouts/base}}',
      "layouts/base": "{{#> head}}{{titel}}{{/head}}",
    };
    expect(told(sources)).toEqual([
      expect.stringMatching(/^layouts\/base:1:14 unknown-field: there is no field titel/),
    ]);
  });

  it("tell a content that they print nowhere", () => {
    const sources = {
      "pages/article":
        '{{#> layouts/base}}\n{{#*inline "maim"}}x{{/inline}}\n<p>{{title}}</p>{{/layouts/base}}',
      "layouts/base": "{{#> main}}{{/main}}",
    };
    expect(told(sources)).toEqual([
      "pages/article:2:1 unused-inline: the inline partial “maim” is printed nowhere | Did you mean main?",
      expect.stringMatching(
        /^pages\/article:3:1 unprinted-content: layouts\/base has no {{> @partial-block}}/,
      ),
    ]);
  });

  it("tell a page that gives them no content", () => {
    const sources = { "pages/article": "{{> layouts/base}}", "layouts/base": "\n{{> @partial-block}}" };
    expect(told(sources)).toEqual([
      expect.stringMatching(
        /^layouts\/base:2:5 no-partial-block: on article pages there is nothing for @partial-block to print/,
      ),
    ]);
  });

  it("may have content of their own for a page that gives none", () => {
    const sources = {
      "pages/article": "{{> layouts/base}}",
      "layouts/base": "{{#> @partial-block}}{{titel}}{{/@partial-block}}",
    };
    expect(told(sources)).toEqual([
      expect.stringMatching(/^layouts\/base:1:24 unknown-field: there is no field titel/),
    ]);
  });

  it("have a page's mistakes told in the page", () => {
    const sources = {
      "pages/article": '{{#> layouts/base}}\n{{#*inline "head"}}{{a}}{{/inline}}{{b}}\n{{/layouts/base}}',
      "layouts/base": "{{> head}}{{> @partial-block}}",
    };
    expect(told(sources)).toEqual([
      expect.stringMatching(/^pages\/article:2:22 unknown-field: there is no field a/),
      expect.stringMatching(/^pages\/article:2:38 unknown-field: there is no field b/),
    ]);
  });

  it("give a content the context in which they print it", () => {
    const sources = {
      "pages/article":
        "{{#> layouts/list}}{{title}}{{section.url}}{{@index}}{{../words}}\n{{words}}{{/layouts/list}}",
      "layouts/list": "{{#each related}}{{> @partial-block}}{{/each}}",
    };
    expect(told(sources)).toEqual([
      "pages/article:2:3 unknown-field: there is no field words | Did you mean ../words?",
    ]);
  });

  it("give a content what they are called with", () => {
    const sources = {
      "pages/article": '{{#> layouts/base kind="a"}}{{kind}}{{title}}{{../title}}{{/layouts/base}}',
      "layouts/base": "{{kind}}{{> @partial-block}}",
    };
    expect(told(sources)).toEqual([]);
  });

  it("do not let an inline partial see the names between bars around it", () => {
    const sources = {
      "pages/article":
        '{{#each related as |card|}}{{#> layouts/base}}{{#*inline "main"}}{{title}}{{card.title}}{{/inline}}{{/layouts/base}}{{/each}}',
      "layouts/base": "{{> main}}",
    };
    expect(told(sources)).toEqual([
      expect.stringMatching(
        /^pages\/article:1:77 param-out-of-reach: the name card from outside does not reach/,
      ),
    ]);
  });

  it("do not let the inline partials of one block call each other", () => {
    const sources = {
      "pages/article":
        '{{#> layouts/base}}{{#*inline "main"}}{{> aside}}{{/inline}}{{#*inline "aside"}}{{/inline}}{{/layouts/base}}',
      "layouts/base": "{{> main}}{{> aside}}",
    };
    expect(told(sources)).toEqual([
      expect.stringMatching(/^pages\/article:1:43 unknown-partial: there is no partial aside/),
    ]);
  });
});

describe("files", () => {
  it.each([
    [
      "{{#if title}}\n {{#each tags}}x{{/if}}",
      "2:5 mismatched-block: this opens each, but it is closed by {{/if}}",
    ],
    ["a\n{{!-- {{#each}} --}}{{#if title}}\nb\n", "2:21 unclosed-block: if is opened here and never closed"],
    [
      "{{#if a}}{{/if}}\n  {{#> layouts/base}}\n",
      "2:3 unclosed-block: layouts/base is opened here and never closed",
    ],
    [
      "汉字\n汉字 {{title}\n",
      "2:11 template-syntax: the template cannot be read from here on: 汉字 {{title}",
    ],
    ["a\n{{title x=}}", "2:11 template-syntax: the template cannot be read from here on: {{title x=}}"],
    ["a\n{{/if}}", "2:1 template-syntax: the template cannot be read from here on: {{/if}}"],
    [
      "a\n {{site/../title}}",
      "2:4 template-syntax: the template cannot be read from here on: {{site/../title}}",
    ],
    ["a\n{{!-- b", "2:1 template-syntax: the template cannot be read from here on: {{!-- b"],
    [
      "a\n <p>\uFFFD\uFFFD",
      "2:5 not-utf8: this text cannot be read: the file may be in another encoding, such as GBK",
    ],
  ])("%j cannot be read", (source, problem) => {
    expect(toldOf(source)).toEqual([problem]);
  });

  it("that cannot be read are told whether a page prints them or not, and no other problem follows", () => {
    const sources = {
      "pages/article": '{{#> layouts/base}}{{#*inline "main"}}x{{/inline}}y{{/layouts/base}}',
      "layouts/base": "{{#if}",
      "partials/orphan": "{{",
    };
    expect(told(sources)).toEqual([
      expect.stringMatching(/^layouts\/base:1:6 template-syntax/),
      expect.stringMatching(/^partials\/orphan:1:3 template-syntax/),
    ]);
  });

  it("are missed for each kind of page and each layout in use", () => {
    const found = auditTheme({ templates: new Map() }, { article, tag: article }, [], ["photo", "article"]);
    expect(found.map(({ file, code, message }) => [file, code, message.zh])).toEqual([
      ["templates/pages/article.hbs", "render/missing-template", "缺少模板 pages/article.hbs"],
      ["templates/pages/photo.hbs", "render/missing-template", "缺少模板 pages/photo.hbs"],
      ["templates/pages/tag.hbs", "render/missing-template", "缺少模板 pages/tag.hbs"],
    ]);
  });

  it("in pages/ that are no kind of page are checked as an article's layout", () => {
    const other = z.strictObject({ name: z.string() });
    const sources = {
      "pages/article": "{{title}}",
      "pages/tag": "{{name}}",
      "pages/photo": "{{title}}{{name}}",
    };
    expect(told(sources, { article, tag: other })).toEqual([
      expect.stringMatching(/^pages\/photo:1:12 unknown-field: there is no field name/),
    ]);
  });
});
