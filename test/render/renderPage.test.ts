import { describe, expect, it } from "vitest";
import { trustedHtml } from "../../src/model/html.ts";
import type { TemplatePage } from "../../src/model/page.ts";
import { toRoute } from "../../src/model/route.ts";
import { renderPage } from "../../src/render/renderPage.ts";
import { compileTheme } from "../../src/render/theme.ts";

const theme = compileTheme(
  {
    templates: new Map([
      ["pages/article", { source: "<h1>{{title}}</h1>{{{body}}}", file: "" }],
      ["pages/plain", { source: "{{title}}\n", file: "" }],
    ]),
  },
  new Map(),
);

const page: TemplatePage = {
  kind: "template",
  route: toRoute("/a.html"),
  wave: "article",
  template: "article",
  value: { title: "<script>" },
};

const noBodies = (hash: string): never => {
  throw new Error(`no body ${hash}`);
};

describe("renderPage", () => {
  it("puts a page's body in its place, escapes the rest, and ends with a line end", () => {
    const bodies = (hash: string) => trustedHtml(`<p>${hash}</p>`);
    expect(renderPage(theme, { ...page, body: { hash: "h1", slots: [] } }, bodies)).toBe(
      "<h1>&lt;script&gt;</h1><p>h1</p>\n",
    );
  });

  it("asks for no body where a page has none, and adds no second line end", () => {
    expect(renderPage(theme, { ...page, template: "plain", value: { title: "x" } }, noBodies)).toBe("x\n");
  });

  it("leaves the page's value as it was", () => {
    const value = { title: "x" };
    renderPage(theme, { ...page, value, body: { hash: "h", slots: [] } }, () => trustedHtml(""));
    expect(value).toEqual({ title: "x" });
  });
});
