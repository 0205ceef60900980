import type { Article } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Wave } from "../model/page.ts";
import type { Route } from "../model/route.ts";
import type { Edition } from "./edition.ts";
import { hiddenAgain, vanishedPage } from "./problems.ts";
import { aliasRoute, articleRoute } from "./routes.ts";

/**
 * Tells the addresses of articles and plain pages that the last edition had and this one has not. A withdrawn article keeps its
 * address and an alias makes a page at the old one, so neither is among them; an expired article's addresses go as promised.
 */
export function vanishedPages(
  last: readonly { readonly route: Route; readonly wave: Wave }[],
  present: ReadonlyMap<Route, unknown>,
  articles: readonly Article[],
  { site, library }: Edition,
): Diagnostic[] {
  const gone = last.filter(({ route, wave }) => wave === "article" && !present.has(route));
  if (gone.length === 0) return [];
  const owners = new Map(
    articles.flatMap((article) =>
      [articleRoute(article, site), ...article.aliases.map(({ value }) => aliasRoute(value).from)].map(
        (route) => [route, article] as const,
      ),
    ),
  );
  return gone.flatMap(({ route }) => {
    const owner = owners.get(route);
    const status = owner === undefined ? undefined : library.status.get(owner.id);
    if (owner === undefined || status === undefined) return [vanishedPage({ file: "content" }, route)];
    return status === "expired"
      ? []
      : [hiddenAgain({ file: `content/${owner.path}` }, route, status === "draft")];
  });
}
