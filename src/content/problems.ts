import { defineDiagnostic } from "../model/diagnostic.ts";
import { usualForm } from "./dates.ts";

export const wrongEncoding = defineDiagnostic({
  code: "content/encoding",
  severity: "error",
  cause: { zh: "文件不是 UTF-8 编码", en: "The file is not UTF-8" },
  fix: { zh: "在编辑器里选“另存为”，编码选 UTF-8", en: "Save the file as UTF-8 in your editor" },
  message: (guess: EncodingGuess) => GUESSES[guess],
  hint: (guess) => GUESSES[guess].fix,
});

export type EncodingGuess = keyof typeof GUESSES;

const SAVE_AS = {
  zh: "在编辑器里选“另存为”，编码选 UTF-8",
  en: "choose “Save as” in your editor and the encoding UTF-8",
};

const GUESSES = {
  gb18030: {
    zh: "文件存成了 GBK（GB18030）编码，要用 UTF-8",
    en: "the file is saved as GBK (GB18030); UTF-8 is wanted",
    fix: SAVE_AS,
  },
  utf16: {
    zh: "文件存成了 UTF-16 编码（记事本里叫 Unicode），要用 UTF-8",
    en: "the file is saved as UTF-16 (“Unicode” in Notepad); UTF-8 is wanted",
    fix: SAVE_AS,
  },
  broken: {
    zh: "这一行有乱码，不是 UTF-8 文字",
    en: "this line holds bytes that are not UTF-8",
    fix: {
      zh: "打开文件，把乱码的字重新输入，再存成 UTF-8",
      en: "open the file, type the damaged characters again and save it as UTF-8",
    },
  },
  binary: {
    zh: "这不是文字文件，像是图片或 Word 文档改了名字",
    en: "this is not a text file; it looks like a picture or a Word document with another name",
    fix: {
      zh: "把文字复制到新的 .md 文件里；图片用原来的扩展名",
      en: "copy the text to a new .md file; leave a picture its own extension",
    },
  },
} as const;

export const emptyFile = defineDiagnostic({
  code: "content/empty",
  severity: "error",
  cause: { zh: "文件是空的", en: "The file is empty" },
  fix: { zh: "写上标题、日期和正文，或者删掉这个文件", en: "Write the article or delete the file" },
  message: () => ({ zh: "文件是空的", en: "the file is empty" }),
});

export const controlCharacter = defineDiagnostic({
  code: "content/control-character",
  severity: "error",
  cause: { zh: "文字里混进了看不见的控制字符", en: "An invisible control character stands in the text" },
  fix: { zh: "把它删掉；多半是从别处粘贴时带进来的", en: "Delete it; it often comes with pasted text" },
  message: (code: string) => ({
    zh: `这里有一个看不见的控制字符（${code}）`,
    en: `there is an invisible control character here (${code})`,
  }),
});

export const bidiOverride = defineDiagnostic({
  code: "content/bidi-override",
  severity: "error",
  cause: {
    zh: "标题、网址或标签里有改变文字方向的隐藏字符",
    en: "A hidden character that changes the direction of text stands in a title, slug or tag",
  },
  fix: { zh: "删掉后重新输入这段文字", en: "Delete the text and type it again" },
  message: (key: string) => ({
    zh: `“${key}”里有改变文字方向的隐藏字符`,
    en: `“${key}” holds a hidden character that changes the direction of text`,
  }),
});

export const hiddenDirection = defineDiagnostic({
  code: "content/hidden-direction",
  severity: "warning",
  cause: {
    zh: "正文或摘要里有改变文字方向的隐藏字符",
    en: "A hidden character that changes the direction of text stands in the text or the summary",
  },
  fix: {
    zh: "删掉它前后的几个字，重新输入；多半是从别处粘贴时带进来的",
    en: "Delete the characters around it and type them again; it often comes with pasted text",
  },
  message: () => ({
    zh: "这里有改变文字方向的隐藏字符，后面的文字可能会倒过来显示",
    en: "a hidden character here changes the direction of the text that follows",
  }),
});

export const hiddenMark = defineDiagnostic({
  code: "content/hidden-mark",
  severity: "warning",
  cause: {
    zh: "标签里混进了没有宽度的隐藏字符，已去掉",
    en: "A tag holds a hidden character without width; it was dropped",
  },
  fix: { zh: "删掉这个标签后重新输入", en: "Delete the tag and type it again" },
  message: (tag: string) => ({
    zh: `标签“${tag}”里有看不见的字符，已去掉`,
    en: `the tag “${tag}” held an invisible character, which was dropped`,
  }),
});

export const blankFirstLine = defineDiagnostic({
  code: "front-matter/blank-first-line",
  severity: "error",
  cause: { zh: "--- 之前有空行", en: "Blank lines stand before the first ---" },
  fix: { zh: "删掉最前面的空行，让 --- 成为第一行", en: "Delete them, so that --- is the first line" },
  message: () => ({
    zh: "文件开头是空行，--- 不在第一行",
    en: "the file starts with a blank line, so --- is not its first",
  }),
});

export const hiddenStart = defineDiagnostic({
  code: "front-matter/hidden-start",
  severity: "error",
  cause: {
    zh: "第一行的 --- 前面有看不见的字符或空格",
    en: "Spaces or invisible characters stand before the --- of the first line",
  },
  fix: {
    zh: "删掉第一行，重新输入三个英文减号 ---",
    en: "Delete the first line and type three hyphens --- again",
  },
  message: () => ({
    zh: "第一行的 --- 前面有看不见的字符或空格",
    en: "spaces or invisible characters stand before the --- of the first line",
  }),
});

export const noFrontMatter = defineDiagnostic({
  code: "front-matter/missing",
  severity: "error",
  cause: { zh: "文件第一行不是 ---", en: "The first line of the file is not ---" },
  fix: {
    zh: "第一行写 ---，接着写标题、日期等，再写一行 ---，然后是正文",
    en: "Start the file with a --- line, then title, date and so on, another --- line, then the text",
  },
  message: () => ({
    zh: "文件开头没有 --- 包起来的标题、日期等",
    en: "the file does not start with front matter between --- lines",
  }),
});

export const wrongFence = defineDiagnostic({
  code: "front-matter/fence",
  severity: "error",
  cause: { zh: "--- 这一行写了别的东西", en: "A --- line holds something else" },
  fix: { zh: "这一行只写三个英文减号 ---", en: "Write three hyphens --- and nothing else on this line" },
  message: (line: string) => ({
    zh: `这一行应当只有 ---，现在是“${line}”`,
    en: `this line should be --- alone, but is “${line}”`,
  }),
});

export const unclosed = defineDiagnostic({
  code: "front-matter/unclosed",
  severity: "error",
  cause: { zh: "开头的设置没有用 --- 收尾", en: "The front matter has no closing --- line" },
  fix: {
    zh: "在标题、日期等之后、正文之前，单独加一行 ---",
    en: "Add a line --- after the last key, before the text",
  },
  message: () => ({ zh: "开头的 --- 没有收尾", en: "the front matter has no closing --- line" }),
});

export const readAsMeant = defineDiagnostic({
  code: "front-matter/read-as-meant",
  severity: "warning",
  cause: { zh: "写法有小毛病，已按原意读取", en: "A small slip was read as it was meant" },
  fix: { zh: "照提示改成规范的写法", en: "Write it in the form shown" },
  message: (slip: keyof typeof SLIPS, _form: string) => SLIPS[slip],
  hint: (_slip, form) => ({ zh: `写成 ${form}`, en: `write ${form}` }),
});

const SLIPS = {
  colon: {
    zh: "名字后面用了全角冒号，已按半角读取",
    en: "a full-width colon stands after the key; it was read as a colon",
  },
  comma: {
    zh: "列表里用了全角逗号或顿号，已按英文逗号读取",
    en: "the list has full-width commas; they were read as commas",
  },
  unquoted: {
    zh: "文字里有冒号和空格却没有加引号，已按整段文字读取",
    en: "the text holds a colon and a space without quotes; it was read whole",
  },
  brackets: {
    zh: "几项写在一起却没有加方括号，已按列表读取",
    en: "several items stand without brackets; they were read as a list",
  },
  blank: {
    zh: "冒号后面不是普通的空格（像是从网页或文档里粘贴来的），已照常读取",
    en: "the space after the colon is not a plain one; it was read as if it were",
  },
  braces: {
    zh: "大括号里用了全角的冒号或逗号，已按半角读取",
    en: "the braces hold full-width colons or commas; they were read as plain ones",
  },
  space: {
    zh: "冒号后面少了一个空格，已照常读取",
    en: "a space is missing after the colon; it was read as if there",
  },
} as const;

export const cutByHash = defineDiagnostic({
  code: "front-matter/cut-by-hash",
  severity: "warning",
  cause: {
    zh: "空格加 # 之后的文字被当作注释丢掉了",
    en: "Text after a space and # was dropped as a comment",
  },
  fix: { zh: "用英文双引号把整段文字括起来", en: "Put the whole text in double quotes" },
  message: (key: string, lost: string, _kept: string, _wantsList: boolean) => ({
    zh: `“${key}”里“#${lost}”被当作注释丢掉了`,
    en: `“#${lost}” in “${key}” was dropped as a comment`,
  }),
  hint: (key, lost, kept, wantsList) => {
    const items = `${kept} ${lost}`.split(/[#\s,，、]+/).filter((item) => item !== "");
    const form = wantsList ? `[${items.join(", ")}]` : undefined;
    return form === undefined
      ? { zh: "用英文双引号把整段文字括起来", en: "put the whole text in double quotes" }
      : { zh: `不用 #，写成 ${key}: ${form}`, en: `write ${key}: ${form}, without #` };
  },
});

export const unreadableDate = defineDiagnostic({
  code: "date/unreadable",
  severity: "error",
  cause: { zh: "日期的写法读不懂", en: "The date cannot be read" },
  fix: { zh: "写成 2026-02-09 或 2026-02-09 10:30", en: "Write 2026-02-09 or 2026-02-09 10:30" },
  message: (written: string) => ({
    zh: `日期“${written}”读不懂`,
    en: `the date “${written}” cannot be read`,
  }),
  hint: (written) => {
    const form = usualForm(written) ?? "2026-02-09 或 2026-02-09 10:30";
    return { zh: `写成 ${form}`, en: `write ${form.replace(" 或 ", " or ")}` };
  },
});

export const flagOrDate = defineDiagnostic({
  code: "date/flag-or-date",
  severity: "error",
  cause: { zh: "这里要写“是”“否”或者一个日期", en: "Yes, no or a date is wanted here" },
  fix: {
    zh: "写“是”，或者写到哪一天为止，例如 2026-02-09",
    en: "Write true, or the day until which it holds, such as 2026-02-09",
  },
  message: (key: string, written: string) => ({
    zh: `“${key}”里的“${written}”读不懂`,
    en: `“${written}” in “${key}” cannot be read`,
  }),
});

export const impossibleDate = defineDiagnostic({
  code: "date/impossible",
  severity: "error",
  cause: { zh: "没有这一天或这个时刻", en: "There is no such day or time" },
  fix: { zh: "核对年、月、日和时间", en: "Check the day and the time" },
  message: (written: string, isFileName = false) => ({
    zh: `${isFileName ? "文件名里的" : ""}日期“${written}”不存在`,
    en: `there is no such day or time as “${written}”${isFileName ? ", with which the file name starts" : ""}`,
  }),
  hint: (_written, isFileName = false) =>
    isFileName
      ? {
          zh: "改正文件名开头的日期，或者在文章里加一行“日期: …”",
          en: "correct the file name, or add “date: …” to the article",
        }
      : { zh: "核对年、月、日和时间", en: "check the day and the time" },
});

export const missingDate = defineDiagnostic({
  code: "date/missing",
  severity: "error",
  cause: { zh: "文章没有日期", en: "The article has no date" },
  fix: {
    zh: "加一行“日期: 2026-02-09 10:30”，或者让文件名以日期开头",
    en: "Add “date: 2026-02-09 10:30”, or start the file name with a date",
  },
  message: (isEmpty = false) =>
    isEmpty
      ? {
          zh: "“日期”后面是空的，文件名也不以日期开头",
          en: "nothing follows “date”, nor does the file name start with one",
        }
      : {
          zh: "文章没有日期，文件名也不以日期开头",
          en: "the article has no date, nor does its file name start with one",
        },
  hint: (isEmpty = false) =>
    isEmpty
      ? {
          zh: "在冒号后面写上日期，例如 日期: 2026-02-09",
          en: "write it after the colon, such as date: 2026-02-09",
        }
      : {
          zh: "加一行“日期: 2026-02-09 10:30”，或者让文件名以日期开头",
          en: "add “date: 2026-02-09 10:30”, or start the file name with a date",
        },
});

export const nameDateImpossible = defineDiagnostic({
  code: "date/name-impossible",
  severity: "warning",
  cause: {
    zh: "文件名开头的日期不存在（文章里另写了日期，以它为准）",
    en: "The file name starts with a day that does not exist; the article's own date was taken",
  },
  fix: { zh: "改正文件名开头的日期", en: "Correct the date in the file name" },
  message: (written: string, _better: string) => ({
    zh: `文件名开头的“${written}”不存在，已按文章里的日期读取`,
    en: `there is no such day as “${written}”, with which the file name starts; the article's own date was taken`,
  }),
  hint: (_written, better) => ({ zh: `文件改名为 ${better}`, en: `rename the file to ${better}` }),
});

export const nameDateUnread = defineDiagnostic({
  code: "date/name-unread",
  severity: "warning",
  cause: {
    zh: "文件名开头像是日期，写法却读不懂，会留在网址里",
    en: "The file name starts with what looks like a date in a form that is not read; it becomes a part of the address",
  },
  fix: {
    zh: "文件改名，开头写成 2026-02-09-；已经发布、网址不想变的，加一行“网址: …”，写文件名原来的名字",
    en: "Start the file name with 2026-02-09-; to keep an address, add “slug: …” with the name as it was",
  },
  message: (_better: string, _kept: string | undefined) => ({
    zh: "文件名开头像是日期，却没有当作日期来读，会留在网址里",
    en: "the file name starts with what looks like a date but is not read as one; it becomes a part of the address",
  }),
  hint: (better, kept) =>
    kept === undefined
      ? { zh: `文件改名为 ${better}`, en: `rename the file to ${better}` }
      : {
          zh: `文件改名为 ${better}；已经发布、网址不想变的，加一行“网址: ${kept}”`,
          en: `rename the file to ${better}; to keep its address, add “slug: ${kept}”`,
        },
});

export const nameBlank = defineDiagnostic({
  code: "content/name-blank",
  severity: "warning",
  cause: {
    zh: "文件名里有空格，网址里也就有空格，转发时容易断开",
    en: "The file name holds blanks, and so does the address, which breaks where it is shared",
  },
  fix: {
    zh: "文件改名，空格换成连字符 -",
    en: "Rename the file with hyphens for the blanks",
  },
  message: (_better: string) => ({
    zh: "文件名里有空格，网址里也就有空格，转发时容易断开",
    en: "the file name holds blanks, and so does the address, which breaks where it is shared",
  }),
  hint: (better) => ({ zh: `文件改名为 ${better}`, en: `rename the file to ${better}` }),
});

export const farFromName = defineDiagnostic({
  code: "date/far-from-name",
  severity: "warning",
  cause: {
    zh: "日期和文件名开头的日期差三个多月，多半有一个写错了年份或月份",
    en: "The date lies more than three months from that of the file name",
  },
  fix: {
    zh: "核对年份和月份；如果没写错，改文件名",
    en: "Check the year and the month; where they are right, rename the file",
  },
  message: (date: string, named: string) => ({
    zh: `日期是 ${date}，文件名却是 ${named}，差得很远`,
    en: `the date is ${date}, but the file name says ${named}`,
  }),
});

export const oddYear = defineDiagnostic({
  code: "date/odd-year",
  severity: "warning",
  cause: {
    zh: "日期的年份在 1900 年以前或 2100 年以后，多半写错了",
    en: "The date lies before 1900 or after 2100",
  },
  fix: { zh: "核对年份", en: "Check the year" },
  message: (date: string) => ({
    zh: `日期是 ${date}，年份多半写错了`,
    en: `the date is ${date}; the year is hardly meant`,
  }),
});

export const farFromDate = defineDiagnostic({
  code: "date/far-embargo",
  severity: "warning",
  cause: {
    zh: "发布时间比文章的日期晚两年多，多半有一个写错了年份",
    en: "The article waits more than two years after its date",
  },
  fix: { zh: "核对“发布时间”和“日期”的年份", en: "Check the years of publishAt and of the date" },
  message: (written: string, date: string) => ({
    zh: `发布时间 ${written} 比文章的日期 ${date} 晚两年多`,
    en: `publishAt, ${written}, is more than two years after the date, ${date}`,
  }),
});

export const neverShown = defineDiagnostic({
  code: "date/never-shown",
  severity: "warning",
  cause: {
    zh: "下线时间不晚于发布时间，文章一直不会出现",
    en: "The article expires before it is published, so it is never shown",
  },
  fix: {
    zh: "核对“下线时间”和“日期”“发布时间”",
    en: "Check expires against date and publishAt",
  },
  message: () => ({
    zh: "下线时间比发布的时间还早，这篇文章一直不会出现",
    en: "it expires before it is published, so it is never shown",
  }),
});

export const beforeDate = defineDiagnostic({
  code: "date/before-date",
  severity: "warning",
  cause: {
    zh: "更新或更正的日期比文章的日期还早",
    en: "An update or a correction is dated before the article itself",
  },
  fix: { zh: "核对这两个日期", en: "Check the two dates" },
  message: (written: string, date: string) => ({
    zh: `这里写的 ${written} 比文章的日期 ${date} 还早`,
    en: `${written} is earlier than the article's date, ${date}`,
  }),
});

export const twoNames = defineDiagnostic({
  code: "content/two-names",
  severity: "warning",
  cause: {
    zh: "记者或通讯员的名字里有空格，像是几个人写在了一起",
    en: "A name of a reporter or correspondent holds a blank, as if it were several people's",
  },
  fix: {
    zh: "几个人写成 [张三, 李四]；是一个人就去掉空格",
    en: "Write several people as [张三, 李四]; take the blank out of one's name",
  },
  message: (name: string, _isAlone: boolean) => ({
    zh: `“${name}”当成了一个人的名字，是不是几个人？`,
    en: `“${name}” was taken for one person; are they several?`,
  }),
  hint: (name, isAlone) => {
    const names = name.replaceAll(" ", ", ");
    const form = isAlone ? `[${names}]` : names;
    return {
      zh: `是几个人就写成 ${form}；是一个人就去掉空格`,
      en: `write several people as ${form}; take the blank out of one's name`,
    };
  },
});

export const noText = defineDiagnostic({
  code: "content/no-text",
  severity: "warning",
  cause: { zh: "文章只有标题，没有正文", en: "The article has a title but no text" },
  fix: {
    zh: "写上正文；还没写好就加一行“草稿: 是”",
    en: "Write it, or add “draft: true” until it is written",
  },
  message: () => ({ zh: "这篇文章没有正文", en: "this article has no text" }),
});

export const badSlug = defineDiagnostic({
  code: "content/slug",
  severity: "error",
  cause: {
    zh: "网址里有不能用的字符，或是系统保留的名字",
    en: "The slug holds a character that cannot stand in an address, or is a reserved name",
  },
  fix: {
    zh: "只用汉字、英文字母、数字和连字符 -；con、nul、com1 这样的名字留给了系统",
    en: "Use letters, digits, Han characters and hyphens; names such as con, nul and com1 belong to the system",
  },
  message: (slug: string, _isFileName = false) => ({
    zh: `“${slug}”不能用作网址`,
    en: `“${slug}” cannot be a slug`,
  }),
  hint: (_slug, isFileName = false) =>
    isFileName
      ? {
          zh: "给文件改名，或者加一行“网址: …”；只用汉字、英文字母、数字和连字符 -，不用 con、nul 这样的系统名",
          en: "rename the file or add “slug: …”: letters, digits, Han characters and hyphens, but no name of the system's such as con or nul",
        }
      : {
          zh: "只用汉字、英文字母、数字和连字符 -，不带空格和 .html，不用 con、nul 这样的系统名",
          en: "use letters, digits, Han characters and hyphens, without spaces and .html, but no name of the system's such as con or nul",
        },
});

export const badLayout = defineDiagnostic({
  code: "content/layout",
  severity: "error",
  cause: { zh: "版式的名字写错了", en: "The name of the layout is wrong" },
  fix: {
    zh: "只写 templates/pages/ 里模板的名字，不带路径和 .hbs",
    en: "Write the name of a template in templates/pages/, without path and .hbs",
  },
  message: (written: string) => ({
    zh: `“${written}”不是版式的名字`,
    en: `“${written}” is not the name of a layout`,
  }),
});

export const sectionKey = defineDiagnostic({
  code: "content/section-key",
  severity: "warning",
  cause: {
    zh: "开头写了栏目，而稿件属于哪个栏目只看它在哪个文件夹",
    en: "The front matter names a section; an article's section is the folder that it stands in",
  },
  fix: {
    zh: "把稿件放进栏目的文件夹，删掉这一行",
    en: "Move the article to the section's folder and delete this line",
  },
  message: (key: string) => ({
    zh: `“${key}”不用写：稿件放在哪个文件夹，就属于哪个栏目`,
    en: `“${key}” has no effect: an article's section is the folder that it stands in`,
  }),
});

export const publishKey = defineDiagnostic({
  code: "content/publish-key",
  severity: "error",
  cause: {
    zh: "写了“发布”“公开”“状态”之类，而没有这一项：不是草稿的稿件都会发布",
    en: "A key says whether to publish; there is none such, and whatever is no draft is published",
  },
  fix: {
    zh: "要发布就删掉这一行；暂不发布，换成“草稿: 是”；文章到时间再发布，换成“发布时间: 2026-02-09 18:00”",
    en: "Delete the line to publish; write “draft: true” to wait, or in an article “publishAt: 2026-02-09 18:00” for a time",
  },
  message: (key: string) => ({
    zh: `没有“${key}”这一项：不是草稿的稿件都会发布`,
    en: `there is no key “${key}”: whatever is no draft is published`,
  }),
});

export const withdrawnKey = defineDiagnostic({
  code: "content/withdrawn-key",
  severity: "error",
  cause: {
    zh: "撤稿的日期或原因单独写了一行",
    en: "The date or the reason of a withdrawal stands in a line of its own",
  },
  fix: {
    zh: "并成一行“撤稿: {日期: 2026-02-10, 原因: …}”，删掉这一行",
    en: "Put both into one line “withdrawn: {date: 2026-02-10, reason: …}” and delete this one",
  },
  message: (key: string) => ({
    zh: `“${key}”不能单独写，要写在“撤稿”里`,
    en: `“${key}” cannot stand alone; it belongs into withdrawn`,
  }),
});

export const badAlias = defineDiagnostic({
  code: "content/alias",
  severity: "error",
  cause: {
    zh: "旧网址不是以 / 开头的站内路径",
    en: "An old address is not a path of this site that starts with /",
  },
  fix: {
    zh: "写成 /html/2019/a.html 这样的路径，不带域名，也不带 ? 和 #",
    en: "Write a path such as /html/2019/a.html, without host, ? or #",
  },
  message: (written: string) => ({
    zh: `旧网址“${written}”应是以 / 开头的站内路径`,
    en: `the old address “${written}” should be a path that starts with /`,
  }),
});

export const badPath = defineDiagnostic({
  code: "content/path",
  severity: "error",
  cause: { zh: "文件或文件夹的名字不能用", en: "The name of the file or folder cannot be used" },
  fix: {
    zh: '改名：不要用 \\ < > : " | ? *、控制字符和结尾的点，文件夹也不要用 # 和 %；con、nul、aux 这样的名字留给了系统',
    en: 'Rename it: none of \\ < > : " | ? *, no control character or trailing dot, in a folder neither # nor %; names such as con, nul and aux belong to the system',
  },
  message: (name: string) => ({
    zh: `“${name}”不能用作文件或文件夹的名字`,
    en: `“${name}” cannot be the name of a file or folder`,
  }),
});

export const outsideLink = defineDiagnostic({
  code: "content/outside-link",
  severity: "error",
  cause: {
    zh: "快捷方式（符号链接）指向 content 之外，或指向不存在的地方",
    en: "A symbolic link leads out of content/ or nowhere",
  },
  fix: { zh: "把文件本身放进来，不要用快捷方式", en: "Put the file itself here instead of a link" },
  message: () => ({
    zh: "这个符号链接指向 content 之外，或指向不存在的地方",
    en: "this symbolic link leads out of content/ or nowhere",
  }),
});

export const linkLoop = defineDiagnostic({
  code: "content/link-loop",
  severity: "warning",
  cause: {
    zh: "符号链接指回了上层的文件夹",
    en: "A symbolic link leads back to a folder in which it stands",
  },
  fix: { zh: "删掉这个链接", en: "Delete the link" },
  message: () => ({
    zh: "这个符号链接指回了上层的文件夹，没有再进去",
    en: "this symbolic link leads back to a folder in which it stands; it was not followed",
  }),
});

export const notAFile = defineDiagnostic({
  code: "content/not-a-file",
  severity: "error",
  cause: { zh: "这不是普通文件", en: "This is not an ordinary file" },
  fix: { zh: "删掉它", en: "Remove it" },
  message: () => ({ zh: "这不是普通文件", en: "this is not an ordinary file" }),
});

export const strayFile = defineDiagnostic({
  code: "content/stray-file",
  severity: "warning",
  cause: { zh: "文章不在任何栏目里，不会发布", en: "The article stands in no section and is not published" },
  fix: {
    zh: "把它移到栏目的文件夹里；不是新闻的页面放到 pages/",
    en: "Move it to a section's folder; a page that is not news goes to pages/",
  },
  message: (_isIndex: boolean) => ({
    zh: "这个文件不在栏目文件夹里，不会发布",
    en: "this file stands in no section's folder and is not published",
  }),
  hint: (isIndex) =>
    isIndex
      ? {
          zh: "栏目的介绍写在 _index.md 里；是文章就放进栏目里的文件夹",
          en: "a section's introduction is called _index.md; an article goes to a folder of its own in the section",
        }
      : {
          zh: "把它移到栏目的文件夹里；不是新闻的页面放到 pages/",
          en: "move it to a section's folder; a page that is not news goes to pages/",
        },
});

export const notMarkdown = defineDiagnostic({
  code: "content/not-markdown",
  severity: "warning",
  cause: {
    zh: "文章的文件名不是以 .md 结尾，不会发布",
    en: "A text's name does not end with .md; it is not published",
  },
  fix: {
    zh: "改名，以小写的 .md 结尾；Windows 上先在“查看”里勾选“文件扩展名”",
    en: "Rename it so that it ends with .md in small letters; on Windows, show file name extensions first",
  },
  message: (name: string) => ({
    zh: `“${name}”不是以 .md 结尾，不会发布`,
    en: `“${name}” does not end with .md and is not published`,
  }),
});
