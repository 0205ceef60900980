import { defineDiagnostic, type Text } from "../model/diagnostic.ts";

export const syntaxError = defineDiagnostic({
  code: "yaml/syntax",
  severity: "error",
  cause: { zh: "这一行的写法有误，读不下去", en: "The line cannot be read as YAML" },
  fix: {
    zh: "检查这一行的冒号、引号、括号和缩进；含有特殊符号的文字，用英文双引号括起来",
    en: "Check colons, quotes, brackets and indentation on this line; put text with special signs in double quotes",
  },
  message: (slip: SyntaxSlip, detail: string) => {
    const { zh, en } = SLIPS[slip];
    return { zh, en: slip === "unknown" ? `${en} (${detail})` : en };
  },
  hint: (slip) => SLIPS[slip].fix,
});

export type SyntaxSlip = keyof typeof SLIPS;

const QUOTE_ALL = {
  zh: "用英文双引号把整段文字括起来",
  en: "put the whole text in double quotes",
};

/** What editors get wrong, in their words. */
const SLIPS = {
  openQuote: {
    zh: "从这里开始的引号没有收尾",
    en: "the quote that opens here is never closed",
    fix: { zh: "在文字末尾补上同样的引号", en: "close it with the same quote at the end of the text" },
  },
  openBracket: {
    zh: "从这里开始的括号没有收尾",
    en: "the bracket that opens here is never closed",
    fix: {
      zh: "在末尾补上 ] 或 }；如果它只是文字的开头，用英文双引号把整段文字括起来",
      en: "close it with ] or }; where it is only the start of a text, put the whole text in double quotes",
    },
  },
  cutByHash: {
    zh: "这一行里空格加 # 之后的都被当作注释，括号也就没有收尾",
    en: "what follows a space and # on this line is a comment, so the bracket is never closed",
    fix: {
      zh: "去掉 #；如果 # 是文字的一部分，用英文双引号把那段文字括起来",
      en: "delete the #; where it is part of a text, put that text in double quotes",
    },
  },
  mergeConflict: {
    zh: "这里有没处理完的合并冲突（两个人改了同一处）",
    en: "a merge conflict stands here unresolved: two people changed the same lines",
    fix: {
      zh: "两个版本只留一个，再把 <<<<<<<、=======、>>>>>>> 这三行删掉",
      en: "keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>",
    },
  },
  markdownPicture: {
    zh: "这里不能用 Markdown 的图片写法",
    en: "a picture is not written as in Markdown here",
    fix: { zh: "只写图片的文件名，例如 a.jpg，不用 ![]()", en: "write the file's name alone, such as a.jpg" },
  },
  fullWidthColon: {
    zh: "名字后面是全角冒号“：”",
    en: "a full-width colon stands after the name",
    fix: { zh: "换成英文冒号，后面空一格", en: "use a plain colon with a space after it" },
  },
  noSpace: {
    zh: "冒号后面少了一个空格",
    en: "a space is missing after the colon",
    fix: { zh: "写成“名字: 内容”", en: "write “name: value”" },
  },
  noColon: {
    zh: "这一行没有写成“名字: 内容”",
    en: "this line is not “name: value”",
    fix: {
      zh: "补上名字和冒号；如果是接着上一行写的，在行首空两格",
      en: "give it a name and a colon; where it continues the line before, indent it by two spaces",
    },
  },
  itemBlank: {
    zh: "减号后面少了一个空格，没有当作列表的一项",
    en: "a space is missing after the hyphen, so the line is not read as an item of the list",
    fix: {
      zh: "减号后面空一格，例如“- 天气”，一行一项",
      en: "write a space after the hyphen, such as “- weather”, one item a line",
    },
  },
  twoColons: {
    zh: "一行里有两个“冒号加空格”，或者缩进不对",
    en: "there are two “colon and space” on one line, or the indentation is off",
    fix: {
      zh: "冒号后面的文字里还有冒号时，用英文双引号把这段文字括起来",
      en: "put text that holds a colon of its own in double quotes",
    },
  },
  indentation: {
    zh: "这一行的缩进和前后对不齐",
    en: "the indentation of this line does not match its neighbours",
    fix: {
      zh: "同一层的各行，行首空一样多的格",
      en: "indent lines of one level by the same number of spaces",
    },
  },
  indentedKey: {
    zh: "这一行前面多了空格或 Tab，被当成了上一项的内容",
    en: "this line is indented, so it is taken for a part of the one before",
    fix: {
      zh: "删掉行首的空格或 Tab，让名字顶格写",
      en: "delete the blanks or tabs at its start, so that its name comes first",
    },
  },
  tab: {
    zh: "缩进用了 Tab 键",
    en: "a tab is used for indentation",
    fix: { zh: "把行首的 Tab 换成空格", en: "use spaces instead" },
  },
  stray: {
    zh: "这里有多余的符号",
    en: "there is a stray sign here",
    fix: {
      zh: "删掉它；如果它是文字的一部分，用英文双引号把整段文字括起来",
      en: "delete it; where it is part of a text, put the whole text in double quotes",
    },
  },
  afterQuote: {
    zh: "引号在前面已经收尾，这里不能再有文字",
    en: "the quotes are closed before this; no text can follow them",
    fix: {
      zh: "文字里面的引号改用中文引号“ ”，或者在最外面再加一对英文单引号",
      en: "use curly quotes “ ” inside the text, or put single quotes around all of it",
    },
  },
  afterBracket: {
    zh: "括号在前面已经收尾，这里不能再有文字",
    en: "the brackets are closed before this; no text can follow them",
    fix: {
      zh: "以 [ 或 { 开头的文字，用英文双引号把整段括起来",
      en: "put text that starts with [ or { in double quotes",
    },
  },
  escape: {
    zh: "英文双引号里的反斜杠 \\ 用得不对",
    en: "a backslash in double quotes is not a valid escape",
    fix: { zh: "写两个反斜杠，或者改用英文单引号", en: "write two backslashes, or use single quotes" },
  },
  startSign: {
    zh: "文字不能以 @、` 或 % 开头",
    en: "text cannot start with @, ` or %",
    fix: QUOTE_ALL,
  },
  secondBlock: {
    zh: "设置到上一行已经结束，后面不能再写",
    en: "the block has ended before this line; nothing can follow it",
    fix: { zh: "删掉中间的 --- 或 ... 那一行", en: "delete the --- or ... line in between" },
  },
  unknown: {
    zh: "这一行的写法读不懂",
    en: "this line cannot be read",
    fix: {
      zh: "检查冒号、引号、括号和缩进；含有特殊符号的文字，用英文双引号括起来",
      en: "check colons, quotes, brackets and indentation; put text with special signs in double quotes",
    },
  },
} as const;

export const duplicateKey = defineDiagnostic({
  code: "yaml/duplicate-key",
  severity: "error",
  cause: {
    zh: "同一项写了两次（中文名和英文名算同一项）",
    en: "A key is given twice (its Chinese and English names are one key)",
  },
  fix: { zh: "只保留一个", en: "Keep one of them" },
  message: (key: string, other: string) =>
    key === other
      ? { zh: `“${key}”写了两次`, en: `“${key}” is given twice` }
      : {
          zh: `“${key}”和“${other}”是同一项，写了两次`,
          en: `“${key}” and “${other}” are the same key, given twice`,
        },
});

export const cutByComma = defineDiagnostic({
  code: "yaml/cut-by-comma",
  severity: "error",
  cause: {
    zh: "大括号里的文字有英文逗号，逗号后面的没有读进去",
    en: "A text in braces holds a comma, and what follows it is lost",
  },
  fix: {
    zh: "用英文双引号把整段文字括起来，或者改用中文逗号",
    en: "Put the whole text in double quotes",
  },
  message: (key: string, lost: string) => ({
    zh: `“${key}”的文字在英文逗号处断开了，后面的“${lost}”没有读进去`,
    en: `the text of “${key}” ends at its comma; “${lost}” is lost`,
  }),
});

export const anchorRefused = defineDiagnostic({
  code: "yaml/anchor",
  severity: "error",
  cause: {
    zh: "没有引号的文字以 & 或 * 开头，读的时候会丢字",
    en: "Text without quotes starts with & or *, which YAML takes for an anchor or alias",
  },
  fix: { zh: "用英文双引号把整段文字括起来", en: "Put the whole text in double quotes" },
  message: (name: string) => ({
    zh: `“${name}”以 ${name.charAt(0)} 开头，不会当作文字来读`,
    en: `“${name}” starts with ${name.charAt(0)} and is not read as text`,
  }),
});

export const tagRefused = defineDiagnostic({
  code: "yaml/tag",
  severity: "error",
  cause: {
    zh: "没有引号的文字以英文叹号 ! 开头，读的时候会丢字",
    en: "Text without quotes starts with !, which YAML takes for a type tag",
  },
  fix: { zh: "用英文双引号把整段文字括起来", en: "Put the whole text in double quotes" },
  message: (tag: string) => ({
    zh: `“${tag}”以英文叹号 ! 开头，不会当作文字来读`,
    en: `“${tag}” starts with ! and is not read as text`,
  }),
});

export const keyRefused = defineDiagnostic({
  code: "yaml/key",
  severity: "error",
  cause: {
    zh: "冒号前面没有名字，或者名字不能用",
    en: "There is no name before the colon, or it cannot be used",
  },
  fix: { zh: "换一个名字", en: "Use another name" },
  message: (key: string) =>
    key === ""
      ? { zh: "冒号前面要有一个名字", en: "a name is wanted before the colon" }
      : { zh: `“${key}”不能用作名字`, en: `“${key}” cannot be a key` },
  hint: (key) =>
    key === ""
      ? {
          zh: "写成“名字: 内容”；如果这是一段文字，用英文双引号括起来",
          en: "write “name: value”; put a text in double quotes",
        }
      : { zh: "换一个名字", en: "use another name" },
});

export const notAMap = defineDiagnostic({
  code: "yaml/not-a-map",
  severity: "error",
  cause: { zh: "这里应当是一行一项的“名字: 内容”", en: "Lines of “name: value” are wanted here" },
  fix: {
    zh: "每行写成“名字: 内容”，冒号后面空一格",
    en: "Write each line as “name: value”, with a space after the colon",
  },
  message: () => ({ zh: "这里读到的不是“名字: 内容”", en: "this is not a list of “name: value” lines" }),
});

export const tooLarge = defineDiagnostic({
  code: "yaml/too-large",
  severity: "error",
  cause: { zh: "这段设置太长，或层次太深", en: "The block is too long or nested too deeply" },
  fix: {
    zh: "检查是不是把正文写进了开头的 --- 之间",
    en: "Check that the article's text did not end up between the --- lines",
  },
  message: () => ({ zh: "这段设置太长，或层次太深", en: "this block is too long or nested too deeply" }),
});

export const unknownKey = defineDiagnostic({
  code: "yaml/unknown-key",
  severity: "warning",
  cause: { zh: "没有这一项，内容不会起作用", en: "There is no such key; what it says has no effect" },
  fix: {
    zh: "改成已有的名字；自家要用的内容写在 extra（附加）下面",
    en: "Use a known key; put a newsroom's own fields under extra",
  },
  message: (key: string, _nearest: readonly string[], _known: readonly string[]) => ({
    zh: `没有“${key}”这一项`,
    en: `there is no key “${key}”`,
  }),
  hint: (_key, nearest, known) => {
    if (nearest.length > 0)
      return { zh: `是不是${anyOf(nearest).zh}？`, en: `did you mean ${anyOf(nearest).en}?` };
    if (known.includes(OWN_FIELDS))
      return {
        zh: "核对名字；自家要用的内容写在 extra（附加）下面",
        en: "check the name; put a newsroom's own fields under extra",
      };
    if (known.length > MOST_LISTED)
      return { zh: "核对名字，或者删掉这一行", en: "check the name, or delete the line" };
    return { zh: `这里可以写：${known.join("、")}`, en: `known here: ${known.join(", ")}` };
  },
});

const MOST_LISTED = 10;
/** The key below which a newsroom writes what it likes. */
const OWN_FIELDS = "附加";

function anyOf(names: readonly string[]): Text {
  const quoted = names.map((name) => `“${name}”`);
  return { zh: quoted.join("或"), en: quoted.join(" or ") };
}

export const escapedControl = defineDiagnostic({
  code: "yaml/control-character",
  severity: "error",
  cause: {
    zh: "引号里用 \\u、\\x 之类写出了看不见的控制字符",
    en: "An escape such as \\u or \\x in a quoted text stands for an invisible control character",
  },
  fix: { zh: "把反斜杠开头的这几个字删掉", en: "Delete the part that starts with a backslash" },
  message: (character: string) => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    return {
      zh: `引号里有看不见的控制字符（${code}）`,
      en: `an escape in the quotes stands for an invisible control character (${code})`,
    };
  },
});

export const mistypedKey = defineDiagnostic({
  code: "yaml/mistyped-key",
  severity: "error",
  cause: {
    zh: "名字差一个字，或者不叫这个名字，内容会丢失",
    en: "A key is one slip away from a known one, or near or another name for one that keeps an article from readers; what it says would be lost",
  },
  fix: { zh: "照提示改正名字", en: "Correct the key as the hint says" },
  message: (key: string, _names: readonly string[], _how: KeyGuess, _known: readonly string[]) => ({
    zh: `没有“${key}”这一项`,
    en: `there is no key “${key}”`,
  }),
  hint: (_key, names, how, known) => {
    const { zh, en } = anyOf(names);
    switch (how) {
      case "sure":
        return { zh: `应为${zh}`, en: `write ${en}` };
      case "given":
        return {
          zh: `${zh}已经写了：把这里的内容并到那里，或者删掉这一行`,
          en: `${en} is given already: say it there, or delete this line`,
        };
      case "near":
        return known.includes(OWN_FIELDS)
          ? {
              zh: `如果是${zh}，改正名字；自家要用的内容写在 extra（附加）下面`,
              en: `where ${en} is meant, correct the name; put a newsroom's own fields under extra`,
            }
          : {
              zh: `如果是${zh}，改正名字；不是就删掉这一行`,
              en: `where ${en} is meant, correct the name; else delete the line`,
            };
    }
  },
});

/** How a key is known to be another: by its meaning or one Latin letter; so, but the other is given already; or it merely looks like it. */
export type KeyGuess = "sure" | "given" | "near";

export const wrongType = defineDiagnostic({
  code: "yaml/wrong-type",
  severity: "error",
  cause: {
    zh: "内容的形式不对（例如该写一段文字的地方写成了列表）",
    en: "The value has the wrong form (a list where text is wanted, say)",
  },
  fix: { zh: "按说明书里这一项的写法改", en: "Write it as the reference shows for this key" },
  message: (key: string, wanted: Wanted, _names: readonly string[] = []) => ({
    zh: `“${key}”${WANTED[wanted].zh}`,
    en: `“${key}” should be ${WANTED[wanted].en}`,
  }),
  hint: (key, wanted, names = []) =>
    wanted === "map"
      ? {
          zh: `在“${key}:”下面另起一行，空两格，写${named(names, "“名字: 内容”", "、")}`,
          en: `on a line below “${key}:”, indented by two spaces, write ${named(names, "“name: value”", ", ")}`,
        }
      : {
          zh: `例如 ${key}: ${/^[a-z]/i.test(key) ? WANTED[wanted].example.en : WANTED[wanted].example.zh}`,
          en: `for example ${key}: ${WANTED[wanted].example.en}`,
        },
});

/** The keys that a map may hold, where they are few. */
function named(names: readonly string[], otherwise: string, comma: string): string {
  if (names.length === 0 || names.length > MOST_LISTED) return otherwise;
  return names.map((name) => `“${name}: …”`).join(comma);
}

export type Wanted = keyof typeof WANTED;

const WANTED = {
  text: { zh: "应当是一段文字", en: "text", example: { zh: "一段文字", en: "some text" } },
  list: { zh: "应当是一个列表", en: "a list", example: { zh: "[甲, 乙]", en: "[one, two]" } },
  map: { zh: "下面应当是一行一项的“名字: 内容”", en: "lines of “name: value”", example: { zh: "", en: "" } },
  flag: { zh: "只能写“是”或“否”（true 或 false）", en: "true or false", example: { zh: "是", en: "true" } },
  number: { zh: "应当是一个整数", en: "a whole number", example: { zh: "10", en: "10" } },
} as const;

export const missingKey = defineDiagnostic({
  code: "yaml/missing-key",
  severity: "error",
  cause: { zh: "缺少必须有的一项", en: "A required key is missing" },
  fix: { zh: "补上这一项", en: "Add it" },
  message: (key: string, zhKey: string, _owner?: string) => ({
    zh: `缺少“${zhKey}”`,
    en: `“${key}” is missing`,
  }),
  hint: (key, zhKey, owner) =>
    owner === undefined
      ? { zh: `加一行“${zhKey}: …”`, en: `add a line “${key}: …”` }
      : {
          zh: `在“${owner}”里补上“${zhKey}: …”，和它的其他几项写在一起`,
          en: `add “${key}: …” to “${owner}”, beside what else stands there`,
        },
});

export const emptyText = defineDiagnostic({
  code: "yaml/empty",
  severity: "error",
  cause: { zh: "内容是空的", en: "The value is empty" },
  fix: { zh: "写上内容，或者删掉这一行", en: "Give it a value or delete the line" },
  message: (key: string) => ({ zh: `“${key}”是空的`, en: `“${key}” is empty` }),
});

export const tooLong = defineDiagnostic({
  code: "yaml/too-long",
  severity: "error",
  cause: { zh: "文字太长", en: "The text is too long" },
  fix: { zh: "删短一些", en: "Shorten it" },
  message: (key: string, most: number) => ({
    zh: `“${key}”最多 ${most} 个字`,
    en: `“${key}” may have at most ${most} characters`,
  }),
});

export const outOfRange = defineDiagnostic({
  code: "yaml/out-of-range",
  severity: "error",
  cause: { zh: "数字太大或太小", en: "The number is too large or too small" },
  fix: { zh: "改成范围内的数字", en: "Use a number within the range" },
  message: (key: string, least: number, most: number) => ({
    zh: `“${key}”应在 ${least} 到 ${most} 之间`,
    en: `“${key}” should be between ${least} and ${most}`,
  }),
});

export const notAllowed = defineDiagnostic({
  code: "yaml/not-allowed",
  severity: "error",
  cause: { zh: "内容不在可选的几种之内", en: "The value is none of those allowed" },
  fix: { zh: "改成其中一个", en: "Choose one of the allowed values" },
  message: (key: string, choices: readonly string[]) => ({
    zh: `“${key}”只能写 ${choices.join("、")} 中的一个`,
    en: `“${key}” must be one of ${choices.join(", ")}`,
  }),
});

export const badUrl = defineDiagnostic({
  code: "yaml/url",
  severity: "error",
  cause: {
    zh: "网址不是完整的 http:// 或 https:// 地址",
    en: "The URL is not a whole http:// or https:// address",
  },
  fix: {
    zh: "写完整的地址，例如 https://news.example.com",
    en: "Write the whole address, such as https://news.example.com",
  },
  message: (key: string, written: string) => ({
    zh: `“${key}”里的“${written}”不是完整的网址`,
    en: `“${written}” in “${key}” is not a whole URL`,
  }),
});
