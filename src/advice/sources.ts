import type { Article } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Outlet, Site } from "../model/site.ts";
import { unknownSource } from "./problems.ts";

/** Sources of articles that are neither the paper itself nor in sources.yaml, each once, at its newest article. `articles` are newest first. */
export function adviseSources(
  articles: readonly Article[],
  outlets: readonly Outlet[],
  site: Site,
): Diagnostic[] {
  const known = new Set([
    site.title,
    site.publisher?.name,
    ...outlets.flatMap(({ name, aliases }) => [name, ...aliases]),
  ]);
  const unknown = new Map<string, Article[]>();
  for (const article of articles) {
    const name = article.source?.name;
    if (name !== undefined && !known.has(name)) unknown.set(name, [...(unknown.get(name) ?? []), article]);
  }
  return [...unknown].flatMap(([name, [first, ...others]]) =>
    first === undefined
      ? []
      : [unknownSource(first.places.source ?? { file: `content/${first.path}` }, name, others.length + 1)],
  );
}
