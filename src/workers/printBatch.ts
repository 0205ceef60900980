import type { Page } from "../model/page.ts";
import { type StagedBytes, stageBytes } from "../output/stage.ts";
import { compileTheme, type ThemeFiles } from "../render/theme.ts";
import { type BodyShelf, type BodyStore, openShelf } from "./bodyStore.ts";
import { pageRenderer } from "./pageRenderer.ts";

/** What every page of an edition is printed with. */
export interface PrintSetup {
  readonly templates: ThemeFiles["templates"];
  /** The URLs of the theme's assets, by name. */
  readonly assetUrls: ReadonlyMap<string, string>;
  readonly outDir: string;
  readonly shelf: BodyShelf;
}

/** Pages to be printed together: what they share is sent once. */
export interface PrintBatch {
  readonly pages: readonly Page[];
  readonly bodies: Omit<BodyStore, keyof BodyShelf>;
  /** Makes the names of the waiting files unlike those of other batches. */
  readonly number: number;
}

/** Makes the function that renders the pages of a batch, in order, and lets their files wait beside the published site. */
export function batchPrinter(setup: PrintSetup): (batch: PrintBatch) => StagedBytes[] {
  const { templates, assetUrls, outDir, shelf } = setup;
  const theme = compileTheme({ templates }, assetUrls);
  const bodiesOf = openShelf(shelf);
  return ({ pages, bodies, number }) => {
    const render = pageRenderer(theme, bodiesOf(bodies));
    return pages.map((page, index) => stageBytes(outDir, page.route, `${number}-${index}`, render(page)));
  };
}
