import { join } from "node:path";
import { advise } from "../advice/advise.ts";
import { readConfig } from "../config/readConfig.ts";
import { discover } from "../content/discover.ts";
import { compareDiagnostics, type Diagnostic } from "../model/diagnostic.ts";
import { composeForme, type Order, parseConfig } from "../press.ts";
import { toJsonDiagnostics } from "../report/json.ts";
import type { Language } from "../report/language.ts";
import { textFiles } from "../workers/parseNewsroom.ts";
import { openBodies } from "../workers/recoverBodies.ts";
import { checkChanged, concernsAll } from "./checkChanged.ts";
import { checkTexts } from "./checkTexts.ts";
import { type CheckOptions, EXIT, resolveContext } from "./context.ts";
import { gitChanges } from "./gitChanges.ts";
import { withLock } from "./locking.ts";
import { markupFinder } from "./markupFinder.ts";
import { mendTexts } from "./mendTexts.ts";
import { placeFinder } from "./placeFinder.ts";
import { countLine, failureCode, printDiagnostics } from "./reporting.ts";

export interface FullCheckOptions extends CheckOptions {
  /** Mends what takes no decision. */
  readonly fix?: boolean;
  /** Looks only at what differs from the revision; true: from the last commit. */
  readonly changed?: string | true;
}

/** Finds what a build would find and what could be done better; writes nothing unless it is to mend. Returns the exit code. */
export async function check(options: FullCheckOptions): Promise<number> {
  const context = resolveContext(options, process.env);
  const { order, language } = context;
  const changed = changedFiles(options, order.root, language);
  if (options.fix === true) {
    const code = await withLock(context, () => mend(order, changed, language));
    if (code !== EXIT.published) return code;
  }
  const isPart = changed !== undefined && ![...changed].some(concernsAll);
  const diagnostics = isPart ? await checkChanged(order, changed) : await checkAll(order);
  return report(diagnostics, options, order.root, language);
}

function changedFiles(
  { changed }: FullCheckOptions,
  root: string,
  language: Language,
): ReadonlySet<string> | undefined {
  if (changed === undefined) return undefined;
  return gitChanges(root, changed === true ? undefined : changed, language);
}

async function checkAll(order: Order): Promise<Diagnostic[]> {
  const { value: forme, diagnostics } = await composeForme(order, () => {});
  const contentDir = join(order.root, "content");
  const { value: config } = await readConfig(contentDir, order.url);
  if (config === undefined) return [...diagnostics];
  // With an error in a text there is no edition to advise on, but each text can be looked at all the same.
  const newsroom = forme?.desk.newsroom ?? (await discover(contentDir));
  const files = newsroom.files.map(({ path }) => path);
  const placeOf = placeFinder(newsroom, config.site.timeZone);
  const advice =
    forme === undefined
      ? []
      : advise({ ...forme.desk, bodyOf: openBodies(forme.desk.copy.bodies).get, placeOf, files });
  const markupOf = forme === undefined ? () => undefined : markupFinder(forme.desk.copy);
  const words = checkTexts(textFiles(newsroom), { off: new Set(config.site.check.off), markupOf });
  return [...diagnostics, ...advice, ...words];
}

async function mend(
  order: Order,
  changed: ReadonlySet<string> | undefined,
  language: Language,
): Promise<number> {
  const contentDir = join(order.root, "content");
  const { value: config } = await readConfig(contentDir, order.url);
  // What is wrong with it is told by the check that follows.
  if (config === undefined) return EXIT.published;
  const texts = textFiles(await discover(contentDir));
  const chosen = texts.filter(({ path }) => changed === undefined || changed.has(`content/${path}`));
  const { mended, left } = mendTexts(chosen, new Set(config.site.check.off), parseConfig(order, config));
  process.stderr.write(listFiles(MENDED[language], mended) + listFiles(LEFT[language], left));
  return EXIT.published;
}

const MENDED: Readonly<Record<Language, (count: number) => string>> = {
  zh: (count) => `改好了 ${count} 个文件：`,
  en: (count) => `Mended ${count} files:`,
};
const LEFT: Readonly<Record<Language, (count: number) => string>> = {
  zh: (count) =>
    `${count} 个文件整个没有动（一改标点，里面的链接、小标题、表格或代码就会跟着变），请照下面的提示自己改：`,
  en: (count) =>
    `Left ${count} files alone, as their links, headings, tables or code would change with the signs; mend them by hand:`,
};

function listFiles(words: (count: number) => string, paths: readonly string[]): string {
  if (paths.length === 0) return "";
  return `${words(paths.length)}\n${paths.map((path) => `  content/${path}\n`).join("")}`;
}

function report(
  diagnostics: readonly Diagnostic[],
  options: FullCheckOptions,
  root: string,
  language: Language,
): number {
  const code = failureCode(diagnostics, options.strict === true) ?? EXIT.published;
  printDiagnostics(diagnostics, options.report, language, root);
  if (options.report === "json") {
    const sorted = toJsonDiagnostics(diagnostics.toSorted(compareDiagnostics), language);
    process.stdout.write(`${JSON.stringify({ exitCode: code, diagnostics: sorted }, null, 2)}\n`);
    return code;
  }
  if (options.report === "sarif" || options.report === "gitlab") return code;
  const clean = language === "zh" ? "没有发现问题" : "No problems found";
  process.stderr.write(`${countLine(diagnostics, language) || clean}\n`);
  return code;
}
