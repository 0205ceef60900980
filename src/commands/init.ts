import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { stringify } from "yaml";
import { stampAt } from "../content/dates.ts";
import { PACKAGE } from "../model/package.ts";
import { dayOf } from "../model/time.ts";
import type { Language } from "../report/language.ts";
import { editorFiles } from "../starter/editorFiles.ts";
import { checkUrl, EXIT, languageOf, resolveNow, UsageError } from "./context.ts";
import { VERSION } from "./version.ts";

export interface InitOptions {
  readonly title?: string;
  readonly url?: string;
  readonly now?: string;
  readonly lang?: string;
}

const STARTER = join(PACKAGE, "starter");
const TIME_ZONE = "Asia/Shanghai";
/** What npm and git put into a folder before anyone writes in it. */
const NOT_A_NEWSROOM = new Set([".git", "node_modules", "package.json", "package-lock.json"]);

/** Makes a working newsroom in a new or empty folder; what npm and git have put there stays as it is. Returns the exit code. */
export async function init(folder: string, options: InitOptions): Promise<number> {
  const language = languageOf(options, process.env);
  const root = resolve(folder);
  refuseUsedFolder(root, folder, language);
  const files = starterFiles(wordsOf(options, language));
  for (const [path, bytes] of files) {
    const file = join(root, path);
    if (NOT_A_NEWSROOM.has(path) && existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes, { flag: "wx" });
  }
  process.stdout.write(`${nextSteps(folder, language)}\n`);
  return EXIT.published;
}

type Words = Readonly<Record<"title" | "url" | "today" | "version", string>>;

function wordsOf({ title, url, now }: InitOptions, language: Language): Words {
  checkUrl(url, language);
  const moment = resolveNow(now, process.env.SOURCE_DATE_EPOCH, language);
  return {
    title: title ?? "我的新闻网",
    url: url ?? "https://news.example.com",
    today: dayOf(stampAt(moment, TIME_ZONE)),
    version: VERSION,
  };
}

function refuseUsedFolder(root: string, folder: string, language: Language): void {
  if (!existsSync(root)) return;
  const found = readdirSync(root).find((name) => !NOT_A_NEWSROOM.has(name));
  if (found === undefined) return;
  throw new UsageError(
    language === "zh"
      ? `“${folder}”里已经有东西（如 ${found}），请另选一个新目录`
      : `“${folder}” is not empty (it holds ${found}); name a new folder`,
  );
}

/** Every file of a new newsroom by its path. Names that begin with a dot are lost in packages, so they are kept under others. */
function starterFiles(words: Words): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(STARTER, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = entries.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    const path = relative(STARTER, file)
      .split(sep)
      .join("/")
      .replace(/(^|\/)dot-/g, "$1.");
    return [dated(path, words), Buffer.from(filledIn(readFileSync(file, "utf8"), path, words))] as const;
  });
  const forEditors = [...editorFiles(TIME_ZONE)].map(
    ([path, text]) => [`.vscode/${path}`, Buffer.from(text)] as const,
  );
  return new Map([...files, ...forEditors]);
}

function dated(path: string, { today }: Words): string {
  return path === "content/news/welcome.md" ? `content/news/${today}-welcome.md` : path;
}

function filledIn(text: string, path: string, words: Words): string {
  const written = (word: string) =>
    path.endsWith(".yaml") ? stringify(word, { lineWidth: 0 }).trim() : word;
  return text.replace(/\{\{(title|url|today|version)\}\}/g, (_, name: keyof Words) => written(words[name]));
}

function nextSteps(folder: string, language: Language): string {
  const root = resolve(folder);
  const steps = [
    ...(root === process.cwd() ? [] : [`cd ${folder}`]),
    ...(existsSync(join(root, "node_modules/jianbao")) ? [] : ["npm install"]),
    "npx jianbao dev",
  ];
  const list = steps.map((step) => `  ${step}`).join("\n");
  return language === "zh"
    ? `新闻站建好了，写法见 ${join(folder, "README.md")}。接下来：\n${list}`
    : `The newsroom is there; ${join(folder, "README.md")} tells editors how to write. Next:\n${list}`;
}
