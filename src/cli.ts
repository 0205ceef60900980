#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { callWords } from "./commands/callWords.ts";
import { EXIT, languageOf, UsageError } from "./commands/context.ts";
import { faultWords } from "./commands/machineWords.ts";
import { VERSION } from "./commands/version.ts";

/*
 * Arguments to a command, and the only exit of the process. Commands are loaded when they are called, so that `--help` is quick.
 */

process.on("SIGINT", () => process.exit(EXIT.interrupted));
// A reader such as `head` may close the pipe before everything is printed.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});
process.exitCode = await run(process.argv);

async function run(argv: readonly string[]): Promise<number> {
  let code = 0;
  const done = (result: number) => {
    code = result;
  };
  try {
    await makeProgram(done).parseAsync(argv);
    return code;
  } catch (error) {
    return explainFailure(error);
  }
}

function makeProgram(done: (code: number) => void): Command {
  const program = new Command("jianbao")
    .description("简报：地方新闻网站的静态生成器\nA static site generator for a regional newspaper")
    .version(VERSION)
    .exitOverride()
    // What is wrong with a call is told in the editor's language.
    .configureOutput({ outputError: () => {} })
    .configureHelp({ sortSubcommands: false });

  withEdition(program.command("build").description("生成网站 / build the site"))
    .option("--out <dir>", "输出目录 / folder of the site (default: dist)")
    .option("--explain", "说明每个文件为什么重写 / tell why each file was written")
    .option("--verify", "核对没有变化的页面的内容 / check the bytes of pages that are kept")
    .option("--strict", "有警告也算失败 / warnings fail too")
    .option("--allow-shrink", "文章少了很多也发布 / publish though many articles are gone")
    .option("--adopt", "输出目录里有别的文件也用 / use an output folder that holds files of others")
    .addOption(
      new Option(
        "--skip-broken",
        "有错误的稿件照旧或不发，其余照发 / texts with errors stay as they were or are left out",
      ).conflicts("strict"),
    )
    .addOption(reportOption())
    .action(async (options) => done(await (await import("./commands/build.ts")).build(options)));

  withEdition(program.command("dev").description("边写边看 / watch, and show the site as it is written"))
    .option("--port <n>", "端口 / the port (default: 4173 or the next free one)", portNumber)
    .option("--host <name>", "让别的机器也能看 / the name or address under which others reach it")
    .action(async (options) => done(await (await import("./commands/dev.ts")).dev(options)));

  withEdition(
    program.command("check").description("检查而不生成 / find what a build would find, writing nothing"),
  )
    .option("--fix", "改好标点、空格和文件开头的小毛病 / mend punctuation, spaces and slips of front matter")
    .option("--changed [rev]", "只看 git 里改过的文件 / only what git says has changed")
    .option("--strict", "有警告也算失败 / warnings fail too")
    .addOption(reportOption())
    .action(async (options) => done(await (await import("./commands/check.ts")).check(options)));

  withRoom(program.command("new").description("写一篇新稿 / start a new article"))
    .argument("[title]", "标题 / the headline")
    .option("--section <name>", "栏目：文件夹或名称 / the section's folder or title")
    .option("--tags <list>", "标签，用逗号隔开 / tags with commas between them")
    .option("--slug <name>", "网址，不写就用拼音 / the address, else made from the title")
    .option("--draft", "先作为草稿 / as a draft")
    .option("--edit", "写好后用 $VISUAL 或 $EDITOR 打开 / open it in $VISUAL or $EDITOR")
    .action(async (title, options) =>
      done(await (await import("./commands/new.ts")).newArticle(title, options)),
    );

  program
    .command("init")
    .description("建一个新的新闻站 / make a new newsroom")
    .argument("<dir>", "新目录 / a new folder")
    .option("--title <name>", "站名 / the site's name")
    .option("--url <url>", "网址 / the site's address")
    .exitOverride()
    .addOption(nowOption())
    .addOption(langOption())
    .action(async (dir, options) => done(await (await import("./commands/init.ts")).init(dir, options)));

  withEdition(
    program.command("lists").description("列出相关、热门、最新 / print the related, hot and latest lists"),
  )
    .option("--json", "输出 JSON / as JSON")
    .action(async (options) => done(await (await import("./commands/lists.ts")).lists(options)));

  withEdition(
    program.command("why").description("说明一篇文章的相关阅读和热门名次 / explain an article's lists"),
  )
    .argument("<id>", "文章编号，可只写结尾 / an article's id, or an ending of it")
    .argument("[id2]", "另一篇文章 / another article")
    .action(async (id, id2, options) =>
      done(await (await import("./commands/why.ts")).why(id, id2, options)),
    );

  return program;
}

/** The options of every command that reads a newsroom. */
function withRoom(command: Command): Command {
  return command
    .exitOverride()
    .option("--root <dir>", "新闻目录 / the newsroom", ".")
    .addOption(nowOption())
    .addOption(langOption());
}

function nowOption(): Option {
  return new Option(
    "--now <iso>",
    "以这个时刻为准 / the moment that counts, such as 2026-03-31T12:00:00+08:00",
  );
}

function langOption(): Option {
  return new Option("--lang <lang>", "提示的语言 / language of messages").choices(["zh", "en"]);
}

/** The options of every command that works out an edition. */
function withEdition(command: Command): Command {
  return withRoom(command)
    .option("--url <url>", "代替 site.yaml 的网址 / instead of site.yaml's url")
    .option("--drafts", "包括草稿 / with drafts")
    .option("--future", "包括未到时间的文章 / with scheduled articles")
    .option("--no-cache", "不用缓存，全部重新处理 / do everything again")
    .option(
      "--no-fast",
      "每篇文章都用完整的 Markdown 解析 / read every text with the whole Markdown processor",
    )
    .option("--jobs <n>", "线程数 / worker threads", wholeNumber);
}

function wholeNumber(written: string): number {
  if (/^[1-9]\d{0,2}$/.test(written)) return Number(written);
  throw new InvalidArgumentError("要写 1 到 999 的整数 / a whole number from 1 to 999 is wanted");
}

function portNumber(written: string): number {
  if (/^\d{1,5}$/.test(written) && Number(written) < 65_536) return Number(written);
  throw new InvalidArgumentError("要写 0 到 65535 的整数 / a whole number from 0 to 65535 is wanted");
}

function reportOption(): Option {
  return new Option("--report <form>", "问题的报告形式 / form of the report")
    .choices(["pretty", "json", "github", "gitlab", "sarif"])
    .default("pretty");
}

/** A wrong call, a failing machine, or a bug of ours. */
function explainFailure(error: unknown): number {
  const language = languageOf({ lang: askedLanguage(process.argv) }, process.env);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    if (error.code !== "commander.help") process.stderr.write(`${callWords(error, language)}\n`);
    return EXIT.usage;
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.usage;
  }
  process.stderr.write(`${faultWords(error, language)}\n`);
  return EXIT.machine;
}

/** What `--lang` says, wherever the failure was: the options may not have been read yet. */
function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  return argv[at] === "--lang" ? argv[at + 1] : argv[at]?.slice("--lang=".length);
}
