import type { Root } from "hast";
import { beforeAll, describe, expect, it } from "vitest";
import { absoluteUrl, toRoute } from "../../src/model/route.ts";
import { articleRoute } from "../../src/pages/routes.ts";
import { attribute, find, findAll, linkHref, metaContent, parseHtml } from "../support/html.ts";
import { printSample, routesEnding, type SampleSite, textAt } from "../support/sampleSite.ts";
import { addressesIn, follow, idsIn } from "./addresses.ts";

let site: SampleSite;
/** Every page and fragment by its route. */
let trees: ReadonlyMap<string, Root>;
let addresses: ReturnType<typeof allAddresses>;

beforeAll(async () => {
  site = await printSample();
  trees = new Map(routesEnding(site, ".html").map((route) => [route, parseHtml(textAt(site, route))]));
  addresses = allAddresses();
}, 120_000);

/** Every address in every page, and where it leads. */
function allAddresses() {
  return [...trees].flatMap(([route, tree]) =>
    addressesIn(tree).map(({ element, written }) => ({
      route,
      element,
      written,
      target: follow(written, route, site),
    })),
  );
}

function isRedirect(tree: Root): boolean {
  return find(tree, ({ properties }) => properties.httpEquiv !== undefined).length > 0;
}

function isIndexable(route: string, tree: Root): boolean {
  return (
    !route.startsWith("/fragments/") &&
    !isRedirect(tree) &&
    !/noindex/.test(metaContent(tree, "robots") ?? "")
  );
}

/** The addresses that lead into the site and to none of these files. */
function deadAddresses(files: ReadonlyMap<string, unknown>): string[] {
  return addresses.flatMap(({ route, written, target }) =>
    target.kind === "file" && !files.has(target.route) ? [`${route} → ${written}`] : [],
  );
}

describe("every address in the sample site", () => {
  it("leads to a file of the site where it leads into the site", () => {
    expect(deadAddresses(site.files)).toEqual([]);
  });

  it("would be missed: each kind of file that is taken away leaves dead addresses", () => {
    const picture = [...site.files.keys()].find((route) => /\.webp$/.test(route)) ?? "";
    for (const gone of ["/about.html", "/feed.xml", "/favicon.svg", picture]) {
      const rest = new Map([...site.files].filter(([route]) => route !== gone));
      expect([gone, deadAddresses(rest).length > 0]).toEqual([gone, true]);
    }
  });

  it("names a place that the page it leads to has", () => {
    const ids = new Map([...trees].map(([route, tree]) => [route, new Set(idsIn(tree))]));
    const withPlace = addresses.flatMap(({ route, written, target }) =>
      target.kind === "file" && target.fragment !== "" ? [{ route, written, target }] : [],
    );
    const found = withPlace.filter(({ target }) => !ids.get(target.route)?.has(target.fragment));
    expect(found).toEqual([]);
    // Beyond the skip links: a footnote and the way back.
    expect(withPlace.some(({ route, target }) => route === target.route && target.fragment !== "main")).toBe(
      true,
    );
  });

  it("is written from the root, so that a page shown at another address still works", () => {
    const relative = addresses.filter(({ written }) => !/^(?:\/(?!\/)|#|[a-z]+:)/.test(written));
    expect(relative.map(({ route, written }) => `${route} → ${written}`)).toEqual([]);
  });

  it("is a page's, a picture's, a script's or a sheet's where the element wants one", () => {
    const wanted: Readonly<Record<string, RegExp>> = {
      a: /\.(?:html|xml|json|pdf|jpg)$/,
      img: /\.(?:jpg|png|svg|webp|avif|gif)$/,
      source: /\.webp$/,
      script: /\.js$/,
    };
    const found = addresses.flatMap(({ route, element, written, target }) =>
      target.kind === "file" && wanted[element.tagName]?.test(target.route) === false
        ? [`${route} <${element.tagName}> → ${written}`]
        : [],
    );
    expect(found).toEqual([]);
  });

  it("leads out of the site by safe schemes and to invented hosts only", () => {
    const out = addresses.flatMap(({ target }) => (target.kind === "elsewhere" ? [target.url] : []));
    const found = out.filter(({ protocol, hostname }) => {
      if (protocol === "mailto:" || protocol === "tel:") return false;
      return protocol !== "https:" || !/(?:^|\.)example\.(?:com|org|net)$/.test(hostname);
    });
    expect(found.map(String)).toEqual([]);
    expect(out.length).toBeGreaterThan(0);
  });

  it("is passed over only where another system serves it", () => {
    const ignored = addresses.flatMap(({ written, target }) => (target.kind === "ignored" ? [written] : []));
    expect([...new Set(ignored)]).toEqual(["/epaper/"]);
  });

  it("leads to a file of the site from the style sheets too", () => {
    for (const route of routesEnding(site, ".css")) {
      const written = [...textAt(site, route).matchAll(/url\((["']?)(.*?)\1\)/g)].map(
        ([, , url = ""]) => url,
      );
      const found = written.filter((url) => {
        const target = url.startsWith("data:") ? undefined : follow(url, route, site);
        return target?.kind === "file" && !site.files.has(target.route);
      });
      expect([route, found]).toEqual([route, []]);
    }
  });

  it("is found by a reader: every page is reached from the front page", () => {
    const links = new Map([...trees.keys()].map((route) => [route, new Set<string>()]));
    for (const { route, element, target } of addresses)
      if (["a", "form"].includes(element.tagName) && target.kind === "file")
        links.get(route)?.add(target.route);
    const reached = new Set(["/index.html"]);
    for (const route of reached) for (const next of links.get(route) ?? []) reached.add(next);
    const lost = [...trees].filter(([route, tree]) => isIndexable(route, tree) && !reached.has(route));
    expect(lost.map(([route]) => route)).toEqual([]);
  });
});

describe("the ids of a page", () => {
  it("occur once", () => {
    const found = [...trees].flatMap(([route, tree]) => {
      const ids = idsIn(tree);
      return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${route} #${id}`);
    });
    expect(found).toEqual([]);
  });
});

describe("the canonical address of a page", () => {
  const canonicals = () =>
    [...trees]
      .filter(([route]) => !route.startsWith("/fragments/"))
      .map(([route, tree]) => {
        const links = findAll(tree, "link").filter(
          ({ properties }) => String(properties.rel) === "canonical",
        );
        return { route, tree, canonical: links.map((link) => attribute(link, "href") ?? "") };
      });
  const own = (route: string) => absoluteUrl(site.forme.edition.site, toRoute(route));

  it("is given once", () => {
    expect(canonicals().flatMap(({ route, canonical }) => (canonical.length === 1 ? [] : [route]))).toEqual(
      [],
    );
  });

  it("is the page's own, but where it leads elsewhere or was first published elsewhere", () => {
    const republished = new Map(
      site.forme.desk.library.visible.flatMap((article) =>
        article.source?.url === undefined
          ? []
          : [[articleRoute(article, site.forme.edition.site) as string, article.source.url] as const],
      ),
    );
    expect(republished.size).toBeGreaterThan(0);
    const found = canonicals().filter(({ route, tree, canonical: [address] }) => {
      if (isRedirect(tree)) {
        const target = follow(address ?? "", route, site);
        return target.kind !== "file" || target.route === route || address !== own(target.route);
      }
      return address !== (republished.get(route) ?? own(route));
    });
    expect(found.map(({ route, canonical }) => `${route} ${canonical}`)).toEqual([]);
  });

  it("is no other page's", () => {
    const pages = canonicals().filter(({ tree }) => !isRedirect(tree));
    expect(new Set(pages.map(({ canonical }) => canonical[0])).size).toBe(pages.length);
  });
});

describe("the sitemap", () => {
  const listed = () => {
    const files = locations(textAt(site, "/sitemap.xml")).map((url) => follow(url, "/", site));
    return files.flatMap((target) =>
      target.kind === "file" ? locations(textAt(site, target.route)) : [`not of the site: ${target.url}`],
    );
  };

  it("lists every page that may be indexed, once, and no other", () => {
    const indexable = [...trees].flatMap(([route, tree]) => (isIndexable(route, tree) ? [route] : []));
    const routes = listed().map((url) => {
      const target = follow(url, "/", site);
      return target.kind === "file" ? target.route : url;
    });
    expect(routes.toSorted()).toEqual(indexable.toSorted());
  });

  it("names pages as they name themselves", () => {
    const site_ = site.forme.edition.site;
    const names = [...trees.keys()].map((route) => absoluteUrl(site_, toRoute(route)));
    expect(listed().filter((url) => !names.includes(url))).toEqual([]);
  });
});

describe("a page at an old address", () => {
  it("leads where the line of _redirects leads, and needs no script for it", () => {
    const lines = textAt(site, "/_redirects").trimEnd().split("\n");
    const pages = [...trees].filter(([, tree]) => isRedirect(tree));
    expect(lines).toHaveLength(pages.length);
    for (const line of lines) {
      const [, from = "", to = ""] = /^(\/\S+) (\/\S+) 301$/.exec(line) ?? [];
      const tree = trees.get(from);
      if (tree === undefined) throw new Error(`no page at ${line}`);
      const addresses = addressesIn(tree).filter(({ element }) => element.tagName !== "link");
      expect(addresses.map(({ written }) => written)).toEqual([to, to]);
      expect(linkHref(tree, "canonical")?.endsWith(to)).toBe(true);
    }
  });
});

function locations(xml: string): string[] {
  return [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = ""]) => url);
}
