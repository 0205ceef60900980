import type { Html } from "../model/html.ts";
import { trustedHtml } from "../model/html.ts";
import type { Card, Rail, Rails, TemplatePage, ValueOf } from "../model/page.ts";
import { hrefOf, type Route } from "../model/route.ts";
import { dayNumber } from "../model/time.ts";
import type { Edition } from "./edition.ts";
import { fixedRoutes } from "./routes.ts";

export type RailName = "hot" | "latest";

/** A rail's markup for the page of the article at an index, which leaves itself out; for any other page without one. */
export type RailMarkup = Readonly<Record<RailName, (without?: number) => Html | undefined>>;

/** The pages of which a rail is made: the whole list as every page shows it, and one variant for each article that it lists; undefined where nothing else is left to list. */
export interface RailPlan {
  readonly whole: TemplatePage;
  readonly variants: ReadonlyMap<number, TemplatePage | undefined>;
}

const ROUTES = {
  hot: { page: fixedRoutes.hot, fragment: fixedRoutes.hotFragment },
  latest: { page: fixedRoutes.latest, fragment: fixedRoutes.latestFragment },
} as const;

/** Plans a rail; undefined where there is nothing to list. The list is one longer than it is shown, for the pages that leave themselves out. */
export function planRail(
  name: RailName,
  edition: Edition,
  card: (index: number) => Card,
): RailPlan | undefined {
  const listed = edition.rankings[name];
  const count = edition.site.lists[name].count;
  if (count === 0 || listed.length === 0) return undefined;
  const pageOf = (indices: readonly number[]): TemplatePage => {
    const value: ValueOf<"rail-hot"> = { words: edition.words, cards: indices.slice(0, count).map(card) };
    return {
      kind: "template",
      wave: "list",
      route: ROUTES[name].fragment,
      template: `rail-${name}`,
      maker: "given",
      parts: value,
    };
  };
  const others = (own: number) => listed.filter((index) => index !== own);
  return {
    whole: pageOf(listed),
    variants: new Map(listed.map((own) => [own, listed.length > 1 ? pageOf(others(own)) : undefined])),
  };
}

/** The rails of an article's page, by the site's mode. */
export function articleRails(edition: Edition, markup: RailMarkup): (index: number) => Rails | undefined {
  const fetched = listRails(edition, markup);
  const baked = bakedRails(edition, markup);
  const { hot, latest } = edition.rankings;
  const listed = new Set([...hot, ...latest]);
  return (index) => {
    if (!isBaked(index, edition)) return fetched;
    return listed.has(index) ? bakedRails(edition, markup, index) : baked;
  };
}

/** The rails of a list's page: never baked, because an older page of a list stands still. */
export function listRails(edition: Edition, markup: RailMarkup): Rails | undefined {
  const { rails, includeSyntax } = edition.site.lists;
  const make = (name: RailName): Rail | undefined => {
    if (markup[name]() === undefined) return undefined;
    const address = hrefOf(edition.site.basePath, ROUTES[name].fragment);
    if (rails === "include") return railOf(name, edition, { html: includeDirective(address, includeSyntax) });
    return railOf(name, edition, { fragment: address });
  };
  return both(make);
}

/** Rails whose markup stands in the page: the front page has them in every mode but `include`. */
function bakedRails(edition: Edition, markup: RailMarkup, without?: number): Rails | undefined {
  return both((name) => {
    const html = markup[name](without);
    return html === undefined ? undefined : railOf(name, edition, { html });
  });
}

/** The front page's rails: it changes with every article, so fetching them would save nothing. */
export function frontRails(edition: Edition, markup: RailMarkup): Rails | undefined {
  return edition.site.lists.rails === "include" ? listRails(edition, markup) : bakedRails(edition, markup);
}

function both(make: (name: RailName) => Rail | undefined): Rails | undefined {
  const rails = { hot: make("hot"), latest: make("latest") };
  return rails.hot === undefined && rails.latest === undefined ? undefined : rails;
}

function railOf(
  name: RailName,
  { site, words, rankings }: Edition,
  holds: { readonly html?: Html; readonly fragment?: string },
): Rail {
  const route: Route = ROUTES[name].page;
  const rows = Math.min(site.lists[name].count, rankings[name].length);
  return { title: words[name], url: hrefOf(site.basePath, route), rows, ...holds };
}

/** With `auto`, a small site is whole without scripts, and an old page of a large one stands still. */
function isBaked(index: number, { site, library }: Edition): boolean {
  const { rails, bakeUpTo, bakeDays } = site.lists;
  switch (rails) {
    case "baked":
      return true;
    case "fetch":
    case "include":
      return false;
    case "auto": {
      const newest = library.visible[0];
      const article = library.visible[index];
      if (library.visible.length <= bakeUpTo || newest === undefined || article === undefined) return true;
      return dayNumber(newest.date) - dayNumber(article.date) <= bakeDays;
    }
  }
}

function includeDirective(address: string, syntax: "ssi" | "esi"): Html {
  return trustedHtml(
    syntax === "esi" ? `<esi:include src="${address}"/>` : `<!--#include virtual="${address}" -->`,
  );
}

/** Renders the planned rails, each variant once. */
export function railMarkup(
  plans: Readonly<Record<RailName, RailPlan | undefined>>,
  render: (page: TemplatePage) => string,
): RailMarkup {
  const rendered = (plan: RailPlan | undefined): RailMarkup[RailName] => {
    if (plan === undefined) return () => undefined;
    const whole = trustedHtml(render(plan.whole));
    const variants = new Map(
      Array.from(plan.variants, ([own, page]) => [own, page && trustedHtml(render(page))] as const),
    );
    return (without) => (without !== undefined && variants.has(without) ? variants.get(without) : whole);
  };
  return { hot: rendered(plans.hot), latest: rendered(plans.latest) };
}
