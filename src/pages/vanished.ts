import type { Article } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Wave } from "../model/page.ts";
import { hrefOf, type Route } from "../model/route.ts";
import { RESERVED } from "./clashes.ts";
import type { Edition } from "./edition.ts";
import { hiddenAgain, shrunkSite, vanishedPage, vanishedSection } from "./problems.ts";
import { aliasRoute, articleRoute } from "./routes.ts";

/**
 * Tells the addresses of articles, plain pages and sections that the last edition had and this one has not. A withdrawn article keeps its
 * address and an alias makes a page at the old one, so neither is among them; an expired article's addresses go as promised.
 */
export function vanishedPages(
  last: readonly { readonly route: Route; readonly wave: Wave }[],
  present: ReadonlyMap<Route, unknown>,
  articles: readonly Article[],
  { site, library }: Edition,
): Diagnostic[] {
  const lost = last.filter(({ route }) => !present.has(route));
  const sections = lost
    .filter(({ route, wave }) => wave === "list" && isSectionPage(route))
    .map(({ route }) => vanishedSection({ file: "content" }, hrefOf("", route)));
  const gone = lost.filter(({ wave }) => wave === "article");
  if (gone.length === 0) return sections;
  const owners = new Map(
    articles.flatMap((article) =>
      [articleRoute(article, site), ...article.aliases.map(({ value }) => aliasRoute(value).from)].map(
        (route) => [route, article] as const,
      ),
    ),
  );
  const pages = gone.flatMap(({ route }) => {
    const owner = owners.get(route);
    const status = owner === undefined ? undefined : library.status.get(owner.id);
    if (owner === undefined || status === undefined) return [vanishedPage({ file: "content" }, route)];
    return status === "expired"
      ? []
      : [hiddenAgain({ file: `content/${owner.path}` }, route, status === "draft")];
  });
  return [...sections, ...pages];
}

/** Whether a list's page is the first of a section. */
function isSectionPage(route: Route): boolean {
  const [top = "", ...names] = route.slice(1).split("/");
  return names.at(-1) === "index.html" && !RESERVED.has(top) && !names.includes("page");
}

const MOST_GONE = 10;
const LARGEST_SHARE = 0.2;

/**
 * Refuses an edition that has lost more than ten and more than a fifth of the last one's articles and plain pages. Where the
 * cache was lost, it is not known which pages those were, and all are counted. What was only hidden is not lost.
 */
export function refuseShrinking(
  last: readonly { readonly route: Route; readonly wave: Wave; readonly hash: string }[],
  present: ReadonlyMap<Route, unknown>,
  vanished: readonly Diagnostic[],
): Diagnostic[] {
  const isForgotten = last.every(({ hash }) => hash === "");
  const counted = last.filter(({ route, wave }) =>
    isForgotten ? route.endsWith(".html") : wave === "article",
  );
  const gone = isForgotten
    ? counted.filter(({ route }) => !present.has(route)).length
    : vanished.filter(({ code }) => code === vanishedPage.rule.code).length;
  const isTooMuch = gone > MOST_GONE && gone > counted.length * LARGEST_SHARE;
  return isTooMuch ? [shrunkSite({ file: "content" }, gone, counted.length)] : [];
}
