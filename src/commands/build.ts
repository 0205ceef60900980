import { dropCacheFile } from "../cache/shard.ts";
import type { Ground } from "../memory/ground.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { manifestPath } from "../output/manifest.ts";
import { type Published, publishStage, recoverPublishing } from "../output/publish.ts";
import { sitePath } from "../output/sitePath.ts";
import { discardStage, type Stage } from "../output/stage.ts";
import type { PrintPlan } from "../printing.ts";
import { isUntouched, readStanding, type Stock, takeStock, writeStanding } from "../standing.ts";
import { beginInventory } from "../workers/beginInventory.ts";
import { type Outcome, reportBuild } from "./buildReport.ts";
import { type BuildOptions, type Context, EXIT, resolveContext } from "./context.ts";
import type { Facts, Ledger } from "./facts.ts";
import { withLock } from "./locking.ts";
import { refuseForeignFolder } from "./outputFolder.ts";
import { failureCode } from "./reporting.ts";
import { type Stopwatch, startStopwatch } from "./stopwatch.ts";

/** Builds the site; what is published stays as it is unless everything is right. Returns the exit code. */
export async function build(options: BuildOptions): Promise<number> {
  const context = resolveContext(options, process.env);
  return withLock(context, async () => {
    recoverPublishing(context.outDir, manifestOf(context));
    if (options.adopt !== true) refuseForeignFolder(context);
    const isRead = options.report === "pretty" || options.report === "github";
    const stopwatch = startStopwatch(isRead ? process.stderr : undefined, context.language);
    const outcome = await buildAlone(options, context, stopwatch);
    return reportBuild({ ...outcome, seconds: stopwatch.stop() }, options, context);
  });
}

type Result = Omit<Outcome, "seconds">;

async function buildAlone(options: BuildOptions, context: Context, stopwatch: Stopwatch): Promise<Result> {
  stopwatch.enter("read");
  // A preview marks what is not due yet, which changes at moments that readers do not see.
  const isPreview = options.drafts === true || options.future === true;
  const mayStand = options.cache !== false && options.verify !== true && !isPreview;
  const printing = printPlan(options, context);
  // What is published is looked at while the newsroom is.
  const inventory = options.cache === false ? undefined : beginInventory(printing, context.order.threads);
  const plan = { ...printing, inventory };
  const stock = mayStand ? await takeStock(context.order) : undefined;
  const standing = stock && (await findStanding(stock.key, plan, context));
  if (standing !== undefined && failureCode(standing.diagnostics, options.strict === true) === undefined)
    return standing;

  return pressAnew(options, context, stopwatch, stock, plan);
}

/** Loads what makes a site only now: where nothing has changed, none of it is needed. */
async function pressAnew(
  options: BuildOptions,
  context: Context,
  stopwatch: Stopwatch,
  stock: Stock | undefined,
  plan: PrintPlan,
): Promise<Result> {
  const { makeForme, readDesk } = await import("../press.ts");
  const { printForme } = await import("../printing.ts");
  const { groundOf, rewordingSince } = await import("../memory/ground.ts");
  const { refuseShrinking } = await import("../pages/vanished.ts");
  const { factsOf, ledgerOf } = await import("./facts.ts");
  const { skipBroken } = options;
  const strict = options.strict === true;
  const order = { ...context.order, found: stock, mayWriteCache: true, skipBroken };
  const reading = await readDesk(order, stopwatch.enter);
  const { passedOver } = reading.value?.copy ?? {};
  const ledger = reading.value && ledgerOf(reading.value);
  const composed = await makeForme(order, reading, stopwatch.enter);
  const failed = failureCode(composed.diagnostics, strict);
  if (composed.value === undefined || failed !== undefined) {
    return { diagnostics: composed.diagnostics, ledger, code: failed ?? EXIT.problems };
  }
  const facts = factsOf(composed.value);
  const ground = stock && groundOf(composed.value, facts.until);
  const rewording = ground && rewordingSince(sitePath(order.root, context.outDir, "ground"), ground);
  const printed = await printForme(
    composed.value,
    { ...plan, onPicture: stopwatch.progress, rewording },
    stopwatch.enter,
  );
  const { before, files } = printed.value;
  const shrinking =
    options.allowShrink === true ? [] : refuseShrinking([...before.values()], files, printed.diagnostics);
  const diagnostics = [...composed.diagnostics, ...printed.diagnostics, ...shrinking];
  const failedLate = failureCode(diagnostics, strict);
  if (failedLate !== undefined) {
    discardStage(printed.value);
    return { diagnostics, ledger, facts, code: failedLate };
  }
  stopwatch.enter("publish");
  const published = await publishOn(printed.value, ground, context);
  const isWhole = passedOver?.asBefore.length === 0 && passedOver.leftOut.length === 0;
  if (stock !== undefined && ledger !== undefined && isWhole && isUntouched(stock)) {
    const words = { ledger, facts, diagnostics: composed.diagnostics };
    keepStanding(stock.key, words, published, context);
  }
  return { diagnostics, ledger, facts, published, passedOver, code: EXIT.published };
}

/** Publishes a stage. What was known of the site before is forgotten first: until the new one is whole, nothing is known. */
async function publishOn(
  stage: Stage,
  ground: Ground | undefined,
  { order, outDir }: Context,
): Promise<Published> {
  const { writeGround } = await import("../memory/ground.ts");
  const { countPages } = await import("../printing.ts");
  const groundFile = sitePath(order.root, outDir, "ground");
  dropCacheFile(sitePath(order.root, outDir, "standing"));
  dropCacheFile(groundFile);
  const published = publishStage(stage);
  if (ground !== undefined) writeGround(groundFile, ground, countPages(stage));
  return published;
}

/** What is said of an edition again and again. That addresses vanished is said once, by the build that saw it. */
interface StandingWords {
  readonly ledger: Ledger;
  readonly facts: Facts;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: number;
}

/** What was said of the published edition, if it would be the same today and every file of it is there in its size. */
async function findStanding(
  stock: string,
  { inventory }: PrintPlan,
  { order, outDir }: Context,
): Promise<Result | undefined> {
  const words = readStanding<StandingWords>(sitePath(order.root, outDir, "standing"), stock, order.now);
  const published = words && (await inventory?.());
  if (words === undefined || published === undefined) return undefined;
  if (published.count === 0 || published.lost.size > 0) return undefined;
  const { files, ...said } = words;
  return {
    ...said,
    published: { written: [], reasons: [], removed: [], kept: files },
    code: EXIT.published,
  };
}

function keepStanding(
  key: string,
  said: Omit<StandingWords, "files">,
  { written, kept }: NonNullable<Outcome["published"]>,
  { order, outDir }: Context,
): void {
  const words: StandingWords = { ...said, files: written.length + kept };
  writeStanding(sitePath(order.root, outDir, "standing"), {
    key,
    span: { from: order.now, until: said.facts.until },
    words,
  });
}

/** Without the cache every page is rendered and compared with what is published. */
function printPlan({ cache, verify }: BuildOptions, context: Context): PrintPlan {
  return {
    outDir: context.outDir,
    manifestFile: manifestOf(context),
    threads: context.order.threads,
    keepFresh: cache !== false,
    verify,
    cacheDir: context.order.cacheDir,
  };
}

function manifestOf({ order, outDir }: Context): string {
  return manifestPath(order.root, outDir);
}
