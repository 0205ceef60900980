import type { Root } from "hast";
import { HtmlValidate, type Message, StaticConfigLoader } from "html-validate";
import { beforeAll, describe, expect, it } from "vitest";
import { attribute, find, findAll, hasClass, parseHtml, textOf } from "../support/html.ts";
import { printSample, routesEnding, type SampleSite, textAt } from "../support/sampleSite.ts";
import { emptyThings } from "./emptiness.ts";

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:recommended"],
    rules: {
      // The style sheet keeps numbers with this class on one line; the rule looks for white-space in the markup only.
      "tel-non-breaking": ["error", { ignoreClasses: ["nobreak"] }],
    },
  }),
);

/** An aside without a name inside an article, such as a correction in the text, is no landmark to a browser (HTML-AAM); the rule takes it for one. */
function isQuietAside({ ruleId, selector }: Message): boolean {
  return ruleId === "unique-landmark" && /\barticle\b.*> aside[^>]*$/.test(selector ?? "");
}

let site: SampleSite;
/** Whole pages by route, those that only lead elsewhere left out. */
let pages: ReadonlyMap<string, Root>;
let redirects: ReadonlyMap<string, Root>;
let fragments: ReadonlyMap<string, Root>;

beforeAll(async () => {
  site = await printSample();
  const all = routesEnding(site, ".html").map((route) => [route, parseHtml(textAt(site, route))] as const);
  const having = (wanted: "page" | "redirect" | "fragment") =>
    new Map(all.filter(([route, tree]) => kindOf(route, tree) === wanted));
  pages = having("page");
  redirects = having("redirect");
  fragments = having("fragment");
}, 120_000);

function kindOf(route: string, tree: Root): "page" | "redirect" | "fragment" {
  if (route.startsWith("/fragments/")) return "fragment";
  return find(tree, ({ properties }) => properties.httpEquiv !== undefined).length > 0 ? "redirect" : "page";
}

/** What a check finds, each with its page. */
function findings(trees: ReadonlyMap<string, Root>, check: (tree: Root) => readonly string[]): string[] {
  return [...trees].flatMap(([route, tree]) => check(tree).map((finding) => `${route} ${finding}`));
}

function both(): ReadonlyMap<string, Root> {
  return new Map([...pages, ...redirects]);
}

describe("every page of the sample site", () => {
  it("is one of many kinds, so that the checks below see something", () => {
    expect(pages.size).toBeGreaterThan(200);
    expect([...redirects.keys()]).toEqual(["/html/2019/0612/1187.html", "/html/2019/old.html"]);
    expect([...fragments.keys()]).toEqual(["/fragments/hot.html", "/fragments/latest.html"]);
  });

  it("is valid HTML to html-validate, fragments as fragments", async () => {
    const found: string[] = [];
    for (const route of routesEnding(site, ".html")) {
      const { results } = await validator.validateString(textAt(site, route), route);
      for (const { messages } of results)
        for (const message of messages)
          if (!isQuietAside(message))
            found.push(`${route}:${message.line} ${message.ruleId} ${message.message}`);
    }
    expect(found).toEqual([]);
  }, 120_000);

  it("says its language", () => {
    const languages = [...both()].map(([route, page]) => {
      const [root] = findAll(page, "html");
      return [route, root && attribute(root, "lang")];
    });
    expect(languages.filter(([, language]) => language !== "zh-CN")).toEqual([]);
  });

  it("has one title, one description at most and one h1", () => {
    const found = findings(both(), (page) => {
      const titles = findAll(page, "title").map(({ children }) => children);
      const descriptions = find(page, ({ properties }) => properties.name === "description");
      const h1 = findAll(page, "h1");
      return [
        ...(titles.length === 1 && titles[0]?.length === 1 ? [] : [`${titles.length} titles`]),
        ...(descriptions.length <= 1 ? [] : [`${descriptions.length} descriptions`]),
        ...(h1.length === 1 ? [] : [`${h1.length} h1`]),
      ];
    });
    expect(found).toEqual([]);
  });

  it("begins its headings with the h1 and skips no level", () => {
    const found = findings(both(), (page) => {
      const levels = findAll(page, "h1", "h2", "h3", "h4", "h5", "h6").map(({ tagName }) =>
        Number(tagName[1]),
      );
      return levels.flatMap((level, at) =>
        level <= (levels[at - 1] ?? 0) + 1 ? [] : [`h${level} after h${levels[at - 1]}`],
      );
    });
    expect(found).toEqual([]);
  });

  it("has one banner, one main part, one footer, and named navigation", () => {
    const found = findings(pages, (page) => {
      const ofBody = (name: string) =>
        find(page, ({ tagName }) => tagName === name).filter(
          ({ around }) => around.at(-1)?.tagName === "body",
        );
      const counts = {
        banner: ofBody("header").length,
        main: findAll(page, "main").length,
        footer: ofBody("footer").length,
      };
      const names = findAll(page, "nav").map((nav) => attribute(nav, "ariaLabel") ?? "");
      return [
        ...Object.entries(counts).flatMap(([name, count]) => (count === 1 ? [] : [`${count} ${name}`])),
        ...(names.includes("") ? ["a nav without a name"] : []),
        ...(new Set(names).size === names.length ? [] : [`two navs of one name: ${names}`]),
      ];
    });
    expect(found).toEqual([]);
  });

  it("starts with a link that skips to the main part", () => {
    const found = findings(pages, (page) => {
      const [first] = findAll(page, "a");
      const [main] = findAll(page, "main");
      const isSkip = first !== undefined && attribute(first, "href") === `#${main?.properties.id}`;
      return isSkip ? [] : ["no skip link"];
    });
    expect(found).toEqual([]);
  });

  it("shows no empty block, label or heading", () => {
    expect(findings(new Map([...both(), ...fragments]), emptyThings)).toEqual([]);
  });

  it("gives every time its machine-readable form and every picture its size", () => {
    const found = findings(new Map([...pages, ...fragments]), (page) => [
      ...findAll(page, "time").flatMap((time) =>
        /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2})?$/.test(attribute(time, "dateTime") ?? "")
          ? []
          : [`time ${textOf(time)}`],
      ),
      ...findAll(page, "img")
        .filter((picture) => !hasClass(picture, "logo"))
        .flatMap((picture) =>
          picture.properties.width === undefined || picture.properties.height === undefined
            ? [`picture ${picture.properties.src}`]
            : [],
        ),
    ]);
    expect(found).toEqual([]);
  });

  it("holds no script but structured data, no style, no handler and no javascript: address", () => {
    const found = findings(new Map([...both(), ...fragments]), (page) => [
      ...findAll(page, "script").flatMap(({ properties }) =>
        properties.src === undefined && properties.type !== "application/ld+json" ? ["inline script"] : [],
      ),
      ...findAll(page, "style").map(() => "style element"),
      ...find(page, ({ properties }) =>
        Object.keys(properties).some((name) => /^(?:on|style$)/i.test(name)),
      ).map(({ element }) => `attributes of ${element.tagName}: ${Object.keys(element.properties)}`),
      ...find(page, ({ properties }) =>
        Object.values(properties).some((value) => /^\s*(?:javascript|vbscript|data):/i.test(String(value))),
      ).map(({ element }) => `address of ${element.tagName}`),
    ]);
    expect(found).toEqual([]);
  });
});

describe("a fragment of the sample site", () => {
  it("is one list and nothing of a page", () => {
    for (const [route, tree] of fragments) {
      const roots = tree.children.flatMap((child) => (child.type === "element" ? [child.tagName] : []));
      expect([route, roots]).toEqual([route, ["ol"]]);
      expect(findAll(tree, "li")).toHaveLength(10);
    }
  });
});

describe("emptyThings", () => {
  const around = (body: string) => parseHtml(`<!doctype html><title>t</title><main>${body}</main>`);

  it.each([
    ["<p></p><p>a</p>", "empty: <p>"],
    ['<ul class="meta"><li> </li></ul>b', "empty: <ul.meta>"],
    ['<section class="rail"><h2>热门</h2></section>', "heading of nothing: <h2> 热门"],
    ["<h2>a</h2><h2>b</h2><p>c</p>", "heading of nothing: <h2> a"],
    ["<header><h2>a</h2></header>", "heading of nothing: <h2> a"],
    ['<p><span class="label">来源</span></p>', "label of nothing: <span.label> 来源"],
  ])("sees through %s", (body, finding) => {
    expect(emptyThings(around(body))).toContain(finding);
  });

  it.each([
    '<p><img src="a.jpg" alt=""></p>',
    "<h2>a</h2><h3>b</h3><p>c</p>",
    "<article><header><h2>a</h2></header><p>c</p></article>",
    '<p><span class="label">来源</span>云河新闻网</p>',
  ])("lets %s pass", (body) => {
    expect(emptyThings(around(body))).toEqual([]);
  });
});
