import type { Article } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Wave } from "../model/page.ts";
import type { Route } from "../model/route.ts";
import type { Edition } from "./edition.ts";
import { vanishedPage } from "./problems.ts";
import { aliasRoute, articleRoute } from "./routes.ts";

/**
 * Addresses of articles and plain pages that the last edition had and this one has not. A withdrawn article keeps its
 * address and an alias makes a page at the old one, so neither is among them; an expired article's addresses go as promised.
 */
export function vanishedPages(
  last: readonly { readonly route: Route; readonly wave: Wave }[],
  present: ReadonlyMap<Route, unknown>,
  articles: readonly Article[],
  { site, library }: Edition,
): Diagnostic[] {
  const expired = new Set(
    articles.flatMap((article) =>
      library.status.get(article.id) === "expired"
        ? [articleRoute(article, site), ...article.aliases.map(({ value }) => aliasRoute(value).from)]
        : [],
    ),
  );
  return last.flatMap(({ route, wave }) =>
    wave === "article" && !present.has(route) && !expired.has(route)
      ? [vanishedPage({ file: "content" }, route)]
      : [],
  );
}
