import { statSync } from "node:fs";
import { pictureStore } from "./cache/pictures.ts";
import { pageTracer } from "./cache/traces.ts";
import { type OnPicture, type PicturePlan, printPictures } from "./darkroom/print.ts";
import type { Rewording } from "./memory/ground.ts";
import type { Parsed } from "./model/diagnostic.ts";
import type { Page } from "./model/page.ts";
import { type Route, toRoute } from "./model/route.ts";
import type { Inventory } from "./output/inventory.ts";
import {
  addStaged,
  discardStage,
  keepFile,
  keepPages,
  openStage,
  pagesAmong,
  type Stage,
  stageFile,
} from "./output/stage.ts";
import { stageCopy } from "./output/stageCopy.ts";
import { makePlanner, planPages, planRails } from "./pages/plan.ts";
import { type RailMarkup, railMarkup } from "./pages/rails.ts";
import { isSearchFile } from "./pages/routes.ts";
import { vanishedPages } from "./pages/vanished.ts";
import type { Forme, OnStage } from "./press.ts";
import { stageSearch } from "./search/stageSearch.ts";
import { pageRenderer } from "./workers/pageRenderer.ts";
import { printPages, type StalePage } from "./workers/printPages.ts";
import { openBodies } from "./workers/recoverBodies.ts";

/** How a forme is printed. */
export interface PrintPlan {
  readonly outDir: string;
  readonly manifestFile: string;
  /** Worker threads; with one, or absent, none is started. */
  readonly threads?: number;
  /** Whether pages that were made from the same things stay as they are published; absent: each is rendered. */
  readonly keepFresh?: boolean;
  /** What is there of the published files; absent: they are looked at. */
  readonly inventory?: () => Promise<Inventory>;
  /** Whether the bytes of kept pages are checked. */
  readonly verify?: boolean;
  /** Where pictures and search indexes are kept from build to build; absent: each is made. */
  readonly cacheDir?: string;
  readonly onPicture?: OnPicture;
  /** Where the published edition differs in articles' words alone: no other page is looked at. */
  readonly rewording?: Rewording;
}

/** Prints the forme beside the published site, of which nothing changes yet; tells the published addresses that will go. */
export async function printForme(forme: Forme, plan: PrintPlan, onStage: OnStage): Promise<Parsed<Stage>> {
  const { desk, edition } = forme;
  onStage("pictures");
  const stage = openStage(plan.outDir, plan.manifestFile, await inventoryOf(plan));
  try {
    printFiles(forme, stage, plan);
    await printPictures(forme.negatives, stage, picturePlan(plan));
    onStage("render");
    const printed = await printPages(stalePages(forme, stage, plan), {
      setup: {
        templates: forme.theme.files.templates,
        assetUrls: forme.theme.assets.urls,
        outDir: plan.outDir,
        cacheDir: desk.copy.bodies.cacheDir,
      },
      bodies: desk.copy.bodies,
      threads: plan.threads ?? 1,
    });
    for (const { file, bytes } of printed) addStaged(stage, file, bytes);
    await addSearch(forme, stage, plan, onStage);
  } catch (error) {
    discardStage(stage);
    throw error;
  }
  const last = [...stage.before.values()];
  return { value: stage, diagnostics: vanishedPages(last, stage.files, desk.copy.articles, edition) };
}

/** Where no page is kept, it does not matter what is there. */
async function inventoryOf({
  keepFresh,
  inventory,
}: PrintPlan): Promise<Pick<Inventory, "lost"> | undefined> {
  return keepFresh === true ? inventory?.() : { lost: new Set() };
}

/** The pages that are not as they were made from the same things before; the others are kept. */
function* stalePages(forme: Forme, stage: Stage, plan: PrintPlan): Generator<StalePage> {
  const traceOf = pageTracer(forme.toolId, forme.theme.templateKey);
  for (const page of rewordedPages(forme, stage, plan) ?? allPages(forme)) {
    const { whole, trace } = traceOf(page);
    if (plan.keepFresh === true && keepFile(stage, page, whole, { verify: plan.verify === true })) continue;
    yield { page, trace: trace() };
  }
}

/** Every page of the edition, the rails first: their markup stands in other pages. */
function* allPages(forme: Forme): Generator<Page> {
  const rails = planRails(forme.edition);
  for (const rail of [rails.hot, rails.latest]) if (rail !== undefined) yield rail.whole;
  yield* planPages(forme.edition, markupOf(rails, forme));
}

/** The pages that hold other words than the published, where nothing else differs and all the rest can be kept; it then is. */
function rewordedPages(
  forme: Forme,
  stage: Stage,
  { keepFresh, verify, rewording }: PrintPlan,
): readonly Page[] | undefined {
  if (rewording === undefined || keepFresh !== true || verify === true) return undefined;
  const { edition } = forme;
  const planner = makePlanner(edition, markupOf(planRails(edition), forme));
  const reworded = [...edition.library.visible.entries()].filter(([, { id }]) => rewording.articles.has(id));
  const pages = [...reworded.map(([index]) => planner.article(index)), ...planner.feeds()];
  const routes = new Set(pages.map(({ route }) => route));
  const isOther = (route: Route) => !routes.has(route) && !isSearchFile(route);
  return keepPages(stage, isOther, rewording.pages - pages.length) ? pages : undefined;
}

function markupOf(rails: ReturnType<typeof planRails>, { desk, theme }: Forme): RailMarkup {
  return railMarkup(rails, pageRenderer(theme.compiled, openBodies(desk.copy.bodies)));
}

/** How many pages a stage holds, whatever made them. */
export function countPages(stage: Stage): number {
  return pagesAmong(stage.files).filter(({ route }) => !isSearchFile(route)).length;
}

/** The site's own search; where site.yaml wants none, nothing is added. */
async function addSearch(
  { desk, edition, toolId }: Forme,
  stage: Stage,
  { keepFresh = false, verify = false, cacheDir }: PrintPlan,
  onStage: OnStage,
): Promise<void> {
  if (edition.site.search.index) onStage("search");
  const { bodies } = desk.copy;
  await stageSearch(stage, edition, {
    toolId,
    cacheDir,
    keepFresh,
    verify,
    bodyOf: openBodies(bodies).get,
  });
}

/** The theme's assets, and what content/static holds besides pictures, as it is. */
function printFiles(forme: Forme, stage: Stage, { keepFresh = false, verify = false }: PrintPlan): void {
  const { contentIds } = forme.desk;
  for (const { route, bytes } of forme.theme.assets.outputs)
    stageFile(stage, { route, wave: "asset" }, bytes);
  for (const { route, onDisk } of plainFiles(forme)) {
    // Git's id is the same before and after line ends are converted on checkout; the size is not.
    const whole = `copied ${contentIds.of(onDisk)} ${statSync(onDisk).size}`;
    const isStill = () => contentIds.isStill(onDisk);
    stageCopy(stage, { route, onDisk, whole, isStill }, { keepFresh, verify });
  }
}

/** What content/static holds besides pictures: it is published as it is. */
export function plainFiles({ desk, negatives }: Pick<Forme, "desk" | "negatives">): {
  readonly route: Route;
  readonly onDisk: string;
}[] {
  const pictures = new Set(
    negatives.files.filter(({ isPublished, isUnfit }) => isPublished || isUnfit).map(({ path }) => path),
  );
  return desk.newsroom.files
    .filter(({ path }) => path.startsWith("static/") && !pictures.has(path))
    .map(({ path, onDisk }) => ({ route: toRoute(path.slice("static/".length)), onDisk }));
}

function picturePlan({ keepFresh = false, verify = false, cacheDir, onPicture }: PrintPlan): PicturePlan {
  const store = cacheDir === undefined ? undefined : pictureStore(cacheDir);
  return { keepFresh, verify, store, onPicture };
}
