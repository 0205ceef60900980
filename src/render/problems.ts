import { defineDiagnostic, type Text } from "../model/diagnostic.ts";
import { helperNames } from "./helpers.ts";

/** “Did you mean”, where something is near. */
function nearest(suggestion: string | undefined): Text | undefined {
  if (suggestion === undefined) return undefined;
  return { zh: `是不是 ${suggestion}？`, en: `Did you mean ${suggestion}?` };
}

export const templateSyntax = defineDiagnostic({
  code: "render/template-syntax",
  severity: "error",
  cause: {
    zh: "模板里有写错的 Handlebars 标记",
    en: "A template holds Handlebars markup that cannot be read",
  },
  fix: {
    zh: "检查这里的大括号、引号和等号是否成对、写全",
    en: "Check that braces, quotes and equals signs here are paired and complete",
  },
  message: (line: string) => ({
    zh: `从这里起模板读不懂：${line}`,
    en: `the template cannot be read from here on: ${line}`,
  }),
});

export const mismatchedBlock = defineDiagnostic({
  code: "render/mismatched-block",
  severity: "error",
  cause: { zh: "块的开头和结尾不是一对", en: "A block is closed by the wrong name" },
  fix: {
    zh: "结尾要与开头同名：{{#if …}} 用 {{/if}} 结束",
    en: "Close a block by its own name: {{#if …}} ends with {{/if}}",
  },
  message: (opened: string, closed: string) => ({
    zh: `这里打开的是 ${opened}，却用 {{/${closed}}} 结束`,
    en: `this opens ${opened}, but it is closed by {{/${closed}}}`,
  }),
  hint: (opened) => ({
    zh: `把结尾改成 {{/${opened}}}，或者补上漏掉的结尾`,
    en: `End it with {{/${opened}}}, or add the end that is missing`,
  }),
});

export const unclosedBlock = defineDiagnostic({
  code: "render/unclosed-block",
  severity: "error",
  cause: { zh: "块打开了，到文件末尾也没有结束", en: "A block is opened and never closed" },
  fix: { zh: "补上结尾，例如 {{/if}}", en: "Add its end, such as {{/if}}" },
  message: (name: string) => ({
    zh: `这里打开的 ${name} 到文件末尾也没有结束`,
    en: `${name} is opened here and never closed`,
  }),
  hint: (name) => ({ zh: `在该结束的地方写上 {{/${name}}}`, en: `Write {{/${name}}} where it ends` }),
});

export const notUtf8 = defineDiagnostic({
  code: "render/not-utf8",
  severity: "error",
  cause: { zh: "模板不是 UTF-8 编码", en: "A template is not in UTF-8" },
  fix: {
    zh: "用编辑器把文件另存为 UTF-8 编码",
    en: "Save the file as UTF-8 in your editor",
  },
  message: () => ({
    zh: "这里的文字读不出来，文件可能是 GBK 编码",
    en: "this text cannot be read: the file may be in another encoding, such as GBK",
  }),
});

export const missingTemplate = defineDiagnostic({
  code: "render/missing-template",
  severity: "error",
  cause: { zh: "缺少某一类页面的模板", en: "The template of a kind of page is missing" },
  fix: {
    zh: "在 templates/pages 里补上这个文件，或恢复默认主题里的同名文件",
    en: "Add the file to templates/pages, or restore the default theme's",
  },
  message: (name: string) => ({
    zh: `缺少模板 pages/${name}.hbs`,
    en: `the template pages/${name}.hbs is missing`,
  }),
});

/** What to write instead of a field that is not there. */
export type FieldAdvice =
  | { readonly kind: "instead"; readonly path: string }
  | { readonly kind: "list"; readonly path: string }
  /** The name is one that JavaScript itself uses. */
  | { readonly kind: "reserved" }
  | { readonly kind: "known"; readonly names: readonly string[] };

export const unknownField = defineDiagnostic({
  code: "render/unknown-field",
  severity: "error",
  cause: {
    zh: "模板用了页面没有的字段，那里什么也不会印出来",
    en: "A template uses a field that its page does not have, so nothing would be printed",
  },
  fix: {
    zh: "核对字段的拼写；在 {{#each}} 和 {{#with}} 里面，外层的字段要写 ../",
    en: "Check the spelling; inside {{#each}} and {{#with}}, write ../ before a field from outside",
  },
  message: (path: string, _advice: FieldAdvice, page: string | undefined) => ({
    zh: `没有 ${path} 这个字段${page === undefined ? "" : `（印 ${page} 页面时）`}`,
    en: `there is no field ${path}${page === undefined ? "" : ` (on ${page} pages)`}`,
  }),
  hint: (_path, advice) => fieldHint(advice),
});

function fieldHint(advice: FieldAdvice): Text {
  switch (advice.kind) {
    case "instead":
      return { zh: `是不是 ${advice.path}？`, en: `Did you mean ${advice.path}?` };
    case "list":
      return {
        zh: `${advice.path} 是列表，先用 {{#each ${advice.path}}} 逐条取出`,
        en: `${advice.path} is a list: go through it with {{#each ${advice.path}}} first`,
      };
    case "reserved":
      return { zh: "这个名字是保留的，请换一个", en: "This name is reserved; use another" };
    case "known": {
      const names = advice.names.slice(0, 12);
      const more = advice.names.length > names.length;
      if (names.length === 0) {
        return { zh: "它下面没有字段，直接印它就行", en: "It has no fields; print it as it is" };
      }
      return {
        zh: `这里可用的字段有 ${names.join("、")}${more ? " 等" : ""}`,
        en: `The fields here are ${names.join(", ")}${more ? " and others" : ""}`,
      };
    }
  }
}

export const unknownVariable = defineDiagnostic({
  code: "render/unknown-variable",
  severity: "error",
  cause: {
    zh: "用了这里没有的 @ 变量",
    en: "A template uses an @ variable that does not exist here",
  },
  fix: {
    zh: "@index、@key、@first、@last 只在 {{#each}} 里面有；任何地方都可以用 @root",
    en: "@index, @key, @first and @last exist inside {{#each}} alone; @root exists everywhere",
  },
  message: (written: string) => ({ zh: `这里没有 ${written}`, en: `there is no ${written} here` }),
});

export const noParent = defineDiagnostic({
  code: "render/no-parent",
  severity: "error",
  cause: {
    zh: "../ 写多了，已经到了最外层",
    en: "There are more ../ than levels around",
  },
  fix: {
    zh: "去掉多余的 ../；在 partials 里要取整个页面的字段，可以写 @root.",
    en: "Drop the ../ that are too many; inside a partial, @root. reaches the fields of the whole page",
  },
  message: (path: string, levels: number) => ({
    zh: `${path} 的 ../ 太多，${levels === 0 ? "这里已经是最外层" : `这里外面只有 ${levels} 层`}`,
    en: `${path} has too many ../: ${levels === 0 ? "this is the outermost level" : `levels around this: ${levels}`}`,
  }),
});

export const paramOutOfReach = defineDiagnostic({
  code: "render/param-out-of-reach",
  severity: "error",
  cause: {
    zh: "{{#*inline}} 里面用了外面 as |…| 起的名字",
    en: "An inline partial uses a name given outside it by as |…|",
  },
  fix: {
    zh: "inline 里面取不到外面起的名字；改用字段本身，或在调用时用 名字=值 传进去",
    en: "Such a name does not reach into an inline partial; use the field itself, or pass it as name=value",
  },
  message: (name: string) => ({
    zh: `{{#*inline}} 里面取不到外面起的名字 ${name}`,
    en: `the name ${name} from outside does not reach into this inline partial`,
  }),
});

export const unknownHelper = defineDiagnostic({
  code: "render/unknown-helper",
  severity: "error",
  cause: { zh: "模板调用了没有的助手", en: "A template calls a helper that does not exist" },
  fix: {
    zh: `可用的只有 ${helperNames.join("、")}；模板里不做比较和计算，需要判断的由页面的字段给出`,
    en: `There are only ${helperNames.join(", ")}; templates do not compare or reckon: the page's fields say what is so`,
  },
  message: (name: string, _suggestion: string | undefined) => ({
    zh: `没有 ${name} 这个助手`,
    en: `there is no helper ${name}`,
  }),
  hint: (_name, suggestion) => nearest(suggestion),
});

/** Things of Handlebars that templates may not use. */
export type Refused =
  | "lookup"
  | "log"
  | "dynamic"
  | "section"
  | "inverse"
  | "decorator"
  | "inline-name"
  | "inline-block";

export const refusedSyntax = defineDiagnostic({
  code: "render/refused-syntax",
  severity: "error",
  cause: {
    zh: "用了本系统不支持的 Handlebars 写法",
    en: "A template uses a form of Handlebars that is not allowed here",
  },
  fix: {
    zh: "改用 each、if、unless、with 和写明名字的 partial",
    en: "Use each, if, unless, with, and partials by their names",
  },
  message: (written: string, why: Refused) => ({
    zh: `不能用 ${written}：${REFUSED[why].cause.zh}`,
    en: `${written} cannot be used: ${REFUSED[why].cause.en}`,
  }),
  hint: (_written, why) => REFUSED[why].fix,
});

const REFUSED: Readonly<Record<Refused, { readonly cause: Text; readonly fix: Text }>> = {
  lookup: {
    cause: { zh: "它取的字段无法事先检查", en: "what it looks up cannot be checked beforehand" },
    fix: { zh: "直接写出字段的路径", en: "Write the field's path" },
  },
  log: {
    cause: { zh: "模板只印页面，不写日志", en: "a template prints a page and writes no log" },
    fix: { zh: "去掉它", en: "Remove it" },
  },
  dynamic: {
    cause: { zh: "partial 的名字要写明，不能临时算出", en: "a partial's name must be written out" },
    fix: {
      zh: "用 {{#if}} 分别写出各个 partial 的名字",
      en: "Write each partial's name, with {{#if}} around it",
    },
  },
  section: {
    cause: { zh: "它是列表还是条件，看不出来", en: "it does not say whether it is a list or a condition" },
    fix: {
      zh: "列表写 {{#each …}}，条件写 {{#if …}}，进入一层写 {{#with …}}",
      en: "Write {{#each …}} for a list, {{#if …}} for a condition, {{#with …}} to go inside",
    },
  },
  inverse: {
    cause: { zh: "这种写法容易看错", en: "this form is easily misread" },
    fix: { zh: "写成 {{#unless …}}…{{/unless}}", en: "Write {{#unless …}}…{{/unless}}" },
  },
  decorator: {
    cause: { zh: "只有 {{#*inline}} 可用", en: "only {{#*inline}} exists" },
    fix: { zh: '写成 {{#*inline "名字"}}…{{/inline}}', en: 'Write {{#*inline "name"}}…{{/inline}}' },
  },
  "inline-name": {
    cause: { zh: "inline 后面要有一个带引号的名字", en: "an inline partial needs one name in quotes" },
    fix: { zh: '写成 {{#*inline "名字"}}…{{/inline}}', en: 'Write {{#*inline "name"}}…{{/inline}}' },
  },
  "inline-block": {
    cause: { zh: "它要成块地写，里面有内容", en: "it holds content and must be written as a block" },
    fix: { zh: "例如 {{#if …}}…{{/if}}", en: "As in {{#if …}}…{{/if}}" },
  },
};

export const wrongArguments = defineDiagnostic({
  code: "render/wrong-arguments",
  severity: "error",
  cause: { zh: "标记后面的参数不对", en: "A call has the wrong arguments" },
  fix: {
    zh: "each、if、unless、with 后面各写一个字段；asset 后面写一个带引号的文件名；qr 后面写一个文字字段；partial 后面最多写一个字段，其余写成 名字=值",
    en: "each, if, unless and with take one field; asset takes one file name in quotes; qr takes one field of text; a partial takes at most one field, and then name=value",
  },
  message: (written: string) => ({
    zh: `${written} 后面的参数不对`,
    en: `${written} has the wrong arguments`,
  }),
});

export const unknownPartial = defineDiagnostic({
  code: "render/unknown-partial",
  severity: "error",
  cause: { zh: "模板引用了没有的 partial", en: "A template calls a partial that does not exist" },
  fix: {
    zh: "partial 按它在 templates 里的路径写，不带 .hbs，例如 partials/card；由页面填的内容要先用 {{#*inline}} 写好，或给它默认内容：{{#> 名字}}…{{/名字}}",
    en: "Name a partial by its path in templates without .hbs, such as partials/card; what a page fills in needs an {{#*inline}}, or content of its own: {{#> name}}…{{/name}}",
  },
  message: (name: string, _suggestion: string | undefined, page: string | undefined) => ({
    zh: `没有 ${name} 这个 partial${page === undefined ? "" : `（印 ${page} 页面时）`}`,
    en: `there is no partial ${name}${page === undefined ? "" : ` (on ${page} pages)`}`,
  }),
  hint: (_name, suggestion) => nearest(suggestion),
});

export const partialCycle = defineDiagnostic({
  code: "render/partial-cycle",
  severity: "error",
  cause: {
    zh: "partial 绕着圈互相引用，永远印不完",
    en: "Partials call each other in a circle that never ends",
  },
  fix: { zh: "断开这个圈", en: "Break the circle" },
  message: (names: readonly string[]) => ({
    zh: `partial 绕成了圈：${names.join(" → ")}`,
    en: `these partials call each other for ever: ${names.join(" → ")}`,
  }),
});

export const noPartialBlock = defineDiagnostic({
  code: "render/no-partial-block",
  severity: "error",
  cause: {
    zh: "模板要印调用者给的内容，调用者却没有给",
    en: "A template prints its caller's content, and a caller gives none",
  },
  fix: {
    zh: "调用时写成 {{#> 名字}}内容{{/名字}}，或者在这里写好默认内容：{{#> @partial-block}}…{{/@partial-block}}",
    en: "Call it as {{#> name}}content{{/name}}, or give content here: {{#> @partial-block}}…{{/@partial-block}}",
  },
  message: (page: string) => ({
    zh: `印 ${page} 页面时，@partial-block 没有内容可印`,
    en: `on ${page} pages there is nothing for @partial-block to print`,
  }),
});

export const unusedInline = defineDiagnostic({
  code: "render/unused-inline",
  severity: "error",
  cause: { zh: "写好的 inline 没有任何地方印它", en: "An inline partial is printed nowhere" },
  fix: {
    zh: "核对它的名字和布局里 {{> 名字}} 是否一致；不用就删掉",
    en: "Check its name against the layout's {{> name}}; remove it where it is not needed",
  },
  message: (name: string, _suggestion: string | undefined) => ({
    zh: `inline “${name}”写好了，却没有地方印它`,
    en: `the inline partial “${name}” is printed nowhere`,
  }),
  hint: (_name, suggestion) => nearest(suggestion),
});

export const unprintedContent = defineDiagnostic({
  code: "render/unprinted-content",
  severity: "error",
  cause: {
    zh: "包在布局或 partial 里的内容不会印出来",
    en: "Content given to a layout or partial is not printed",
  },
  fix: {
    zh: "在那个布局里加上 {{> @partial-block}}，或把内容写进 {{#*inline}}",
    en: "Add {{> @partial-block}} to that layout, or put the content into an {{#*inline}}",
  },
  message: (name: string) => ({
    zh: `${name} 里没有 {{> @partial-block}}，包在它里面的内容不会印出来`,
    en: `${name} has no {{> @partial-block}}, so the content given to it is not printed`,
  }),
});

export const unknownAsset = defineDiagnostic({
  code: "render/unknown-asset",
  severity: "error",
  cause: { zh: "模板用了没有的样式表、脚本或图片", en: "A template names an asset that does not exist" },
  fix: {
    zh: "按它在 templates/assets 里的路径写；子文件夹里的样式表要由 style.css 用 @import 引入",
    en: "Write its path in templates/assets; a stylesheet in a folder there is imported by style.css instead",
  },
  message: (name: string, _suggestion: string | undefined) => ({
    zh: `templates/assets 里没有可用的 ${name}`,
    en: `there is no asset ${name}`,
  }),
  hint: (_name, suggestion) => nearest(suggestion),
});

export const rawText = defineDiagnostic({
  code: "render/raw-text",
  severity: "error",
  cause: {
    zh: "普通文字用了三个大括号，里面的 < 会变成标签",
    en: "Plain text stands in a triple-stash, where a < in it becomes a tag",
  },
  fix: {
    zh: "普通文字用两个大括号；三个大括号和 {{& }} 只用于正文这类现成的 HTML",
    en: "Use two braces for text; three braces and {{& }} are for finished HTML such as a body",
  },
  message: (path: string) => ({
    zh: `${path} 是普通文字，不能不经转义就印出来`,
    en: `${path} is plain text and cannot be printed unescaped`,
  }),
  hint: (path) => ({ zh: `写成 {{${path}}}`, en: `Write {{${path}}}` }),
});

export const escapedHtml = defineDiagnostic({
  code: "render/escaped-html",
  severity: "warning",
  cause: {
    zh: "现成的 HTML 用了两个大括号，读者会看到标签",
    en: "Finished HTML stands in two braces, so readers would see its tags",
  },
  fix: { zh: "改用三个大括号", en: "Use three braces" },
  message: (path: string) => ({
    zh: `${path} 是 HTML，用两个大括号会把标签当文字印出来`,
    en: `${path} is HTML; in two braces its tags are printed as text`,
  }),
  hint: (path) => ({ zh: `写成 {{{${path}}}}`, en: `Write {{{${path}}}}` }),
});

export const printedObject = defineDiagnostic({
  code: "render/printed-object",
  severity: "error",
  cause: {
    zh: "把一组字段或一个列表当作文字来印",
    en: "A group of fields or a list is printed as if it were text",
  },
  fix: {
    zh: "列表用 {{#each}} 逐条印；一组字段要写明印哪一个",
    en: "Go through a list with {{#each}}; of a group of fields, say which one",
  },
  message: (path: string, _shape: "list" | "object", _names: readonly string[]) => ({
    zh: `${path} 不是文字，不能直接印`,
    en: `${path} is not text and cannot be printed`,
  }),
  hint: (path, shape, names) => {
    if (shape === "list")
      return { zh: `用 {{#each ${path}}} 逐条印`, en: `Go through it with {{#each ${path}}}` };
    const examples = names.slice(0, 6).map((name) => `${path}.${name}`);
    return {
      zh: `写明印哪一个字段，例如 ${examples.join("、")}`,
      en: `Say which field, such as ${examples.join(", ")}`,
    };
  },
});

export const notAList = defineDiagnostic({
  code: "render/not-a-list",
  severity: "error",
  cause: { zh: "{{#each}} 后面的不是列表", en: "{{#each}} is given something that is not a list" },
  fix: {
    zh: "单个的东西用 {{#with}} 进入，条件用 {{#if}}",
    en: "Enter a single thing with {{#with}}; ask about it with {{#if}}",
  },
  message: (path: string) => ({ zh: `${path} 不是列表`, en: `${path} is not a list` }),
});

export const unsafeUrl = defineDiagnostic({
  code: "render/unsafe-url",
  severity: "error",
  cause: {
    zh: "自定义字段直接用作网址，里面可能是会运行的代码",
    en: "A field of the newsroom's own is used as a URL, which could hold code",
  },
  fix: {
    zh: '在引号里先写死开头，例如 href="https://…{{extra.id}}"，或改用系统给出的网址字段',
    en: 'Write the beginning out, as in href="https://…{{extra.id}}", or use a URL field of the page',
  },
  message: (path: string) => ({
    zh: `${path} 没有经过网址检查，不能放在链接的开头`,
    en: `${path} has not been checked as a URL and cannot begin a link`,
  }),
});

export const strayFile = defineDiagnostic({
  code: "render/stray-file",
  severity: "warning",
  cause: {
    zh: "自家模板目录里的这个文件没有覆盖任何文件，也没有被引用，不起作用",
    en: "A file of the newsroom's own theme overrides nothing and nothing uses it",
  },
  fix: {
    zh: "核对文件名和所在目录，要与默认模板里的一致；不用就删掉",
    en: "Check its name and folder against the default theme, or delete it",
  },
  message: (_nearest: string | undefined) => ({
    zh: "这个文件没有覆盖默认模板里的任何文件，也没有被引用",
    en: "this file overrides nothing in the default theme, and nothing uses it",
  }),
  hint: (nearest) =>
    nearest === undefined ? undefined : { zh: `是不是 ${nearest}？`, en: `did you mean ${nearest}?` },
});
