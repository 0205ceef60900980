import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AssetBundle, bundleAssets } from "./assets/bundle.ts";
import { type PreparedFile, prepareFile } from "./assets/pictures.ts";
import { readToolId } from "./cache/toolId.ts";
import { pageTracer } from "./cache/traces.ts";
import { type Config, readConfig } from "./config/readConfig.ts";
import { namedByOutlet } from "./config/sourcesYaml.ts";
import { discover, type Newsroom } from "./content/discover.ts";
import { articleId, type PlainPage } from "./model/article.ts";
import { type Diagnostic, hasErrors, type Parsed } from "./model/diagnostic.ts";
import { type Page, pageSchemas } from "./model/page.ts";
import { toRoute } from "./model/route.ts";
import { discardStage, keepFile, openStage, type Stage, stageFile } from "./output/stage.ts";
import type { Edition } from "./pages/edition.ts";
import { wantedFiles } from "./pages/files.ts";
import { makeEdition } from "./pages/makeEdition.ts";
import { checkEdition, planPages, planRails } from "./pages/plan.ts";
import { unreadablePicture } from "./pages/problems.ts";
import { railMarkup } from "./pages/rails.ts";
import { type SectionTree, sectionTree } from "./pages/sections.ts";
import { vanishedPages } from "./pages/vanished.ts";
import { type Library, makeLibrary } from "./ranking/library.ts";
import { checkOverrides } from "./ranking/overrides.ts";
import { type Rankings, rankLibrary } from "./ranking/rank.ts";
import type { Show } from "./ranking/status.ts";
import { auditTheme } from "./render/audit.ts";
import { pageRenderer } from "./render/pageRenderer.ts";
import { findStrays } from "./render/strays.ts";
import { templateKeys } from "./render/templateKeys.ts";
import { articleLayouts, compileTheme, loadTheme, type Theme } from "./render/theme.ts";
import { type Copy, type ParsePlan, parseNewsroom } from "./workers/parseNewsroom.ts";

/** What is asked of a run. Folders are absolute. */
export interface Order {
  /** The newsroom: content/ and, where it has its own, templates/. */
  readonly root: string;
  /** The theme that comes with Jianbao; the newsroom's own templates override it file by file. */
  readonly defaultTheme: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Stands in for site.yaml's url. */
  readonly url?: string;
  readonly show: Show;
  /** Worker threads. */
  readonly threads: number;
  /** Where what need not be done again is kept; absent: everything is done. */
  readonly cacheDir?: string;
  /** False: every text goes through the whole Markdown processor. */
  readonly fast?: boolean;
  /** Whether the cache may be written: by a build, which holds the newsroom's lock. */
  readonly mayWriteCache?: boolean;
}

export type StageName = "read" | "parse" | "rank" | "plan" | "theme" | "render" | "publish";

/** Told when a stage of the run begins. */
export type OnStage = (stage: StageName) => void;

/** The newsroom's texts, sorted into what readers see now, and ranked. */
export interface Desk {
  readonly config: Config;
  readonly newsroom: Newsroom;
  readonly copy: Copy;
  /** Those of the copy's that are shown now. */
  readonly plainPages: readonly PlainPage[];
  readonly library: Library;
  readonly rankings: Rankings;
}

/** All that printing needs. */
export interface Forme {
  readonly desk: Desk;
  readonly edition: Edition;
  readonly files: readonly PreparedFile[];
  readonly theme: Theme;
  readonly assets: AssetBundle;
  /** Tells whether a page's template has changed. */
  readonly templateKey: (template: string) => string;
  readonly toolId: string;
}

/** Reads content/ and ranks it. The value is undefined where the configuration cannot be used. */
export async function readDesk(order: Order, onStage: OnStage): Promise<Parsed<Desk | undefined>> {
  onStage("read");
  const contentDir = join(order.root, "content");
  const { value: config, diagnostics } = await readConfig(contentDir, order.url);
  if (config === undefined) return { value: undefined, diagnostics };
  const newsroom = await discover(contentDir);

  onStage("parse");
  const copy = await parseNewsroom(newsroom, parsePlan(order, contentDir, config));

  onStage("rank");
  const articles = copy.articles.map(namedByOutlet(config.outlets));
  const library = makeLibrary(articles, config.taxonomy, order.now, order.show);
  const rankings = rankLibrary(library, config.site.lists);
  const found = [
    diagnostics,
    newsroom.diagnostics,
    copy.diagnostics,
    checkOverrides(
      copy.articles,
      newsroom.articles.map(({ path }) => articleId(path)),
    ),
  ];
  const plainPages = copy.plainPages.filter(({ draft }) => !draft || order.show.drafts === true);
  return { value: { config, newsroom, copy, plainPages, library, rankings }, diagnostics: found.flat() };
}

/** Makes the edition and its theme ready, and finds every problem that can be known before a page is printed. */
export async function composeForme(order: Order, onStage: OnStage): Promise<Parsed<Forme | undefined>> {
  const { value: desk, diagnostics: reading } = await readDesk(order, onStage);
  if (desk === undefined) return { value: undefined, diagnostics: reading };

  onStage("plan");
  const { config, newsroom, copy, library, rankings } = desk;
  const sections = sectionTree(copy.sections, library);
  const files = await prepareFiles(desk, sections);
  const { value: edition, diagnostics: planning } = makeEdition({
    ...config,
    articles: copy.articles,
    plainPages: desk.plainPages,
    now: order.now,
    isPreview: order.show.drafts === true || order.show.future === true,
    library,
    rankings,
    sections,
    files: new Map(files.map((file) => [file.path, file])),
    available: newsroom.files.map(({ path }) => path),
  });

  onStage("theme");
  const themeFiles = await loadTheme([order.defaultTheme, join(order.root, "templates")], order.root);
  const assets = await bundleAssets(themeFiles.assets, config.site.basePath);
  const audit = auditTheme(themeFiles, pageSchemas, [...assets.urls.keys()], []);
  const strays = findStrays(themeFiles, await loadTheme([order.defaultTheme], order.root));
  const checking = [
    ...checkEdition(edition, articleLayouts(themeFiles)),
    ...unreadablePictures(files),
    ...strays,
  ];
  const diagnostics = [reading, planning, assets.diagnostics, audit, checking].flat();
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const theme = compileTheme(themeFiles, assets.urls);
  const templateKey = templateKeys(themeFiles, assets.urls);
  return { value: { desk, edition, files, theme, assets, templateKey, toolId: readToolId() }, diagnostics };
}

/** How a forme is printed. */
export interface PrintPlan {
  readonly outDir: string;
  readonly manifestFile: string;
  /** Whether pages that were made from the same things stay as they are published; absent: each is rendered. */
  readonly keepFresh?: boolean;
  /** Whether the bytes of kept pages are checked. */
  readonly verify?: boolean;
}

/** Prints the forme beside the published site, of which nothing changes yet; tells the published addresses that will go. */
export function printForme(forme: Forme, plan: PrintPlan, onStage: OnStage): Parsed<Stage> {
  onStage("render");
  const stage = openStage(plan.outDir, plan.manifestFile);
  try {
    printFiles(forme, stage);
    printPages(forme, stage, plan);
  } catch (error) {
    discardStage(stage);
    throw error;
  }
  const { desk, edition } = forme;
  const last = [...stage.before.values()];
  return { value: stage, diagnostics: vanishedPages(last, stage.files, desk.copy.articles, edition) };
}

/** Renders every page that was not made from the same things before. */
function printPages(
  { desk, edition, theme, templateKey, toolId }: Forme,
  stage: Stage,
  plan: PrintPlan,
): void {
  const render = pageRenderer(theme, desk.copy.bodies);
  const traceOf = pageTracer(toolId, templateKey);
  const print = (page: Page) => {
    const { whole, trace } = traceOf(page);
    if (plan.keepFresh === true && keepFile(stage, page, whole, { verify: plan.verify === true })) return;
    stageFile(stage, { route: page.route, wave: page.wave, trace: trace() }, render(page));
  };
  const rails = planRails(edition);
  for (const rail of [rails.hot, rails.latest]) if (rail !== undefined) print(rail.whole);
  for (const page of planPages(edition, railMarkup(rails, render))) print(page);
}

/** The theme's assets, content/static as it is, and what stands beside the shown texts. */
function printFiles({ desk, files, assets }: Forme, stage: Stage): void {
  for (const { route, bytes } of assets.outputs) stageFile(stage, { route, wave: "asset" }, bytes);
  for (const { path, onDisk } of desk.newsroom.files) {
    if (!path.startsWith("static/")) continue;
    stageFile(stage, { route: toRoute(path.slice("static/".length)), wave: "asset" }, readFileSync(onDisk));
  }
  // One picture that lies beside two articles has one name, made of its bytes.
  const beside = new Map(
    files.flatMap(({ path, route, onDisk }) =>
      path.startsWith("static/") ? [] : [[route, onDisk] as const],
    ),
  );
  for (const [route, onDisk] of beside) stageFile(stage, { route, wave: "asset" }, readFileSync(onDisk));
}

/** How the texts of a newsroom are parsed for an order. */
export function parsePlan(
  { threads, cacheDir, fast, mayWriteCache = false }: Order,
  contentDir: string,
  { site }: Config,
): ParsePlan {
  const { timeZone, language, origin, basePath, media } = site;
  const config = { timeZone, language, origin, basePath, mediaHosts: media.hosts, fast };
  return {
    config,
    threads,
    cache:
      cacheDir === undefined
        ? undefined
        : { dir: cacheDir, toolId: readToolId(), contentDir, mayWrite: mayWriteCache },
  };
}

/** Reads the files that shown texts refer to, as far as they are there. */
async function prepareFiles(
  { newsroom, plainPages, library }: Desk,
  sections: SectionTree,
): Promise<PreparedFile[]> {
  const onDisk = new Map(newsroom.files.map((file) => [file.path, file.onDisk]));
  const wanted = wantedFiles(library, sections, plainPages).flatMap(({ path, isPicture }) => {
    const place = onDisk.get(path);
    return place === undefined ? [] : [prepareFile(path, place, isPicture)];
  });
  return Promise.all(wanted);
}

function unreadablePictures(files: readonly PreparedFile[]): Diagnostic[] {
  return files.flatMap(({ path, isReadable }) =>
    isReadable ? [] : [unreadablePicture({ file: `content/${path}` })],
  );
}
