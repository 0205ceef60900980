import { expect, test } from "vitest";
import { findStrays } from "../../src/render/strays.ts";
import type { ThemeFiles } from "../../src/render/theme.ts";

const theme = (templates: Record<string, string>, assets: Record<string, string> = {}): ThemeFiles => ({
  templates: new Map(
    Object.entries(templates).map(([name, source]) => [name, { source, file: `templates/${name}.hbs` }]),
  ),
  assets: new Map(
    Object.entries(assets).map(([name, text]) => [
      name,
      { bytes: new TextEncoder().encode(text), file: `templates/assets/${name}` },
    ]),
  ),
});

const DEFAULTS = theme(
  { "pages/article": "{{> partials/byline}}", "partials/byline": "" },
  { "style.css": "@import './css/tokens.css';", "css/tokens.css": "" },
);

function stray(templates: Record<string, string>, assets: Record<string, string> = {}) {
  const own = theme(templates, assets);
  const whole: ThemeFiles = {
    templates: new Map([...DEFAULTS.templates, ...own.templates]),
    assets: new Map([...DEFAULTS.assets, ...own.assets]),
  };
  return findStrays(whole, DEFAULTS).map(({ file, hint }) => [file, hint.en]);
}

test("a file that overrides one of the default theme, a layout of one's own and what it uses are no strays", () => {
  const templates = {
    "partials/byline": "x",
    "pages/feature": '{{> partials/mine}}{{asset "logo.svg"}}',
    "partials/mine": "",
  };
  expect(stray(templates, { "css/tokens.css": "", "logo.svg": "<svg/>" })).toEqual([]);
});

test.each([
  [{ "partials/bylin": "" }, {}, "templates/partials/bylin.hbs", "did you mean partials/byline.hbs?"],
  [{ "partial/byline": "" }, {}, "templates/partial/byline.hbs", "did you mean partials/byline.hbs?"],
  [{}, { "css/token.css": "" }, "templates/assets/css/token.css", "did you mean css/tokens.css?"],
  [
    {},
    { "unused.png": "" },
    "templates/assets/unused.png",
    "Check its name and folder against the default theme, or delete it",
  ],
])("tells a designer of %j %j, which has no effect", (templates, assets, file, hint) => {
  expect(stray(templates as Record<string, string>, assets as Record<string, string>)).toEqual([
    [file, hint],
  ]);
});
