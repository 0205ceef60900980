import { join } from "node:path";
import { advise } from "../advice/advise.ts";
import { openContentIds } from "../cache/contentIds.ts";
import { readConfig } from "../config/readConfig.ts";
import { discover, isConfigurationFile } from "../content/discover.ts";
import { articleId } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { toRoute } from "../model/route.ts";
import { makeEdition } from "../pages/makeEdition.ts";
import { sectionTree } from "../pages/sections.ts";
import { libraryOf, type Order, parsePlan, shownPages } from "../press.ts";
import { checkOverrides } from "../ranking/overrides.ts";
import { parseNewsroom, textFiles } from "../workers/parseNewsroom.ts";
import { openBodies } from "../workers/recoverBodies.ts";
import { checkTexts } from "./checkTexts.ts";
import { markupFinder } from "./markupFinder.ts";
import { placeFinder } from "./placeFinder.ts";

/** Whether a changed file can make problems in files that did not change. */
export function concernsAll(path: string): boolean {
  return path.startsWith("templates/") || isConfigurationFile(path);
}

/** The problems that stand in changed texts. Nothing is ranked, planned or rendered for it, so that it is quick in a large newsroom. */
export async function checkChanged(order: Order, changed: ReadonlySet<string>): Promise<Diagnostic[]> {
  const contentDir = join(order.root, "content");
  const { value: config, diagnostics } = await readConfig(contentDir, order.url);
  if (config === undefined) return [...diagnostics];
  const newsroom = await discover(contentDir);
  const copy = await parseNewsroom(newsroom, parsePlan(order, openContentIds(contentDir), config));
  const library = libraryOf(copy, config, order.now, order.show);
  const available = newsroom.files.map(({ path }) => path);
  const edition = makeEdition({
    ...config,
    articles: copy.articles,
    plainPages: shownPages(copy, order.show),
    now: order.now,
    isPreview: false,
    library,
    rankings: { latest: [], hot: [], related: [] },
    sections: sectionTree(copy.sections, library),
    // Where a file will stand does not matter here, only that it is there.
    files: new Map(available.map((path) => [path, { route: toRoute(path) }])),
    // Nor what is shared.
    cards: new Map(),
    available,
  });
  const isWanted = (path: string) => changed.has(`content/${path}`);
  const texts = textFiles(newsroom).filter(({ path }) => isWanted(path));
  const overriding = copy.articles.filter(
    ({ path, related, relatedExclude }) => isWanted(path) && related.length + relatedExclude.length > 0,
  );
  const found = [
    newsroom.diagnostics,
    copy.diagnostics,
    checkOverrides(
      overriding,
      overriding.length === 0 ? [] : newsroom.articles.map(({ path }) => articleId(path)),
    ),
    edition.diagnostics,
    advise({
      config,
      copy,
      bodyOf: openBodies(copy.bodies).get,
      placeOf: placeFinder(newsroom, config.site.timeZone),
      library,
      files: available,
      isWanted,
    }),
    checkTexts(texts, { off: new Set(config.site.check.off), markupOf: markupFinder(copy) }),
  ].flat();
  return found.filter(({ file }) => changed.has(file));
}
