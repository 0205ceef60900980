import { stampAt } from "../content/dates.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { compareDiagnostics } from "../model/diagnostic.ts";
import { toIso } from "../model/time.ts";
import { manifestPath } from "../output/manifest.ts";
import { type Published, publishStage, recoverPublishing } from "../output/publish.ts";
import { discardStage } from "../output/stage.ts";
import { composeForme, type Desk, type PrintPlan, printForme } from "../press.ts";
import type { Status } from "../ranking/status.ts";
import { toJsonDiagnostics } from "../report/json.ts";
import type { Language } from "../report/language.ts";
import { type CommonOptions, type Context, EXIT, resolveContext } from "./context.ts";
import { explainWritten } from "./explainWords.ts";
import { withLock } from "./locking.ts";
import { countLine, failureCode, printDiagnostics, type ReportForm } from "./reporting.ts";
import { type StageSeconds, startStopwatch } from "./stopwatch.ts";

export interface BuildOptions extends CommonOptions {
  readonly strict?: boolean;
  readonly report: ReportForm;
  readonly verify?: boolean;
  readonly explain?: boolean;
}

/** Builds the site; what is published stays as it is unless everything is right. Returns the exit code. */
export async function build(options: BuildOptions): Promise<number> {
  const context = resolveContext(options, process.env);
  return withLock(context, () => buildAlone(options, context));
}

async function buildAlone(options: BuildOptions, context: Context): Promise<number> {
  const { order, outDir, language } = context;
  recoverPublishing(outDir, manifestPath(order.root, outDir));
  const stopwatch = startStopwatch(terminalFor(options.report), language);
  const composed = await composeForme(order, stopwatch.enter);
  const strict = options.strict === true;
  const failed = failureCode(composed.diagnostics, strict);
  if (composed.value === undefined || failed !== undefined) {
    return report({
      options,
      context,
      diagnostics: composed.diagnostics,
      seconds: stopwatch.stop(),
      code: failed ?? EXIT.problems,
    });
  }
  const { desk } = composed.value;
  const printed = printForme(composed.value, printPlan(options, context), stopwatch.enter);
  const diagnostics = [...composed.diagnostics, ...printed.diagnostics];
  const failedLate = failureCode(diagnostics, strict);
  if (failedLate !== undefined) {
    discardStage(printed.value);
    return report({ options, context, diagnostics, desk, seconds: stopwatch.stop(), code: failedLate });
  }
  stopwatch.enter("publish");
  const published = publishStage(printed.value);
  return report({
    options,
    context,
    diagnostics,
    desk,
    published,
    seconds: stopwatch.stop(),
    code: EXIT.published,
  });
}

/** Without the cache every page is rendered and compared with what is published. */
function printPlan({ cache, verify }: BuildOptions, { order, outDir }: Context): PrintPlan {
  return { outDir, manifestFile: manifestPath(order.root, outDir), keepFresh: cache !== false, verify };
}

/** How many articles there are of each status. The sum is the number of articles' files. */
export type Ledger = Readonly<Record<Status | "failed", number>>;

/** Counts a newsroom's articles by status. */
export function ledgerOf({ library, copy }: Pick<Desk, "library" | "copy">): Ledger {
  const ledger = {
    published: 0,
    draft: 0,
    scheduled: 0,
    expired: 0,
    withdrawn: 0,
    failed: copy.failed.length,
  };
  for (const status of library.status.values()) ledger[status]++;
  return ledger;
}

function terminalFor(form: ReportForm): NodeJS.WriteStream | undefined {
  return form === "pretty" && process.stderr.isTTY ? process.stderr : undefined;
}

interface Outcome {
  readonly options: BuildOptions;
  readonly context: Context;
  readonly diagnostics: readonly Diagnostic[];
  readonly desk?: Desk;
  readonly published?: Published;
  readonly seconds: StageSeconds;
  readonly code: number;
}

function report(outcome: Outcome): number {
  const { options, context, diagnostics, published, code } = outcome;
  printDiagnostics(diagnostics, options.report, context.language, context.order.root);
  if (options.explain === true && published !== undefined) {
    process.stderr.write(explainWritten(published, context.language));
  }
  if (options.report === "json") process.stdout.write(`${JSON.stringify(jsonReport(outcome), null, 2)}\n`);
  if (options.report === "pretty" || options.report === "github") process.stderr.write(summary(outcome));
  return code;
}

function jsonReport({ context, diagnostics, desk, published, seconds, code }: Outcome) {
  return {
    exitCode: code,
    ledger: desk && ledgerOf(desk),
    files: published && { written: published.written, removed: published.removed, kept: published.kept },
    nextDue: nextDueOf(desk),
    seconds,
    peakMemoryMiB: peakMemoryMiB(),
    diagnostics: toJsonDiagnostics(diagnostics.toSorted(compareDiagnostics), context.language),
  };
}

function nextDueOf(desk: Desk | undefined): string | null {
  const due = desk?.library.nextDue;
  return due === undefined || desk === undefined ? null : toIso(stampAt(due, desk.config.site.timeZone));
}

function peakMemoryMiB(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function summary({ context, diagnostics, desk, published, seconds }: Outcome): string {
  const { language } = context;
  const counts = countLine(diagnostics, language);
  if (desk === undefined || published === undefined) {
    const words = {
      zh: `没有发布：${counts}。原来的网站没有变动。`,
      en: `Nothing was published: ${counts}. The site stands as it was.`,
    };
    return `${words[language]}\n`;
  }
  const total = Object.values(seconds)
    .reduce((sum, part) => sum + part, 0)
    .toFixed(1);
  const { written, removed, kept } = published;
  const files = {
    zh: `写入 ${written.length} 个文件，删除 ${removed.length} 个，${kept} 个没有变化，用时 ${total} 秒`,
    en: `${written.length} files written, ${removed.length} removed, ${kept} unchanged, in ${total} s`,
  };
  const due = nextDueOf(desk);
  const lines = [
    `${ledgerLine(ledgerOf(desk), language)}${counts === "" ? "" : language === "zh" ? `；${counts}` : `; ${counts}`}`,
    files[language],
    ...(due === null
      ? []
      : [
          language === "zh"
            ? `下一次要重新生成的时刻：${due}`
            : `Build again at ${due}: an article appears, is unpinned or leaves then`,
        ]),
  ];
  return `${lines.join("\n")}\n`;
}

const LEDGER_WORDS: Readonly<Record<keyof Ledger, Readonly<Record<Language, string>>>> = {
  published: { zh: "已发布", en: "published" },
  draft: { zh: "草稿", en: "draft" },
  scheduled: { zh: "待发布", en: "scheduled" },
  expired: { zh: "已下线", en: "expired" },
  withdrawn: { zh: "已撤稿", en: "withdrawn" },
  failed: { zh: "有错误", en: "with errors" },
};

function ledgerLine(ledger: Ledger, language: Language): string {
  const entries = Object.entries(ledger) as [keyof Ledger, number][];
  const parts = entries.filter(([name, count]) => count > 0 || name === "published");
  const words = parts.map(([name, count]) =>
    language === "zh" ? `${LEDGER_WORDS[name].zh} ${count} 篇` : `${count} ${LEDGER_WORDS[name].en}`,
  );
  return words.join(language === "zh" ? "，" : ", ");
}
