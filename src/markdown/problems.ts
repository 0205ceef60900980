import { defineDiagnostic } from "../model/diagnostic.ts";

export const tooLarge = defineDiagnostic({
  code: "markdown/too-large",
  severity: "error",
  cause: { zh: "正文超过 1 MB", en: "The text is larger than 1 MB" },
  fix: {
    zh: "拆成几篇，或者看看是不是把图片之类的东西粘贴成了文字",
    en: "Split it into several articles, or look for a picture that was pasted as text",
  },
  message: () => ({ zh: "正文超过 1 MB，没有处理", en: "the text is larger than 1 MB and was not read" }),
});

export const tooDeep = defineDiagnostic({
  code: "markdown/too-deep",
  severity: "error",
  cause: {
    zh: "引用、列表、加粗或标签套了太多层",
    en: "Quotes, lists, emphasis or tags stand too many levels inside one another",
  },
  fix: {
    zh: "找一找成串的 >、-、* 或没有关上的标签，删掉多余的",
    en: "Look for runs of >, - or *, or for tags that are never closed, and delete what is not needed",
  },
  message: () => ({
    zh: "引用、列表、加粗或标签套的层数太多，没有处理",
    en: "quotes, lists, emphasis or tags are nested too deeply; the text was not read",
  }),
});

export const tooTangled = defineDiagnostic({
  code: "markdown/too-tangled",
  severity: "error",
  cause: {
    zh: "同一段里有成千上万个 *、_、[、< 之类的符号",
    en: "One paragraph holds thousands of signs such as *, _, [ or <",
  },
  fix: {
    zh: "看看是不是粘贴进了乱码；是代码或数据的话，分成几段",
    en: "Look for pasted garbage; if it is code or data, split it into several paragraphs",
  },
  message: () => ({
    zh: "正文里的特殊符号太多，像是乱码，没有处理",
    en: "the text holds too many special signs and looks like garbage; it was not read",
  }),
});

export const unknownBlock = defineDiagnostic({
  code: "markdown/unknown-block",
  severity: "warning",
  cause: { zh: "::: 后面的名字不认识", en: "The name after ::: is not known" },
  fix: {
    zh: "可以写的有 :::更正、:::图集、::视频{src=…}",
    en: "Use :::correction, :::gallery or ::video{src=…}",
  },
  message: (name: string, _nearest?: string) => ({
    zh: `不认识“${name}”这种块，里面的内容当作普通正文`,
    en: `there is no block called “${name}”; its content is shown as ordinary text`,
  }),
  hint: (_name: string, nearest?: string) =>
    nearest === undefined ? undefined : { zh: `是想写 ${nearest} 吗`, en: `did you mean ${nearest}` },
});

export const unclosedBlock = defineDiagnostic({
  code: "markdown/unclosed-block",
  severity: "warning",
  cause: { zh: "::: 开的块没有用 ::: 收尾", en: "A block opened with ::: is never closed" },
  fix: {
    zh: "在块的最后单独加一行 :::，冒号要一样多",
    en: "Add a line of its own with ::: where the block ends, with as many colons",
  },
  message: (name: string) => ({
    zh: `“:::${name}”没有收尾，后面的内容都算进去了`,
    en: `“:::${name}” is never closed, so everything after it belongs to it`,
  }),
});

export const unreadBlock = defineDiagnostic({
  code: "markdown/unread-block",
  severity: "warning",
  cause: {
    zh: "像是 :::更正 这样的块，但是写法不对",
    en: "A line looks like a block such as :::correction, but cannot be read as one",
  },
  fix: {
    zh: "用英文冒号和英文花括号，名字紧跟冒号，前后都不加空格，例如 :::更正{日期=2026-02-09}，单独占一行",
    en: "Use half-width colons and braces, with no space after the colons, on a line of its own: :::correction{date=2026-02-09}",
  },
  message: (line: string) => ({
    zh: `“${line}”没有当作块，原样显示在正文里`,
    en: `“${line}” is not read as a block and shows as it is`,
  }),
});

export const unknownBlockKey = defineDiagnostic({
  code: "markdown/unknown-block-key",
  severity: "warning",
  cause: { zh: "花括号里的名字不认识", en: "A name in the braces is not known" },
  fix: {
    zh: "更正写 日期；视频写 src（地址）、title（标题）、poster（封面）",
    en: "A correction takes date; a video takes src, title and poster",
  },
  message: (name: string, block: string) => ({
    zh: `“${block}”里没有“${name}”这一项，没有用到`,
    en: `“${block}” has no “${name}”; it was not used`,
  }),
});

export const correctionDate = defineDiagnostic({
  code: "markdown/correction-date",
  severity: "warning",
  cause: { zh: "更正的日期看不懂", en: "The date of a correction cannot be read" },
  fix: { zh: "写成 :::更正{日期=2026-02-09}", en: "Write :::correction{date=2026-02-09}" },
  message: (written: string) => ({
    zh: `更正的日期“${written}”看不懂，没有显示`,
    en: `the correction's date “${written}” cannot be read and is not shown`,
  }),
});

export const galleryContent = defineDiagnostic({
  code: "markdown/gallery-content",
  severity: "warning",
  cause: { zh: "图集里没有图片，或者有图片以外的东西", en: "A gallery holds no pictures, or something else" },
  fix: {
    zh: '图集里只放图片，一行一张：![说明](photo.jpg "图注")；文字写在图集外面',
    en: 'Put only pictures into a gallery, one a line: ![words](photo.jpg "caption"); write text outside it',
  },
  message: (isEmpty: boolean) =>
    isEmpty
      ? { zh: "图集里没有图片", en: "the gallery holds no pictures" }
      : {
          zh: "图集里有图片以外的内容，已挪到图集后面",
          en: "what is not a picture was moved behind the gallery",
        },
});

export const videoAddress = defineDiagnostic({
  code: "markdown/video-address",
  severity: "warning",
  cause: { zh: "视频没有写地址", en: "A video has no address" },
  fix: { zh: "写成 ::视频{src=video.mp4 title=标题}", en: "Write ::video{src=video.mp4 title=Title}" },
  message: () => ({ zh: "视频没有写地址，没有显示", en: "the video has no address and is not shown" }),
});

export const foreignMedia = defineDiagnostic({
  code: "markdown/foreign-media",
  severity: "warning",
  cause: {
    zh: "图片或视频放在别的网站，site.yaml 的 media.hosts 里没有这个网站",
    en: "A picture or video comes from a host that media.hosts in site.yaml does not list",
  },
  fix: {
    zh: "把文件下载到文章旁边再用；确实要用外站的，请管理员把域名加进 site.yaml 的 media.hosts",
    en: "Put the file beside the article, or ask for the host to be added to media.hosts in site.yaml",
  },
  message: (kind: "picture" | "video", host: string) => ({
    zh:
      kind === "picture"
        ? `图片来自外站 ${host}，没有显示，只留下说明文字`
        : `视频来自外站 ${host}，已改成普通链接`,
    en:
      kind === "picture"
        ? `the picture comes from ${host} and is not shown; its words stay`
        : `the video comes from ${host} and was turned into a link`,
  }),
});

export const missingAlt = defineDiagnostic({
  code: "markdown/missing-alt",
  severity: "warning",
  cause: { zh: "图片没有说明文字", en: "A picture has no words that describe it" },
  fix: {
    zh: "在方括号里用一句话写图上有什么：![云河大桥合龙现场](photo.jpg)",
    en: "Say in the brackets what the picture shows: ![The bridge is closed](photo.jpg)",
  },
  message: (src: string) => ({
    zh: `图片“${src}”没有说明文字，看不见图的读者不知道上面有什么`,
    en: `the picture “${src}” has no words for readers who cannot see it`,
  }),
});

export const unsafeAddress = defineDiagnostic({
  code: "markdown/unsafe-address",
  severity: "warning",
  cause: {
    zh: "链接或图片的地址不安全，或者开头看不懂",
    en: "The address of a link or picture is unsafe, or its beginning is not known",
  },
  fix: {
    zh: "地址用 https://、http://、mailto:、tel: 开头，或者写站内的路径",
    en: "Start it with https://, http://, mailto: or tel:, or write a path of this site",
  },
  message: (scheme: string) => ({
    zh: `地址以“${scheme}:”开头，已去掉，文字保留`,
    en: `the address starts with “${scheme}:” and was removed; its words stay`,
  }),
});

export const emptyAddress = defineDiagnostic({
  code: "markdown/empty-address",
  severity: "warning",
  cause: { zh: "链接或图片没有写地址", en: "A link or picture has no address" },
  fix: {
    zh: "在圆括号里写上地址：[文字](地址)",
    en: "Write the address in the parentheses: [words](address)",
  },
  message: (kind: "link" | "picture") =>
    kind === "link"
      ? { zh: "链接没有写地址，只留下文字", en: "the link has no address; only its words stay" }
      : { zh: "图片没有写地址，没有显示", en: "the picture has no address and is not shown" },
});

export const missingScheme = defineDiagnostic({
  code: "markdown/missing-scheme",
  severity: "warning",
  cause: { zh: "外站的地址没有写 https://", en: "An address elsewhere lacks its https://" },
  fix: { zh: "在地址前面加上 https://", en: "Write https:// before the address" },
  message: (target: string) => ({
    zh: `“${target}”前面没有写 https://，已按外站地址处理`,
    en: `“${target}” lacks its https:// and is read as an address elsewhere`,
  }),
});

export const removedElement = defineDiagnostic({
  code: "markdown/removed-element",
  severity: "warning",
  cause: { zh: "正文里有不允许的 HTML 标签", en: "The text holds an HTML tag that is not allowed" },
  fix: {
    zh: "删掉这个标签；加粗、链接、图片、表格都可以用 Markdown 写，视频用 ::视频{src=…}",
    en: "Delete the tag; bold, links, pictures and tables can be written in Markdown, a video as ::video{src=…}",
  },
  message: (tag: string, isStripped: boolean) => ({
    zh: isStripped ? `<${tag}> 不能用，连同里面的内容去掉了` : `<${tag}> 不能用，已去掉，里面的文字保留`,
    en: isStripped
      ? `<${tag}> is not allowed and was removed with what it holds`
      : `<${tag}> is not allowed and was removed; its words stay`,
  }),
});

export const removedAttribute = defineDiagnostic({
  code: "markdown/removed-attribute",
  severity: "warning",
  cause: {
    zh: "HTML 标签上有不允许的属性，例如 style、class、onclick",
    en: "An HTML tag carries an attribute that is not allowed, such as style, class or onclick",
  },
  fix: {
    zh: "删掉这个属性；样式由网站模板统一管",
    en: "Delete the attribute; the look of the page belongs to the templates",
  },
  message: (attribute: string, tag: string) => ({
    zh: `<${tag}> 上的 ${attribute} 不能用，已去掉`,
    en: `${attribute} on <${tag}> is not allowed and was removed`,
  }),
});

export const unclosedComment = defineDiagnostic({
  code: "markdown/unclosed-comment",
  severity: "error",
  cause: { zh: "注释 <!-- 没有用 --> 收尾", en: "A comment that starts with <!-- is never closed with -->" },
  fix: {
    zh: "在注释的最后写上 -->，两个半角减号加一个 >，例如 <!-- 待核实 -->",
    en: "Write -->, two hyphens and a >, where the comment ends: <!-- to be checked -->",
  },
  message: (isShown: boolean) =>
    isShown
      ? {
          zh: "注释 <!-- 在这一段里没有用 --> 收尾，会原样显示给读者",
          en: "the comment is not closed with --> in its paragraph, so readers would see it",
        }
      : {
          zh: "注释 <!-- 没有用 --> 收尾，从这里往后的内容读者都看不到",
          en: "the comment is never closed with -->, so readers would see nothing of what follows",
        },
});

export const unclosedTag = defineDiagnostic({
  code: "markdown/unclosed-tag",
  severity: "error",
  cause: {
    zh: "<script>、<style>、<textarea>、<?、<![CDATA[ 这样的 HTML 没有收尾",
    en: "HTML such as <script>, <style>, <textarea>, <? or <![CDATA[ is never closed",
  },
  fix: { zh: "用不着就删掉，用得着就补上收尾", en: "Delete it, or close it" },
  message: (opening: string, closing: string) => ({
    zh: `“${opening}”没有用“${closing}”收尾，从这里往后的内容会丢失或者走样`,
    en: `“${opening}” is never closed with “${closing}”, so what follows is lost or spoilt`,
  }),
  hint: (opening: string, closing: string) => ({
    zh: `这类标签不会发布，删掉“${opening}”这一处就行；要把它当文字写给读者看，放进反引号里`,
    en: `nothing of the kind is published: delete it here (up to “${closing}”, where there is one), or put it into backticks to show it`,
  }),
});

export const unclosedCode = defineDiagnostic({
  code: "markdown/unclosed-code",
  severity: "warning",
  cause: {
    zh: "代码块只有开头的 ```，没有收尾的 ```",
    en: "A block of code has its first ```, but not its last",
  },
  fix: {
    zh: "在代码结束的地方单独加一行 ```；不是代码就删掉开头的 ```",
    en: "Add a line of its own with ``` where the code ends, or delete the first ```",
  },
  message: (closing: string) => ({
    zh: `代码块没有用 ${closing} 收尾，后面的内容都当作代码显示`,
    en: `the code is never closed with ${closing}, so everything after it shows as code`,
  }),
  hint: (closing: string) => ({
    zh: `在代码结束的地方单独加一行 ${closing}；不是代码就删掉开头的记号`,
    en: `add a line of its own with ${closing} where the code ends, or delete the sign that opens it`,
  }),
});

export const mergeConflict = defineDiagnostic({
  code: "markdown/merge-conflict",
  severity: "error",
  cause: {
    zh: "正文里有没有解决完的 Git 合并冲突",
    en: "The text holds a git merge conflict that nobody resolved",
  },
  fix: {
    zh: "两个版本留下一个，再删掉 <<<<<<<、=======、>>>>>>> 这三行",
    en: "Keep one of the two versions and delete the three lines <<<<<<<, ======= and >>>>>>>",
  },
  message: (isLeftOver: boolean) =>
    isLeftOver
      ? {
          zh: "这一行是 Git 合并冲突留下的记号，没有删干净",
          en: "this line was left over from a git merge conflict",
        }
      : {
          zh: "这里有没有解决完的合并冲突，两个人改的内容混在一起了",
          en: "a merge conflict was left unresolved here: two versions of the text stand side by side",
        },
  hint: (isLeftOver: boolean) =>
    isLeftOver
      ? {
          zh: "删掉这一行，再看看前后有没有重复或者该删的内容",
          en: "Delete the line, and look whether the text around it stands twice",
        }
      : {
          zh: "两个版本留下一个，再删掉 <<<<<<<、=======、>>>>>>> 这三行",
          en: "Keep one of the two versions and delete the three lines <<<<<<<, ======= and >>>>>>>",
        },
});

export const unreadHeading = defineDiagnostic({
  code: "markdown/unread-heading",
  severity: "warning",
  cause: {
    zh: "像是小标题，但 # 后面没有空格，或者用了全角的 ＃",
    en: "A line looks like a heading, but lacks the space after # or has a full-width ＃",
  },
  fix: {
    zh: "用半角的 #，后面加一个半角空格：## 小标题",
    en: "Use half-width signs with a space after them: ## Heading",
  },
  message: (line: string) => ({
    zh: `“${line}”没有当作小标题，# 会原样显示在正文里`,
    en: `“${line}” is not read as a heading and shows as it is`,
  }),
});

export const unreadStrong = defineDiagnostic({
  code: "markdown/unread-strong",
  severity: "warning",
  cause: { zh: "加粗的 ** 里面多了空格", en: "A blank stands inside the ** of bold words" },
  fix: {
    zh: "** 要紧贴文字，中间不加空格：**加粗**",
    en: "Put the ** right beside the words: **bold**",
  },
  message: (written: string, _meant: string) => ({
    zh: `“${written}”没有加粗，星号会原样显示`,
    en: `“${written}” is not bold and shows with its stars`,
  }),
  hint: (_written: string, meant: string) => ({
    zh: `去掉星号里面的空格，写成 ${meant}`,
    en: `take the blanks inside the stars out: ${meant}`,
  }),
});

export const unreadTable = defineDiagnostic({
  code: "markdown/unread-table",
  severity: "warning",
  cause: {
    zh: "像是表格，但表头下面少了 | --- | --- | 一行，或者用了全角的 ｜",
    en: "Lines look like a table, but lack the row | --- | --- | or have full-width bars",
  },
  fix: {
    zh: "竖线用半角的 |，在表头下面加一行 | --- | --- |，有几列就写几组",
    en: "Use half-width bars, and put a row | --- | --- | below the first, with one --- a column",
  },
  message: (_isIndented: boolean) => ({
    zh: "这几行像表格，但没有当作表格，竖线会原样显示",
    en: "these lines look like a table, but are not read as one and show as they are",
  }),
  hint: (isIndented: boolean) =>
    isIndented
      ? {
          zh: "删掉行首的全角空格，表格前后各空一行；竖线用半角的 |，表头下面要有 | --- | --- | 一行",
          en: "delete the full-width blanks before the lines, leave an empty line above and below, use half-width bars, and put a row | --- | --- | below the first",
        }
      : {
          zh: "竖线用半角的 |，在表头下面加一行 | --- | --- |，有几列就写几组",
          en: "Use half-width bars, and put a row | --- | --- | below the first, with one --- a column",
        },
});

export const unreadLink = defineDiagnostic({
  code: "markdown/unread-link",
  severity: "warning",
  cause: {
    zh: "像是图片或链接，但地址里有空格，或者用了全角的括号、引号、感叹号",
    en: "Words look like a picture or link, but the address holds a blank, or signs are full-width",
  },
  fix: {
    zh: "括号、引号、感叹号用半角的；地址里有空格就用尖括号括起来，或者给文件改名：![图](<微信 图片.webp>)",
    en: "Use half-width signs, and put an address with a blank into angle brackets or rename the file: ![words](<my photo.webp>)",
  },
  message: (written: string, _meant: string) => {
    const isPicture = /^[!！]/.test(written);
    return {
      zh: `“${written}”没有当作${isPicture ? "图片" : "链接"}，${isPicture ? "图片不会显示" : "会原样显示在正文里"}`,
      en: `“${written}” is not read as a ${isPicture ? "picture" : "link"}`,
    };
  },
  hint: (_written: string, meant: string) => ({
    zh: meant.includes("](<") ? `写成 ${meant}，或者给文件改个没有空格的名字` : `写成 ${meant}`,
    en: meant.includes("](<") ? `write ${meant}, or rename the file` : `write ${meant}`,
  }),
});

export const unreadFootnote = defineDiagnostic({
  code: "markdown/unread-footnote",
  severity: "warning",
  cause: { zh: "脚注只有编号，没有注文", en: "A footnote is called, but never written" },
  fix: {
    zh: "在文末另起一段写注文，冒号用半角的：[^1]: 注文",
    en: "Write it in a paragraph of its own, with a half-width colon: [^1]: words",
  },
  message: (name: string) => ({
    zh: `脚注 [^${name}] 没有注文，编号会原样显示`,
    en: `the footnote [^${name}] has no words, and its sign shows as it is`,
  }),
  hint: (name) => ({
    zh: `在文末另起一段写注文，冒号用半角的：[^${name}]: 注文`,
    en: `write it in a paragraph of its own, with a half-width colon: [^${name}]: words`,
  }),
});

export const unusedFootnote = defineDiagnostic({
  code: "markdown/unused-footnote",
  severity: "warning",
  cause: { zh: "写了脚注，正文里没有用到", en: "A footnote is written, but never called" },
  fix: {
    zh: "在正文要加注的地方写上编号，例如 [^1]；不要了就删掉注文",
    en: "Put its sign, such as [^1], where it belongs in the text, or delete it",
  },
  message: (name: string) => ({
    zh: `正文里没有用到脚注 [^${name}]，注文不会显示`,
    en: `nothing in the text calls the footnote [^${name}], so it is not shown`,
  }),
});

export const unusedDefinition = defineDiagnostic({
  code: "markdown/unused-definition",
  severity: "warning",
  cause: {
    zh: "以 [文字]: 开头的一行被当作链接的地址，正文里没有用到，不会显示",
    en: "A line that starts with [words]: is read as the address of a link that nothing uses, and is not shown",
  },
  fix: {
    zh: "是正文就用全角的方括号和冒号：［编者按］：…；是链接的地址，就在正文里写 [文字]，不要了就删掉",
    en: "If it is text, put a backslash before it: \\[Note]: …; if it is an address, write [words] in the text, or delete it",
  },
  message: (label: string, _isAddress: boolean) => ({
    zh: `以“[${label}]:”开头的这一行被当作链接的地址，正文里没有用到，读者看不到`,
    en: `the line that starts with “[${label}]:” is read as the address of a link that nothing uses, so readers do not see it`,
  }),
  hint: (label: string, isAddress: boolean) =>
    isAddress
      ? {
          zh: `要做成链接，就在正文里写上 [${label}]；不要了就删掉这一行；是正文就在前面加一个反斜杠：\\[${label}]: …`,
          en: `for a link, write [${label}] in the text; else delete the line; if it is text, put a backslash before it: \\[${label}]: …`,
        }
      : {
          zh: `是正文就用全角的方括号和冒号：［${label}］：…，或者在前面加一个反斜杠：\\[${label}]: …`,
          en: `if it is text, put a backslash before it: \\[${label}]: …`,
        },
});

export const definitionAddress = defineDiagnostic({
  code: "markdown/definition-address",
  severity: "warning",
  cause: {
    zh: "[1]: 后面写的是文字，被当作链接的地址，不会显示",
    en: "Words after [1]: are read as the address of a link and are not shown",
  },
  fix: {
    zh: "是注释就写成脚注：正文里写 [^1]，注文写 [^1]: 注文；是链接就在冒号后面写网址",
    en: "A note is written [^1] in the text and [^1]: words below; for a link, write an address after the colon",
  },
  message: (label: string, written: string) => ({
    zh: `“[${label}]: ${written}”被当作链接的地址，这些文字读者看不到，正文里的 [${label}] 会变成打不开的链接`,
    en: `“[${label}]: ${written}” is read as the address of a link: readers do not see the words, and [${label}] leads nowhere`,
  }),
  hint: (label: string, written: string) => ({
    zh: `是注释就写成脚注：正文里写 [^${label}]，这里写 [^${label}]: ${written}`,
    en: `a note is written [^${label}] in the text, and [^${label}]: ${written} here`,
  }),
});

export const repeatedDefinition = defineDiagnostic({
  code: "markdown/repeated-definition",
  severity: "warning",
  cause: {
    zh: "同一个名字定义了两次链接地址，只有第一次算数",
    en: "The address of a link is given twice under one name; only the first counts",
  },
  fix: { zh: "换一个名字，或者删掉一处", en: "Give it another name, or delete one of them" },
  message: (label: string, firstLine: number) => ({
    zh: `“[${label}]:”在第 ${firstLine} 行已经写过，这一行不算数，读者也看不到`,
    en: `“[${label}]:” stands in line ${firstLine} already; this one is not used`,
  }),
});

export const repeatedFootnote = defineDiagnostic({
  code: "markdown/repeated-footnote",
  severity: "warning",
  cause: {
    zh: "同一个编号写了两条脚注，只显示第一条",
    en: "Two footnotes have the same sign; only the first is shown",
  },
  fix: {
    zh: "给后一条换个编号，正文里对应的地方也一起改，例如 [^2]",
    en: "Give the later one a sign of its own, such as [^2], here and in the text",
  },
  message: (name: string, firstLine: number) => ({
    zh: `脚注 [^${name}] 在第 ${firstLine} 行已经有注文，这一条不会显示`,
    en: `the footnote [^${name}] has its words in line ${firstLine} already; these are not shown`,
  }),
});

export const lostCells = defineDiagnostic({
  code: "markdown/lost-cells",
  severity: "warning",
  cause: {
    zh: "表格里有一行的格数比表头多",
    en: "A row of a table has more cells than its first row",
  },
  fix: {
    zh: "表头和 | --- | 那一行也写够格数；竖线是格子里的文字，就写成 \\|",
    en: "Give the first row and the row | --- | as many cells; a bar inside a cell is written \\|",
  },
  message: (cells: number, columns: number) => ({
    zh: `这一行有 ${cells} 格，表头只有 ${columns} 格，从这里往后的格子不会显示`,
    en: `this row has ${cells} cells, the first one ${columns}; the cells from here on are not shown`,
  }),
});
