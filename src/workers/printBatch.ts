import type { Page } from "../model/page.ts";
import { type StagedBytes, stageBytes } from "../output/stage.ts";
import { compileTheme, type ThemeFiles } from "../render/theme.ts";
import type { Bodies, BodyPart } from "./bodyStore.ts";
import { LostBody, pageRenderer } from "./pageRenderer.ts";

/** What every page of an edition is printed with. */
export interface PrintSetup {
  readonly templates: ThemeFiles["templates"];
  /** The URLs of the theme's assets, by name. */
  readonly assetUrls: ReadonlyMap<string, string>;
  readonly outDir: string;
  /** Where bodies are found; absent without a cache. */
  readonly cacheDir?: string;
}

/** Pages to be printed together: what they share is sent once. */
export interface PrintBatch {
  readonly pages: readonly Page[];
  readonly bodies: BodyPart;
  /** Makes the names of the waiting files unlike those of other batches. */
  readonly number: number;
}

/**
 * Makes the function that renders the pages of a batch, in order, and lets their files wait beside the published site.
 * Undefined for a page whose body was not found.
 */
export function batchPrinter(
  { templates, assetUrls, outDir }: PrintSetup,
  bodiesOf: (part: BodyPart) => Bodies,
): (batch: PrintBatch) => (StagedBytes | undefined)[] {
  const theme = compileTheme({ templates }, assetUrls);
  return ({ pages, bodies, number }) => {
    const render = pageRenderer(theme, bodiesOf(bodies));
    return pages.map((page, index) => {
      const text = tryRender(render, page);
      return text === undefined ? undefined : stageBytes(outDir, page.route, `${number}-${index}`, text);
    });
  };
}

function tryRender(render: (page: Page) => string, page: Page): string | undefined {
  try {
    return render(page);
  } catch (error) {
    if (error instanceof LostBody) return undefined;
    throw error;
  }
}
