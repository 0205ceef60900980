import { agendaOf } from "../desk/agenda.ts";
import type { DeskSources } from "../desk/openDesk.ts";
import { DESK_PATH } from "../desk/shell.ts";
import { makeAlarm } from "../dev/alarm.ts";
import { hostNames } from "../dev/guard.ts";
import { previewServer } from "../dev/server.ts";
import { openSession, type Showing } from "../dev/session.ts";
import { watchNewsroom } from "../dev/watch.ts";
import { openMemory } from "../memory/openMemory.ts";
import type { Diagnostic, Parsed } from "../model/diagnostic.ts";
import { lockPath, tryLock } from "../output/lock.ts";
import { composeForme, type Forme, type Order } from "../press.ts";
import { chooseLanguage, type Language } from "../report/language.ts";
import { type CommonOptions, EXIT, resolveContext, resolveNow } from "./context.ts";
import { type Address, listen } from "./listen.ts";
import { faultWords } from "./machineWords.ts";
import { countLine, plainProblems } from "./reporting.ts";
import { watchWords } from "./watchWords.ts";

export type DevOptions = CommonOptions & Address;

/** A preview that is being served. */
export interface Preview {
  readonly url: string;
  /** What is shown at this moment. */
  readonly showing: () => Showing;
  /** When saves are seen, and what came before that has been. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Serves the newsroom as it is being written, until it is interrupted. Nothing is written but the cache. */
export async function dev(options: DevOptions): Promise<number> {
  const { language } = resolveContext(options, process.env);
  const { url } = await startPreview(options);
  const desk = `${url.replace(/\/$/, DESK_PATH)}/`;
  process.stdout.write(
    language === "zh"
      ? `打开 ${url} （Ctrl-C 结束）；编辑台 ${desk}\n`
      : `Open ${url} (Ctrl-C ends it); the desk: ${desk}\n`,
  );
  await new Promise(() => {});
  return EXIT.published;
}

/** Starts to serve a newsroom's preview: the first edition is composed when this returns. */
export async function startPreview(options: DevOptions): Promise<Preview> {
  const { order, language } = resolveContext(options, process.env);
  const onFault = (error: unknown) => process.stderr.write(`${faultWords(error, language)}\n`);
  // What is kept is written whole, so that it may be written while a build is at work.
  const { cacheDir } = order;
  const memory = openMemory({ cacheDir, isPreview: true, mayWrite: true, isLasting: true });
  const clock = () => momentOf(options, language);
  let composedAt = 0;
  const orderNow = () => {
    composedAt = clock();
    return { ...order, memory, now: composedAt };
  };
  const session = openSession({
    compose: () => composeNow(orderNow()),
    composeFirst: () => composeAround(orderNow()),
    onFault,
    firstVersion: Date.now(),
  });
  const alarm = makeAlarm(clock, () => void session.refresh([]));
  session.listen(({ preview }) => alarm.set(nextDue(preview?.forme, composedAt)));
  const printProblems = problemPrinter(language, order.root);
  let isStarting = true;
  session.listen(({ diagnostics }) => printProblems(diagnostics, isStarting));
  const announce = (showing: Showing) => announcement(showing, language, order.root);
  const deskOf = (showing: Showing) => deskSources(showing, clock(), language);
  const server = previewServer({ session, hosts: hostNames(options.host), announce, deskOf, onFault });
  const url = await listen(server, options, language);
  // The first page does not wait for ten thousand files to be watched.
  await session.refresh([]);
  const watching = watchNewsroom(
    order.root,
    order.defaultTheme,
    (paths) => void session.refresh(paths),
    (error) => process.stderr.write(`${watchWords(error, language)}\n`),
  );
  // What was saved between the first reading and the watcher's readiness was seen by neither.
  const ready = watching.ready
    .then(() => session.refresh([]))
    .then(() => {
      isStarting = false;
    });
  return {
    url,
    showing: session.showing,
    ready,
    close: async () => {
      await watching.close();
      alarm.set(undefined);
      session.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function momentOf({ now }: DevOptions, language: Language): number {
  return resolveNow(now, process.env.SOURCE_DATE_EPOCH, language);
}

/** What there is without the texts that have errors, which are told as such: an editor who starts with one has the rest to look at. */
async function composeAround(order: Order): Promise<Parsed<Forme | undefined>> {
  const whole = await composeNow(order);
  if (whole.value !== undefined) return whole;
  const { value } = await composeNow({ ...order, skipBroken: true });
  return { value, diagnostics: whole.diagnostics };
}

/** Everything that readers do not see yet, or no longer, is shown. The cache is written where no build is at work. */
async function composeNow(order: Order): Promise<Parsed<Forme | undefined>> {
  const lock = tryLock(lockPath(order.root));
  const release = "release" in lock ? lock.release : undefined;
  const show = { drafts: true, future: true, expired: true };
  if (release !== undefined) process.once("exit", release);
  try {
    return await composeForme({ ...order, show, mayWriteCache: release !== undefined }, () => {});
  } finally {
    release?.();
    if (release !== undefined) process.removeListener("exit", release);
  }
}

/**
 * Prints the problems of each run; where they are those of the run before, which the editor has just read, only how many there
 * are. A start looks twice, and says the same once.
 */
function problemPrinter(
  language: Language,
  root: string,
): (diagnostics: readonly Diagnostic[], isStarting: boolean) => void {
  const clean = language === "zh" ? "没有问题" : "no problems";
  let before: string | undefined;
  return (diagnostics, isStarting) => {
    const { errors, warnings } = bySeverity(diagnostics);
    // The worst stand last, where the cursor is.
    const problems = [warnings, errors].map((part) => plainProblems(part, language, root)).join("");
    if (isStarting && problems === before) return;
    const count = countLine(diagnostics, language) || clean;
    process.stderr.write(`${problems === before ? "" : problems}${count}\n`);
    before = problems;
  };
}

/** When time alone will next change what is shown and how it is marked. */
function nextDue(forme: Forme | undefined, now: number): number | undefined {
  return forme === undefined ? undefined : agendaOf(forme.desk.copy.articles, now)[0]?.at.epoch;
}

/** The desk speaks English where its editors or its readers do. */
function deskSources({ preview, diagnostics }: Showing, now: number, language: Language): DeskSources {
  const forme = preview?.forme;
  const own = chooseLanguage(undefined, forme?.edition.site.language);
  return { forme, diagnostics, now, language: own === "en" ? own : language };
}

/** Errors come first: on a phone the panel shows two or three problems. */
function announcement(showing: Showing, language: Language, root: string) {
  const { version, run, preview, diagnostics, restyled } = showing;
  const { errors, warnings } = bySeverity(diagnostics);
  const note = preview === undefined ? NOT_YET : LAST_GOOD;
  return {
    version: String(version),
    run: String(run),
    errors: errors.length,
    warnings: warnings.length,
    lang: language === "zh" ? "zh-CN" : language,
    title: countLine(diagnostics, language) + (errors.length > 0 ? note[language] : ""),
    problems: [errors, warnings].map((part) => plainProblems(part, language, root)).join(""),
    from: restyled === undefined ? undefined : String(restyled.from),
    styles: restyled?.urls,
  };
}

function bySeverity(diagnostics: readonly Diagnostic[]) {
  return {
    errors: diagnostics.filter(({ severity }) => severity === "error"),
    warnings: diagnostics.filter(({ severity }) => severity === "warning"),
  };
}

const NOT_YET = { zh: "，改好以后网站就会显示出来", en: "; the site will appear when they are mended" };
const LAST_GOOD = {
  zh: "，有错误的稿子下面还是上一次没有错误的样子，以前没有过的先不显示",
  en: "; below, texts with errors are as they last were without, and new ones wait",
};
