import { readFile } from "node:fs/promises";
import { pictureStore } from "../cache/pictures.ts";
import { pictureReaders } from "../darkroom/print.ts";
import type { Page } from "../model/page.ts";
import { makePlanner, planRails } from "../pages/plan.ts";
import { railMarkup } from "../pages/rails.ts";
import type { Forme } from "../press.ts";
import { plainFiles } from "../printing.ts";
import { searchParts } from "../search/parts.ts";
import { pageRenderer } from "../workers/pageRenderer.ts";
import { type HeldBodies, holdBodies } from "./heldBodies.ts";
import type { SearchFiles } from "./searchFiles.ts";

/** One edition that is printed page by page, as pages are asked for. */
export interface Preview {
  /** What it prints from. */
  readonly forme: Forme;
  /** The bytes of the file at a route, as a build would write them; undefined where it would write none. */
  readonly read: (route: string) => Promise<string | Uint8Array | undefined>;
  /** Keeps what it has of these files, which have changed: until they are read without an error, it is what is shown. */
  readonly hold: (files: readonly string[]) => void;
  /** The URLs of the theme's assets by their names. */
  readonly assetUrls: ReadonlyMap<string, string>;
  /** `` or `/paper`. */
  readonly basePath: string;
}

/**
 * Makes a preview of a forme, to which the search turns. Nothing is rendered or indexed before it is asked for, and pages are
 * planned only as far as the one that is wanted.
 */
export function openPreview(forme: Forme, search: SearchFiles): Preview {
  const files = fileReaders(forme);
  const bodies = holdBodies(forme.desk);
  turnSearch(search, forme, bodies);
  const pageAt = pageFinder(forme, bodies);
  const render = pageRenderer(forme.theme.compiled, bodies);
  return {
    forme,
    read: async (route) => {
      // First, as to know that there is no page of a name, every page has to be planned.
      const found = await search.read(route);
      if (found !== undefined) return found;
      const page = pageAt(route);
      // As in a build, a page wins over a file of the same name: there it is an error, here it cannot be.
      return page === undefined ? files.get(route)?.() : render(page);
    },
    hold: bodies.hold,
    assetUrls: forme.theme.assets.urls,
    basePath: forme.edition.site.basePath,
  };
}

function turnSearch(search: SearchFiles, { desk, edition, toolId }: Forme, bodies: HeldBodies): void {
  search.turnTo({
    parts: () => searchParts(edition, toolId, bodies.get),
    cacheDir: desk.copy.bodies.cacheDir,
  });
}

function pageFinder({ edition, theme }: Forme, bodies: HeldBodies): (route: string) => Page | undefined {
  const rails = planRails(edition);
  const markup = railMarkup(rails, pageRenderer(theme.compiled, bodies));
  const seen = new Map<string, Page>();
  for (const rail of [rails.hot, rails.latest])
    if (rail !== undefined) seen.set(rail.whole.route, rail.whole);
  const planner = makePlanner(edition, markup);
  const { library, routes } = edition;
  const articles = new Map<string, number>(
    library.visible.flatMap(({ id }, index) => {
      const route = routes.articles.get(id);
      return route === undefined ? [] : [[route, index] as const];
    }),
  );
  const rest = planner.others();
  return (route) => {
    const article = articles.get(route);
    if (article !== undefined) return planner.article(article);
    for (let known = seen.get(route); ; known = seen.get(route)) {
      if (known !== undefined) return known;
      const next = rest.next();
      if (next.done === true) return undefined;
      seen.set(next.value.route, next.value);
    }
  };
}

function fileReaders(forme: Forme): ReadonlyMap<string, () => Promise<Uint8Array>> {
  const { cacheDir } = forme.desk.copy.bodies;
  const store = cacheDir === undefined ? undefined : pictureStore(cacheDir);
  return new Map([
    ...pictureReaders(forme.negatives, store),
    ...plainFiles(forme).map(({ route, onDisk }) => [String(route), () => readFile(onDisk)] as const),
    ...forme.theme.assets.outputs.map(({ route, bytes }) => [String(route), async () => bytes] as const),
  ]);
}
