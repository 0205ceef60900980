import type { Root as Elements } from "hast";
import type { Root } from "mdast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkCjkFriendlyStrikethrough from "remark-cjk-friendly-gfm-strikethrough";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Reference } from "../model/article.ts";
import { compareDiagnostics, type Diagnostic } from "../model/diagnostic.ts";
import { type Html, trustedHtml } from "../model/html.ts";
import { isEnglish } from "../model/words.ts";
import { cjkAutolinks } from "./autolinks.ts";
import { blockDirectives } from "./blocks.ts";
import { reportConflicts } from "./conflicts.ts";
import { type Context, placeOf, type RenderOptions } from "./context.ts";
import { finishTree } from "./finish.ts";
import { ID_PREFIX, NOTE_PREFIX } from "./headings.ts";
import { noIndentedCode } from "./indentation.ts";
import { brokenLimit, HARMLESS_LENGTH } from "./limits.ts";
import { plainElements } from "./plainElements.ts";
import { readPlain } from "./plainReader.ts";
import { tooDeep, tooLarge, tooTangled } from "./problems.ts";
import { readProse } from "./prose.ts";
import { reportRemoved, schema } from "./sanitize.ts";
import { type Shape, shapeTree } from "./shape.ts";
import { readWideIndents } from "./wideIndents.ts";

/** What one Markdown text became. */
export interface Rendered {
  /** The markup, with a slot for everything that points inside the site. Empty where the text breaks a limit. */
  readonly html: Html;
  /** Running text for excerpts, one line a block. */
  readonly text: string;
  /** Han characters, Latin words and numbers. */
  readonly words: number;
  readonly references: readonly Reference[];
  readonly diagnostics: readonly Diagnostic[];
}

const reader = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(cjkAutolinks)
  .use(noIndentedCode)
  .use(blockDirectives)
  .freeze();

const toElements = {
  zh: makeBridge("脚注", "返回正文"),
  en: makeBridge("Footnotes", "Back to the text"),
};

const rawReader = unified().use(rehypeRaw).freeze();
const cleaner = unified().use(rehypeSanitize, schema).freeze();
const nameHeadings = rehypeSlug({ prefix: ID_PREFIX });
const printer = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
  .freeze();

/** Reads one Markdown text as Chinese editors write it. Pure and synchronous; problems are values, whatever the text. */
export function renderMarkdown(source: string, options: RenderOptions): Rendered {
  const typed = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  const plain = options.fast === false ? undefined : readPlain(typed);
  const text = plain === undefined ? readWideIndents(typed) : typed;
  const context: Context = { source: text, options, references: [], diagnostics: [] };
  const isHarmless = plain !== undefined && text.length <= HARMLESS_LENGTH;
  const limit = isHarmless ? undefined : brokenLimit(text);
  if (limit !== undefined)
    return nothing(LIMITS[limit]({ file: options.file, line: options.firstLine, column: 1 }));
  const tree = plain ?? reader.parse(text);
  const shape = shapeTree(tree, context);
  if (shape.tooDeep !== undefined) return nothing(tooDeep(placeOf(context, shape.tooDeep)));
  if (plain === undefined) reportConflicts(tree, context);
  const elements = plain === undefined ? cleanElements(tree, shape, context) : plainElements(tree);
  if (shape.hasHeading || shape.hasRaw) nameHeadings(elements);
  finishTree(elements, context, shape.hasTopHeading);
  return {
    html: trustedHtml(printer.stringify(elements)),
    ...readProse(elements),
    references: context.references,
    diagnostics: context.diagnostics.sort(compareDiagnostics),
  };
}

/** The elements that the whole processor makes of a tree, and nothing that is not allowed. */
function cleanElements(tree: Root, { hasRaw }: Shape, context: Context): Elements {
  const { source, options } = context;
  let elements = toElements[isEnglish(options.language) ? "en" : "zh"].runSync(tree);
  if (hasRaw) {
    elements = rawReader.runSync(elements, { value: source });
    reportRemoved(elements, context);
  }
  return cleaner.runSync(elements);
}

const LIMITS = { size: tooLarge, depth: tooDeep, cost: tooTangled };

function makeBridge(footnoteLabel: string, footnoteBackLabel: string) {
  return unified()
    .use(remarkRehype, {
      allowDangerousHtml: true,
      clobberPrefix: NOTE_PREFIX,
      footnoteLabel,
      footnoteBackLabel,
    })
    .freeze();
}

function nothing(problem: Diagnostic): Rendered {
  return { html: trustedHtml(""), text: "", words: 0, references: [], diagnostics: [problem] };
}
