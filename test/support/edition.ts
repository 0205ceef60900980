import { resolveContext } from "../../src/commands/context.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { trustedHtml } from "../../src/model/html.ts";
import {
  type FeedPage,
  type Page,
  pageSchemas,
  type TemplatePage,
  type ValueOf,
} from "../../src/model/page.ts";
import type { Edition } from "../../src/pages/edition.ts";
import { pageValue } from "../../src/pages/pageValue.ts";
import { planPages, planRails } from "../../src/pages/plan.ts";
import { railMarkup } from "../../src/pages/rails.ts";
import { composeForme, type Forme } from "../../src/press.ts";
import type { Show } from "../../src/ranking/status.ts";
import { renderTemplate } from "../../src/render/theme.ts";
import { type Files, makeNewsroom, NOW } from "./newsroom.ts";

/** What was found before a page is printed. The forme is undefined where there are errors. `now` is ISO 8601 or epoch milliseconds. */
export async function compose(
  files: Files,
  now: string | number = NOW,
  show: Show = {},
): Promise<{ readonly forme: Forme | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const { root } = makeNewsroom(files);
  const { order } = resolveContext({ root, ...show }, {});
  const moment = typeof now === "number" ? now : Date.parse(now);
  const { value, diagnostics } = await composeForme({ ...order, now: moment }, () => {});
  return { forme: value, diagnostics };
}

/** A newsroom's pages before they are rendered. */
export interface Planned {
  readonly edition: Edition;
  readonly pages: readonly Page[];
  /** The page at a route. */
  readonly page: (route: string) => Page;
  /** The value of the template page at a route; a body stands in it as its hash. */
  readonly value: <K extends keyof typeof pageSchemas>(kind: K, route: string) => ValueOf<K>;
  readonly feed: (route: string) => FeedPage["feed"];
  readonly text: (route: string) => string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans a newsroom's pages, with real rails. Throws where the newsroom has errors. */
export async function plan(files: Files, now: string | number = NOW, show: Show = {}): Promise<Planned> {
  const { forme, diagnostics } = await compose(files, now, show);
  if (forme === undefined)
    throw new Error(`the newsroom has errors: ${JSON.stringify(diagnostics, null, 2)}`);
  const { edition, theme } = forme;
  const rails = planRails(edition);
  const render = (page: TemplatePage) =>
    renderTemplate(theme.compiled, `pages/${page.template}`, pageValue(page));
  const fragments = [rails.hot, rails.latest].flatMap((rail) => (rail === undefined ? [] : [rail.whole]));
  const pages = [...fragments, ...planPages(edition, railMarkup(rails, render))];
  const page = (route: string) => {
    const found = pages.find((candidate) => candidate.route === route);
    if (found === undefined) throw new Error(`no page at ${route}; there are ${routesOf(pages).join(" ")}`);
    return found;
  };
  return {
    edition,
    pages,
    page,
    value: (kind, route) => checkedValue(kind, page(route)),
    feed: (route) => {
      const found = page(route);
      if (found.kind !== "feed") throw new Error(`no feed at ${route}`);
      return found.feed;
    },
    text: (route) => {
      const found = page(route);
      if (found.kind !== "text") throw new Error(`no text at ${route}`);
      return found.text;
    },
    diagnostics,
  };
}

/** A template page's value, checked against its schema. */
function checkedValue<K extends keyof typeof pageSchemas>(kind: K, page: Page): ValueOf<K> {
  if (page.kind !== "template") throw new Error(`${page.route} is made of no template`);
  return pageSchemas[kind].parse(wholeValue(page)) as ValueOf<K>;
}

/** A page's value as its template gets it, with the body's hash in place of its markup. */
export function wholeValue(page: TemplatePage): object {
  const { body } = page;
  const value = pageValue(page);
  return body === undefined ? value : { ...value, body: trustedHtml(body.hash) };
}

export function routesOf(pages: readonly Page[]): string[] {
  return pages.map(({ route }) => route);
}

/** The codes of problems, with their files. */
export function told(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, file }) => `${code} ${file}`);
}
