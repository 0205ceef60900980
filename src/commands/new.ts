import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stampAt } from "../content/dates.ts";
import { isSlug } from "../content/names.ts";
import { fileNameOf } from "../content/parseArticle.ts";
import { articleFile } from "../drafting/articleFile.ts";
import { freeSlug, slugOf } from "../drafting/slug.ts";
import { dayOf, toDisplay } from "../model/time.ts";
import { isEnglish } from "../model/words.ts";
import { type Desk, readDesk } from "../press.ts";
import type { Language } from "../report/language.ts";
import { openTerminal } from "./asking.ts";
import { type CommonOptions, type Context, EXIT, resolveContext, UsageError } from "./context.ts";
import { editorOf, openEditor } from "./openEditor.ts";
import { failureCode, printDiagnostics } from "./reporting.ts";
import { type Draft, settleDraft, type Told } from "./settleDraft.ts";

export interface NewOptions extends CommonOptions, Told {
  readonly slug?: string;
  readonly draft?: boolean;
  readonly edit?: boolean;
}

/** Writes a new article's file and never over another one; asks for what it is not told, where there is a terminal. Returns the exit code. */
export async function newArticle(title: string | undefined, options: NewOptions): Promise<number> {
  const context = resolveContext(options, process.env);
  const editor = options.edit === true ? neededEditor(context.language) : undefined;
  const { value: desk, diagnostics } = await readDesk(context.order, () => {});
  if (desk === undefined) {
    printDiagnostics(diagnostics, "pretty", context.language, context.order.root);
    return failureCode(diagnostics, false) ?? EXIT.problems;
  }
  const terminal = openTerminal();
  const draft = await settleDraft({ ...options, title }, desk, context.language, terminal?.ask).finally(() =>
    terminal?.close(),
  );
  const path = writeDraft(draft, options, desk, context);
  process.stdout.write(`${path}\n`);
  if (editor === undefined || openEditor(editor, join(context.order.root, path))) return EXIT.published;
  const failed = { zh: `编辑器“${editor}”没有正常打开`, en: `the editor “${editor}” could not be run` };
  throw new UsageError(failed[context.language]);
}

function neededEditor(language: Language): string {
  const editor = editorOf(process.env);
  if (editor !== undefined) return editor;
  throw new UsageError(
    language === "zh"
      ? "--edit 要用环境变量 VISUAL 或 EDITOR 指明编辑器，例如 EDITOR='code --wait'"
      : "--edit wants an editor in VISUAL or EDITOR, such as EDITOR='code --wait'",
  );
}

/** Where the file was written, as seen from the newsroom. */
function writeDraft(
  { title, section, tags }: Draft,
  options: Pick<NewOptions, "slug" | "draft">,
  desk: Desk,
  { order, language }: Context,
): string {
  const { timeZone, language: siteLanguage } = desk.config.site;
  const now = stampAt(order.now, timeZone);
  const text = articleFile(
    { title, date: toDisplay(now), tags, draft: options.draft === true },
    !isEnglish(siteLanguage),
  );
  const taken = takenSlugs(desk);
  const wanted = chosenSlug(options.slug, taken, language) ?? slugOf(title);
  for (;;) {
    const slug = freeSlug(wanted, (candidate) => taken.has(candidate));
    const path = `content/${section}/${dayOf(now)}-${slug}.md`;
    if (writeNew(join(order.root, path), text)) return path;
    // A file that no article was read from, such as one written this very moment.
    taken.add(slug);
  }
}

function chosenSlug(
  written: string | undefined,
  taken: ReadonlySet<string>,
  language: Language,
): string | undefined {
  if (written === undefined) return undefined;
  const slug = written.normalize("NFC");
  if (!isSlug(slug))
    throw new UsageError(
      language === "zh" ? `“${written}”不能做文件名和网址` : `“${written}” cannot be a name and an address`,
    );
  if (!taken.has(slug.toLowerCase())) return slug;
  throw new UsageError(
    language === "zh" ? `已经有文章用了“${slug}”` : `another article has the slug “${slug}” already`,
  );
}

/** Lower-cased: some file systems do not tell upper case apart. */
function takenSlugs({ newsroom, copy }: Desk): Set<string> {
  const slugs = [
    ...newsroom.articles.map(({ path }) => fileNameOf(path).slug),
    ...copy.articles.map(({ slug }) => slug),
  ];
  return new Set(slugs.map((slug) => slug.toLowerCase()));
}

/** False where there is a file already. */
function writeNew(file: string, text: string): boolean {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
