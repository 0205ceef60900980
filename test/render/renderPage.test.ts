import { describe, expect, it } from "vitest";
import { trustedHtml } from "../../src/model/html.ts";
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

const value = { title: "<script>" };

const noBodies = (hash: string): never => {
  throw new Error(`no body ${hash}`);
};

describe("renderPage", () => {
  it("puts a page's body in its place, escapes the rest, and ends with a line end", () => {
    const bodies = (hash: string) => trustedHtml(`<p>${hash}</p>`);
    expect(renderPage(theme, { template: "article", body: { hash: "h1", slots: [] } }, value, bodies)).toBe(
      "<h1>&lt;script&gt;</h1><p>h1</p>\n",
    );
  });

  it("asks for no body where a page has none, and adds no second line end", () => {
    expect(renderPage(theme, { template: "plain" }, { title: "x" }, noBodies)).toBe("x\n");
  });

  it("leaves the page's value as it was", () => {
    const value = { title: "x" };
    renderPage(theme, { template: "article", body: { hash: "h", slots: [] } }, value, () => trustedHtml(""));
    expect(value).toEqual({ title: "x" });
  });
});
