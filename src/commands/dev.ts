import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readToolId } from "../cache/toolId.ts";
import type { DeskSources } from "../desk/openDesk.ts";
import { DESK_PATH } from "../desk/shell.ts";
import { hostNames } from "../dev/guard.ts";
import { previewServer } from "../dev/server.ts";
import { openSession, type Showing } from "../dev/session.ts";
import { watchNewsroom } from "../dev/watch.ts";
import { type MemoryPlace, openMemory } from "../memory/openMemory.ts";
import { compareDiagnostics, type Parsed } from "../model/diagnostic.ts";
import { lockPath, tryLock } from "../output/lock.ts";
import { composeForme, type Forme, type Order } from "../press.ts";
import { chooseLanguage, type Language } from "../report/language.ts";
import { type CommonOptions, EXIT, resolveContext, resolveNow, UsageError } from "./context.ts";
import { countLine, plainProblems } from "./reporting.ts";

export interface DevOptions extends CommonOptions {
  readonly port?: number;
  /** Another name or address than this machine's own, under which it is to be reached. */
  readonly host?: string;
}

/** A preview that is being served. */
export interface Preview {
  readonly url: string;
  /** What is shown at this moment. */
  readonly showing: () => Showing;
  /** When saves are seen, and what came before that has been. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

const FIRST_PORT = 4173;
const PORTS_TRIED = 20;

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
  const onFault = (error: unknown) =>
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  const memory = openMemory(memoryPlace(order));
  const compose = () => composeNow({ ...order, memory, now: momentOf(options, language) });
  const session = openSession({ compose, onFault, firstVersion: Date.now() });
  session.listen(({ diagnostics }) => {
    const clean = language === "zh" ? "没有问题" : "no problems";
    process.stderr.write(
      `${plainProblems(diagnostics, language, order.root)}${countLine(diagnostics, language) || clean}\n`,
    );
  });
  const announce = (showing: Showing) => announcement(showing, language, order.root);
  const deskOf = (showing: Showing) => deskSources(showing, momentOf(options, language), language);
  const server = previewServer({ session, hosts: hostNames(options.host), announce, deskOf, onFault });
  const url = await listen(server, options, language);
  // The first page does not wait for ten thousand files to be watched.
  await session.refresh([]);
  const watching = watchNewsroom(order.root, order.defaultTheme, (paths) => void session.refresh(paths));
  // What was saved between the first reading and the watcher's readiness was seen by neither.
  const ready = watching.ready.then(() => session.refresh([]));
  return {
    url,
    showing: session.showing,
    ready,
    close: async () => {
      await watching.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** No build writes what a preview keeps, so that it may be written while one is at work. */
function memoryPlace({ cacheDir }: Order): MemoryPlace | undefined {
  if (cacheDir === undefined) return undefined;
  return { dir: cacheDir, toolId: readToolId(), isPreview: true, mayWrite: true };
}

function momentOf({ now }: DevOptions, language: Language): number {
  return resolveNow(now, process.env.SOURCE_DATE_EPOCH, language);
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

/** The desk speaks English where its editors or its readers do. */
function deskSources({ preview, diagnostics }: Showing, now: number, language: Language): DeskSources {
  const forme = preview?.forme;
  const own = chooseLanguage(undefined, forme?.edition.site.language);
  return { forme, diagnostics, now, language: own === "en" ? own : language };
}

function announcement({ version, run, diagnostics, restyled }: Showing, language: Language, root: string) {
  const sorted = diagnostics.toSorted(compareDiagnostics);
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const note = {
    zh: "，下面显示的是上一次没有错误的样子",
    en: "; the page below is the last one without errors",
  };
  return {
    version: String(version),
    run: String(run),
    errors,
    warnings: diagnostics.length - errors,
    title: countLine(diagnostics, language) + (errors > 0 ? note[language] : ""),
    problems: plainProblems(sorted, language, root),
    from: restyled === undefined ? undefined : String(restyled.from),
    styles: restyled?.urls,
  };
}

/** Listens on the asked port, or on the first free one from 4173 up. Throws `UsageError` where the asked one is taken. */
async function listen(server: Server, { port, host }: DevOptions, language: Language): Promise<string> {
  const last = port ?? FIRST_PORT + PORTS_TRIED;
  for (let candidate = port ?? FIRST_PORT; candidate <= last; candidate++) {
    if (!(await tryListen(server, candidate, host ?? "127.0.0.1"))) continue;
    const { port: bound } = server.address() as AddressInfo;
    return `http://${host ?? "localhost"}:${bound}/`;
  }
  throw new UsageError(
    language === "zh"
      ? `端口 ${last} 已被占用，用 --port 另指一个`
      : `port ${last} is taken; name another with --port`,
  );
}

function tryListen(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error);
    server.once("error", failed);
    server.listen(port, host, () => {
      server.removeListener("error", failed);
      resolve(true);
    });
  });
}
