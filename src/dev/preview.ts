import { readFileSync } from "node:fs";
import type { Page } from "../model/page.ts";
import { planPages, planRails } from "../pages/plan.ts";
import { railMarkup } from "../pages/rails.ts";
import type { Forme } from "../press.ts";
import { pageRenderer } from "../render/pageRenderer.ts";

/** One edition that is printed page by page, as pages are asked for. */
export interface Preview {
  /** The bytes of the file at a route, as a build would write them; undefined where it would write none. */
  readonly read: (route: string) => string | Uint8Array | undefined;
  /** The URLs of the theme's assets by their names. */
  readonly assetUrls: ReadonlyMap<string, string>;
  /** `` or `/paper`. */
  readonly basePath: string;
}

/** Makes a preview of a forme. Nothing is rendered before it is asked for, and pages are planned only as far as the one that is wanted. */
export function openPreview(forme: Forme): Preview {
  const files = fileReaders(forme);
  const pageAt = pageFinder(forme);
  const render = pageRenderer(forme.theme, forme.desk.copy.bodies);
  return {
    read: (route) => {
      const page = pageAt(route);
      // As in a build, a page wins over a file of the same name: there it is an error, here it cannot be.
      return page === undefined ? files.get(route)?.() : render(page);
    },
    assetUrls: forme.assets.urls,
    basePath: forme.edition.site.basePath,
  };
}

function pageFinder({ edition, theme, desk }: Forme): (route: string) => Page | undefined {
  const rails = planRails(edition);
  const markup = railMarkup(rails, pageRenderer(theme, desk.copy.bodies));
  const seen = new Map<string, Page>();
  for (const rail of [rails.hot, rails.latest])
    if (rail !== undefined) seen.set(rail.whole.route, rail.whole);
  const rest = planPages(edition, markup);
  return (route) => {
    for (let known = seen.get(route); ; known = seen.get(route)) {
      if (known !== undefined) return known;
      const next = rest.next();
      if (next.done === true) return undefined;
      seen.set(next.value.route, next.value);
    }
  };
}

function fileReaders({ desk, files, assets }: Forme): ReadonlyMap<string, () => Uint8Array> {
  const statics = desk.newsroom.files.filter(({ path }) => path.startsWith("static/"));
  return new Map([
    ...files.map(({ route, onDisk }) => [String(route), () => readFileSync(onDisk)] as const),
    ...statics.map(({ path, onDisk }) => [path.slice("static".length), () => readFileSync(onDisk)] as const),
    ...assets.outputs.map(({ route, bytes }) => [String(route), () => bytes] as const),
  ]);
}
