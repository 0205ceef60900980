import { compareDiagnostics, type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import type { Published } from "../output/publish.ts";
import { toJsonDiagnostics } from "../report/json.ts";
import type { Language } from "../report/language.ts";
import type { PassedOver } from "../workers/passOver.ts";
import type { BuildOptions, Context } from "./context.ts";
import { explainWritten } from "./explainWords.ts";
import type { Facts, Ledger } from "./facts.ts";
import { countLine, printDiagnostics } from "./reporting.ts";
import type { StageSeconds } from "./stopwatch.ts";

/** How a build ended. Without `published`, nothing was. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly ledger?: Ledger;
  readonly facts?: Facts;
  readonly published?: Published;
  /** What was published without its errors, or not at all. */
  readonly passedOver?: PassedOver;
  readonly seconds: StageSeconds;
  readonly code: number;
}

/** Prints how a build ended, in the asked form. Returns its exit code. */
export function reportBuild(outcome: Outcome, options: BuildOptions, { language, order }: Context): number {
  const { diagnostics, published, code } = outcome;
  const { report, explain } = options;
  printDiagnostics(diagnostics, report, language, order.root);
  if (explain === true && published !== undefined) process.stderr.write(explainWritten(published, language));
  if (report === "json") process.stdout.write(`${JSON.stringify(jsonReport(outcome, language), null, 2)}\n`);
  if (report === "pretty" || report === "github") {
    process.stderr.write(summary(outcome, options.strict === true && !hasErrors(diagnostics), language));
  }
  return code;
}

function jsonReport(outcome: Outcome, language: Language) {
  const { diagnostics, ledger, facts, published, passedOver, seconds, code } = outcome;
  return {
    exitCode: code,
    ledger,
    files: published && { written: published.written, removed: published.removed, kept: published.kept },
    passedOver: published && (passedOver ?? { asBefore: [], leftOut: [] }),
    nextDue: facts?.nextDue ?? null,
    seconds,
    peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    diagnostics: toJsonDiagnostics(diagnostics.toSorted(compareDiagnostics), language),
  };
}

function summary(outcome: Outcome, strict: boolean, language: Language): string {
  const { diagnostics, ledger, facts, published, passedOver, seconds } = outcome;
  const counts = countLine(diagnostics, language);
  if (ledger === undefined || facts === undefined || published === undefined) {
    const words = {
      zh: `没有发布：${counts}${strict ? "（用了 --strict，警告也算失败）" : ""}。原来的网站没有变动。`,
      en: `Nothing was published: ${counts}${strict ? " (with --strict, warnings fail too)" : ""}. The site stands as it was.`,
    };
    return `${words[language]}\n${ledger === undefined ? "" : `${readLine(ledger, language)}\n`}`;
  }
  const total = Object.values(seconds).reduce((sum, part) => sum + part, 0);
  const articles = ledgerLine(ledger, LEDGER_WORDS, language);
  const lines = [
    counts === "" ? articles : `${articles}${language === "zh" ? "；" : "; "}${counts}`,
    ...(passedOver === undefined ? [] : passedOverLines(passedOver, language)),
    filesLine(published, total.toFixed(1), language),
    ...(facts.nextDue === null ? [] : [dueLine(facts.nextDue, language)]),
  ];
  return `${lines.join("\n")}\n`;
}

function filesLine({ written, removed, kept }: Published, seconds: string, language: Language): string {
  return language === "zh"
    ? `写入 ${written.length} 个文件，删除 ${removed.length} 个，${kept} 个没有变化，用时 ${seconds} 秒`
    : `${written.length} files written, ${removed.length} removed, ${kept} unchanged, in ${seconds} s`;
}

function dueLine(due: string, language: Language): string {
  return language === "zh"
    ? `下一次要重新生成的时刻：${due}`
    : `Build again at ${due}: an article appears, is unpinned or leaves then`;
}

/** Names what was published without its errors, or not at all: of these an editor must know. */
function passedOverLines({ asBefore, leftOut }: PassedOver, language: Language): string[] {
  const asBeforeWords = {
    zh: "有错误，仍是上一次没有错误的样子：",
    en: "With errors, as they last were without: ",
  };
  const leftOutWords = { zh: "有错误，没有发布：", en: "With errors, left out: " };
  const line = (words: string, paths: readonly string[]) =>
    paths.length === 0
      ? []
      : [words + paths.map((path) => `content/${path}`).join(language === "zh" ? "、" : ", ")];
  return [...line(asBeforeWords[language], asBefore), ...line(leftOutWords[language], leftOut)];
}

type LedgerWords = Readonly<Record<keyof Ledger, Readonly<Record<Language, string>>>>;

const LEDGER_WORDS: LedgerWords = {
  published: { zh: "已发布", en: "published" },
  asBefore: { zh: "照旧", en: "as before" },
  draft: { zh: "草稿", en: "draft" },
  scheduled: { zh: "待发布", en: "scheduled" },
  expired: { zh: "已下线", en: "expired" },
  withdrawn: { zh: "已撤稿", en: "withdrawn" },
  failed: { zh: "有错误", en: "with errors" },
};

/** What was read by a build that published nothing. */
function readLine(ledger: Ledger, language: Language): string {
  const words = { ...LEDGER_WORDS, published: { zh: "可以发布", en: "fit to publish" } };
  const line = ledgerLine(ledger, words, language);
  return language === "zh" ? `读到的文章：${line}` : `Articles that were read: ${line}`;
}

function ledgerLine(ledger: Ledger, ledgerWords: LedgerWords, language: Language): string {
  const entries = Object.entries(ledger) as [keyof Ledger, number][];
  const parts = entries.filter(([name, count]) => count > 0 || name === "published");
  const words = parts.map(([name, count]) =>
    language === "zh" ? `${ledgerWords[name].zh} ${count} 篇` : `${count} ${ledgerWords[name].en}`,
  );
  return words.join(language === "zh" ? "，" : ", ");
}
