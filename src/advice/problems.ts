import { defineDiagnostic, type Text } from "../model/diagnostic.ts";

/* What `jianbao check` advises and a build passes over. */

export const similarTags = defineDiagnostic({
  code: "check/tag-form",
  severity: "warning",
  cause: {
    zh: "两个标签只差空格、引号之类，读者会看到两个页面",
    en: "Two tags differ in spaces or signs alone, and readers see two pages",
  },
  fix: {
    zh: "统一写法，或者在 tags.yaml 里把一个写成另一个的别名",
    en: "Write one of them everywhere, or make it an alias of the other in tags.yaml",
  },
  message: (tag: string, usual: string) => ({
    zh: `标签“${tag}”和“${usual}”只是写法不同`,
    en: `the tag “${tag}” is “${usual}” in another form`,
  }),
  hint: (tag, usual) => ({
    zh: `写成“${usual}”，或者在 tags.yaml 里写 ${usual}: {aliases: [${tag}]}`,
    en: `write “${usual}”, or ${usual}: {aliases: [${tag}]} in tags.yaml`,
  }),
});

export const similarTitle = defineDiagnostic({
  code: "check/similar-title",
  severity: "warning",
  cause: {
    zh: "三天之内有两篇标题几乎一样",
    en: "Two articles of the same three days have nearly the same title",
  },
  fix: { zh: "核对是不是同一条消息发了两次", en: "See whether one story was published twice" },
  message: (id: string, title: string) => ({
    zh: `标题和《${title}》（${id}）几乎一样`,
    en: `the title is nearly that of “${title}” (${id})`,
  }),
});

export const unusedPicture = defineDiagnostic({
  code: "check/unused-picture",
  severity: "warning",
  cause: { zh: "图片没有一篇文章用到", en: "No text uses the picture" },
  fix: {
    zh: "用不到就删掉；要用的话，核对文章里写的文件名",
    en: "Delete it, or see whether a text misspells its name",
  },
  message: () => ({ zh: "没有文章用到这张图", en: "no text uses this picture" }),
});

export const unusedDocument = defineDiagnostic({
  code: "check/unused-document",
  severity: "warning",
  cause: {
    zh: "Word 之类的文件没有一篇文章用到；它不会成为文章",
    en: "No text uses the document, and it becomes no article",
  },
  fix: {
    zh: "是文章就把内容贴进一个 .md 文件；是附件就在文章里写链接 [名称](文件名)；用不到就删掉",
    en: "Paste an article into a .md file; link an attachment from a text as [name](file); else delete it",
  },
  message: () => ({
    zh: "没有文章用到这个文件，它自己也不会成为文章",
    en: "no text uses this file, and it becomes no article itself",
  }),
});

export const missingFurniture = defineDiagnostic({
  code: "check/furniture",
  severity: "warning",
  cause: {
    zh: "site.yaml 还缺新闻网站应当公示的内容",
    en: "site.yaml lacks what a news site in China has to show",
  },
  fix: { zh: "在 site.yaml 里写上", en: "Write it in site.yaml" },
  message: (keys: readonly (Text & { readonly key: string })[]) => ({
    zh: `还没有写：${keys.map(({ zh }) => zh).join("、")}`,
    en: `missing: ${keys.map(({ en }) => en).join(", ")}`,
  }),
  hint: (keys) => ({
    zh: `在 site.yaml 里写上 ${[...new Set(keys.map(({ key }) => key))].join("、")}`,
    en: `write ${[...new Set(keys.map(({ key }) => key))].join(", ")} in site.yaml`,
  }),
});

export const untitledSection = defineDiagnostic({
  code: "check/section-title",
  severity: "warning",
  cause: {
    zh: "栏目文件夹里没有 _index.md，网站上只能显示文件夹的英文名",
    en: "A section's folder has no _index.md, so the site shows the folder's name",
  },
  fix: {
    zh: "在文件夹里新建 _index.md，写上“标题: …”和“顺序: …”",
    en: "Make an _index.md in it with “title: …” and “order: …”",
  },
  message: (path: string) => ({
    zh: `栏目“${path}”没有名称，网站上显示的就是“${path.split("/").at(-1)}”`,
    en: `the section “${path}” has no title; the site calls it “${path.split("/").at(-1)}”`,
  }),
  hint: (path) => ({
    zh: `新建 content/${path}/_index.md，开头写：--- 标题: 栏目名 ---（各占一行）`,
    en: `make content/${path}/_index.md that starts with the lines ---, title: …, ---`,
  }),
});

export const unknownSource = defineDiagnostic({
  code: "check/source",
  severity: "warning",
  cause: {
    zh: "转载的来源不在 sources.yaml 里",
    en: "A republished article's source is not in sources.yaml",
  },
  fix: {
    zh: "核对能不能转载；可以的话写进 sources.yaml",
    en: "See whether it may be republished; if so, add it to sources.yaml",
  },
  message: (name: string, count: number) => ({
    zh: `来源“${name}”不在 sources.yaml 里${count > 1 ? `，共 ${count} 篇` : ""}`,
    en: `the source “${name}” is not in sources.yaml${count > 1 ? ` (${count} articles)` : ""}`,
  }),
});

export const deadAnchor = defineDiagnostic({
  code: "check/anchor",
  severity: "warning",
  cause: { zh: "链接指到一个没有的小标题", en: "A link leads to a heading that is not there" },
  fix: { zh: "照目标文章里的小标题写", en: "Write the heading as it stands in the other text" },
  message: (target: string) => ({
    zh: `“${target}”：没有这个小标题`,
    en: `“${target}”: there is no such heading`,
  }),
});

export const unknownRule = defineDiagnostic({
  code: "check/unknown-rule",
  severity: "warning",
  cause: { zh: "check.off 里写了没有的编号", en: "check.off names a code that there is not" },
  fix: {
    zh: "照 check 报告里的编号写，例如 style/spaces",
    en: "Write a code as check prints it, such as style/spaces",
  },
  message: (code: string) => ({
    zh: `check.off 里的“${code}”不是可以关掉的编号`,
    en: `“${code}” in check.off is no code that can be switched off`,
  }),
});
