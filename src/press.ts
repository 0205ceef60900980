import { join } from "node:path";
import { type ContentIds, openContentIds } from "./cache/contentIds.ts";
import { forgetCopies, openCopyCache } from "./cache/copyCache.ts";
import { readToolId } from "./cache/toolId.ts";
import { type Config, readConfig } from "./config/readConfig.ts";
import { namedByOutlet } from "./config/sourcesYaml.ts";
import { discover, type Newsroom } from "./content/discover.ts";
import type { ParseConfig } from "./content/readSource.ts";
import { type Negatives, type PictureOrder, prepareNegatives } from "./darkroom/prepare.ts";
import { type Memory, openMemory } from "./memory/openMemory.ts";
import type { ReadyTheme } from "./memory/themer.ts";
import { articleId, type PlainPage } from "./model/article.ts";
import { hasErrors, type Parsed } from "./model/diagnostic.ts";
import type { Edition } from "./pages/edition.ts";
import { wantedFiles } from "./pages/files.ts";
import { makeEdition } from "./pages/makeEdition.ts";
import { checkEdition } from "./pages/plan.ts";
import { type SectionTree, sectionTree } from "./pages/sections.ts";
import { wantedCards } from "./pages/social.ts";
import { type Library, makeLibrary } from "./ranking/library.ts";
import { checkOverrides } from "./ranking/overrides.ts";
import type { Rankings } from "./ranking/rank.ts";
import type { Show } from "./ranking/status.ts";
import { type Copy, type ParsePlan, parseNewsroom } from "./workers/parseNewsroom.ts";
import { spareMemory } from "./workers/spareMemory.ts";

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
  /** What was found of the newsroom a moment ago; absent: it is looked for. */
  readonly found?: { readonly newsroom: Newsroom; readonly contentIds: ContentIds };
  /** Whether texts with errors are passed over. */
  readonly skipBroken?: boolean;
  /** Whether the cache may be written: by a build, which holds the newsroom's lock. */
  readonly mayWriteCache?: boolean;
  /** What is remembered from run to run; absent: what the cache holds. */
  readonly memory?: Memory;
}

export type StageName =
  | "read"
  | "parse"
  | "rank"
  | "plan"
  | "theme"
  | "pictures"
  | "render"
  | "search"
  | "publish";

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
  /** What the files of the newsroom hold. */
  readonly contentIds: ContentIds;
  /** What the process remembered while it read. */
  readonly memory: Memory;
}

/** All that printing needs. */
export interface Forme {
  readonly desk: Desk;
  readonly edition: Edition;
  readonly negatives: Negatives;
  readonly theme: ReadyTheme;
  readonly toolId: string;
}

/** Reads content/ and ranks it. The value is undefined where the configuration cannot be used. */
export async function readDesk(order: Order, onStage: OnStage): Promise<Parsed<Desk | undefined>> {
  onStage("read");
  const contentDir = join(order.root, "content");
  const { value: config, diagnostics } = await readConfig(contentDir, order.url);
  if (config === undefined) return { value: undefined, diagnostics };
  const newsroom = order.found?.newsroom ?? (await discover(contentDir));
  const contentIds = order.found?.contentIds ?? openContentIds(contentDir);
  spareMemory(newsroom.articles.length);

  onStage("parse");
  const { cacheDir, mayWriteCache: mayWrite = false } = order;
  const memory = order.memory ?? openMemory({ cacheDir, isPreview: false, mayWrite, isLasting: false });
  const copy = await parseNewsroom(newsroom, parsePlan({ ...order, memory }, contentIds, config));
  if (memory.copies !== undefined && !memory.isLasting) forgetCopies(memory.copies);

  onStage("rank");
  const library = libraryOf(copy, config, order.now, order.show);
  const rankings = memory.ranker(library, config.site.lists);
  const found = [
    diagnostics,
    newsroom.diagnostics,
    copy.diagnostics,
    checkOverrides(
      copy.articles,
      newsroom.articles.map(({ path }) => articleId(path)),
    ),
  ];
  const plainPages = shownPages(copy, order.show);
  return {
    value: { config, newsroom, copy, plainPages, library, rankings, contentIds, memory },
    diagnostics: found.flat(),
  };
}

/** The articles of a newsroom at one moment, their sources under the names of their outlets. */
export function libraryOf(
  { articles }: Pick<Copy, "articles">,
  { outlets, taxonomy }: Pick<Config, "outlets" | "taxonomy">,
  now: number,
  show?: Show,
): Library {
  return makeLibrary(articles.map(namedByOutlet(outlets)), taxonomy, now, show);
}

/** The plain pages that are shown: drafts only where they are asked for. */
export function shownPages({ plainPages }: Pick<Copy, "plainPages">, { drafts }: Show): PlainPage[] {
  return plainPages.filter(({ draft }) => !draft || drafts === true);
}

/** Makes the edition and its theme ready, and finds every problem that can be known before a page is printed. */
export async function composeForme(order: Order, onStage: OnStage): Promise<Parsed<Forme | undefined>> {
  return makeForme(order, await readDesk(order, onStage), onStage);
}

/** The second half of `composeForme`, for whoever wants to know what was read even where there is no edition. */
export async function makeForme(
  order: Order,
  { value: desk, diagnostics: reading }: Parsed<Desk | undefined>,
  onStage: OnStage,
): Promise<Parsed<Forme | undefined>> {
  if (desk === undefined) return { value: undefined, diagnostics: reading };

  onStage("plan");
  const { config, newsroom, copy, library, rankings } = desk;
  const sections = sectionTree(copy.sections, library);
  const { value: negatives, diagnostics: looking } = await prepareNegatives(
    pictureOrder(order, desk, sections),
  );
  const { value: edition, diagnostics: planning } = makeEdition({
    ...config,
    articles: copy.articles,
    plainPages: desk.plainPages,
    now: order.now,
    isPreview: order.show.drafts === true || order.show.future === true,
    library,
    rankings,
    sections,
    files: new Map(negatives.files.map((file) => [file.path, file])),
    cards: new Map(negatives.cards.map(({ owner, route }) => [owner, route])),
    available: newsroom.files.map(({ path }) => path),
  });

  onStage("theme");
  const theme = await desk.memory.themer({
    root: order.root,
    defaultTheme: order.defaultTheme,
    ownTheme: join(order.root, "templates"),
    basePath: config.site.basePath,
  });
  const checking = checkEdition(edition, theme.layouts);
  const diagnostics = [reading, looking, planning, theme.diagnostics, checking].flat();
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  return { value: { desk, edition, negatives, theme, toolId: readToolId() }, diagnostics };
}

/** How the texts of a newsroom are parsed for an order. */
export function parsePlan(order: Order, contentIds: ContentIds, config: Config): ParsePlan {
  const { threads, skipBroken } = order;
  const cache = cacheOf(order);
  const copies = cache && (order.memory?.copies ?? openCopyCache(cache.dir, cache.toolId));
  return {
    config: parseConfig(order, config),
    threads,
    skipBroken,
    cache: cache && copies && { ...cache, copies, contentIds },
  };
}

/** What of an order and its newsroom's settings the parsing of a text depends on. */
export function parseConfig({ fast }: Pick<Order, "fast">, { site }: Config): ParseConfig {
  const { timeZone, language, origin, basePath, media } = site;
  return { timeZone, language, origin, basePath, mediaHosts: media.hosts, fast };
}

function pictureOrder(order: Order, desk: Desk, sections: SectionTree): PictureOrder {
  const { config, newsroom, plainPages, library } = desk;
  return {
    available: newsroom.files,
    wanted: wantedFiles(library, sections, plainPages),
    cards: wantedCards(config.site, library, sections),
    inGit: desk.contentIds.inGit,
    cache: cacheOf(order),
  };
}

/** Where what need not be done again is kept, if anywhere. */
function cacheOf({ cacheDir, mayWriteCache = false }: Order) {
  if (cacheDir === undefined) return undefined;
  return { dir: cacheDir, toolId: readToolId(), mayWrite: mayWriteCache };
}
