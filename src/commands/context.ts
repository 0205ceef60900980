import { existsSync, realpathSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { readStamp } from "../content/dates.ts";
import { PACKAGE } from "../model/package.ts";
import type { Order } from "../press.ts";
import { chooseLanguage, type Language } from "../report/language.ts";
import { isWebAddress } from "../yaml/scalars.ts";

/** Process exit codes, as the documentation lists them. */
export const EXIT = { published: 0, problems: 1, usage: 2, machine: 3, interrupted: 130 } as const;

/** A mistake in how the command was called. The command line prints it and exits with `EXIT.usage`. */
export class UsageError extends Error {}

/** The forms in which problems are reported. */
export type ReportForm = "pretty" | "json" | "github" | "gitlab" | "sarif";

/** Options that every command takes. */
export interface CommonOptions {
  readonly root: string;
  readonly out?: string;
  readonly lang?: string;
  readonly now?: string;
  readonly url?: string;
  readonly drafts?: boolean;
  readonly future?: boolean;
  readonly jobs?: number;
  /** False with `--no-cache`. */
  readonly cache?: boolean;
  /** False with `--no-fast`. */
  readonly fast?: boolean;
}

/** Options of the commands that find problems. */
export interface CheckOptions extends CommonOptions {
  readonly strict?: boolean;
  readonly report: ReportForm;
}

export interface BuildOptions extends CheckOptions {
  readonly verify?: boolean;
  readonly explain?: boolean;
  /** Publish though most articles of the last edition are gone. */
  readonly allowShrink?: boolean;
  /** Publish without the texts that have errors. */
  readonly skipBroken?: boolean;
  /** Publish into a folder that holds files of others. */
  readonly adopt?: boolean;
}

/** A command's surroundings, resolved once. */
export interface Context {
  readonly order: Order;
  readonly outDir: string;
  readonly language: Language;
}

/** Resolves the common options: folders to absolute ones, `now` from `--now`, else SOURCE_DATE_EPOCH, else the clock. Throws `UsageError`. */
export function resolveContext(options: CommonOptions, environment: NodeJS.ProcessEnv): Context {
  const language = languageOf(options, environment);
  const root = resolve(options.root);
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    throw new UsageError(
      language === "zh" ? `没有“${options.root}”这个目录` : `there is no folder “${options.root}”`,
    );
  }
  const outDir = options.out === undefined ? join(root, "dist") : resolve(options.out);
  checkFolders(join(root, "content"), outDir, language);
  const { drafts, future, url } = options;
  checkUrl(url, language);
  const now = resolveNow(options.now, environment.SOURCE_DATE_EPOCH, language);
  const threads = options.jobs ?? availableParallelism();
  const cacheDir = options.cache === false ? undefined : join(root, ".cache");
  const show = { drafts, future };
  const order = { root, defaultTheme: DEFAULT_THEME, now, url, show, threads, cacheDir, fast: options.fast };
  return { order, outDir, language };
}

/** Throws a `UsageError` for a `--url` that is no address of a site. */
export function checkUrl(url: string | undefined, language: Language): void {
  if (url === undefined || isWebAddress(url)) return;
  throw new UsageError(
    language === "zh" ? `--url 要写完整的网址，“${url}”不是` : `--url wants a whole URL, “${url}” is none`,
  );
}

/** The language of messages: `--lang`, else the environment's, in the order in which locales are looked up. */
export function languageOf({ lang }: Pick<CommonOptions, "lang">, environment: NodeJS.ProcessEnv): Language {
  return chooseLanguage(lang, environment.LC_ALL || environment.LC_MESSAGES || environment.LANG);
}

const DEFAULT_THEME = join(PACKAGE, "templates");

/** The moment that counts, in epoch milliseconds: what was asked, else SOURCE_DATE_EPOCH, else the clock. Throws `UsageError`. */
export function resolveNow(
  asked: string | undefined,
  sourceDateEpoch: string | undefined,
  language: Language,
): number {
  if (asked !== undefined) {
    const isWhole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/.test(asked);
    // Not Date.parse, which takes 31 February for 3 March.
    const stamp = isWhole ? readStamp(asked, "UTC") : undefined;
    if (typeof stamp === "object") return stamp.epoch;
    const example = "2026-03-31T12:00:00+08:00";
    throw new UsageError(
      language === "zh"
        ? `--now 的时间“${asked}”读不懂，要写成 ${example}`
        : `--now “${asked}” cannot be read; write ${example}`,
    );
  }
  if (sourceDateEpoch === undefined || sourceDateEpoch === "") return Date.now();
  if (/^\d{1,12}$/.test(sourceDateEpoch)) return Number(sourceDateEpoch) * 1000;
  throw new UsageError(
    language === "zh"
      ? `环境变量 SOURCE_DATE_EPOCH 应是秒数，“${sourceDateEpoch}”不是`
      : `SOURCE_DATE_EPOCH should be a number of seconds, “${sourceDateEpoch}” is none`,
  );
}

/** The site must not be written among its sources, nor the sources stand in the site. */
function checkFolders(contentDir: string, outDir: string, language: Language): void {
  const [out, content] = [realFolder(outDir), realFolder(contentDir)];
  if (!isInside(out, content) && !isInside(content, out)) return;
  throw new UsageError(
    language === "zh"
      ? "输出目录和 content 不能互相包含，请用 --out 另指一个目录"
      : "the output folder and content/ must not contain each other; name another one with --out",
  );
}

/** Where a folder really is, or would be: a link may lead it into the other one. */
function realFolder(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder);
  return dirname(folder) === folder ? folder : join(realFolder(dirname(folder)), basename(folder));
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!way.startsWith("..") && !isAbsolute(way));
}
