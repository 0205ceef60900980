import { defineDiagnostic } from "../model/diagnostic.ts";

export const routeClash = defineDiagnostic({
  code: "pages/route-clash",
  severity: "error",
  cause: { zh: "两个文件的网址相同（不分大小写）", en: "Two files have one address (case aside)" },
  fix: {
    zh: "给其中一篇另写一个 slug（网址），或改文件名",
    en: "Give one of them another slug or file name",
  },
  message: (route: string, owner: string | undefined, _isOld?: boolean) => ({
    zh: `网址 ${route} 已经被${owner === undefined ? "网站自己的页面" : ` ${owner} `}占用`,
    en: `the address ${route} is already taken by ${owner ?? "a page of the site itself"}`,
  }),
  hint: (_route, _owner, isOld = false) =>
    isOld ? { zh: "删掉这个旧网址", en: "delete this old address" } : undefined,
});

export const idClash = defineDiagnostic({
  code: "pages/id-clash",
  severity: "error",
  cause: { zh: "两个文件是同一篇文章的编号", en: "Two files have one article id" },
  fix: { zh: "改其中一个文件名", en: "Rename one of the files" },
  message: (id: string, other: string) => ({
    zh: `文章编号 ${id} 和 ${other} 相同`,
    en: `the article id ${id} is the same as that of ${other}`,
  }),
});

export const reservedSection = defineDiagnostic({
  code: "pages/reserved-section",
  severity: "error",
  cause: {
    zh: "栏目文件夹用了网站自己要用的名字",
    en: "A section's folder has a name that the site itself uses",
  },
  fix: { zh: "给文件夹换个名字", en: "Rename the folder" },
  message: (name: string) => ({
    zh: `“${name}”是网站自己要用的名字，不能作栏目文件夹`,
    en: `“${name}” is a name that the site itself uses and cannot be a section`,
  }),
});

export const twinSection = defineDiagnostic({
  code: "pages/twin-section",
  severity: "error",
  cause: {
    zh: "两个栏目文件夹的名字只差大小写，在 Windows 和 macOS 上是同一个",
    en: "The folders of two sections differ in case alone: on Windows and macOS they are one",
  },
  fix: {
    zh: "把文章移到其中一个里，删掉另一个",
    en: "Move the articles into one of them and delete the other",
  },
  message: (path: string, other: string) => ({
    zh: `栏目“${path}”和“${other}”只差大小写`,
    en: `the sections “${path}” and “${other}” differ in case alone`,
  }),
});

export const deadLink = defineDiagnostic({
  code: "pages/dead-link",
  severity: "warning",
  cause: {
    zh: "站内链接指向不存在的页面；发布时文字保留，链接去掉",
    en: "A link leads to no page of this site; its words stay, the link goes",
  },
  fix: {
    zh: "改正链接；由别的系统提供的路径写进 site.yaml 的 links.ignore",
    en: "Correct it; list paths of other systems under links.ignore in site.yaml",
  },
  message: (target: string, _meant?: string) => ({
    zh: `站内没有“${target}”这个页面或文件，链接已去掉`,
    en: `there is no page or file “${target}” on this site; the link was removed`,
  }),
  hint: (_target, meant) =>
    meant === undefined ? undefined : { zh: `是不是“${meant}”？`, en: `did you mean “${meant}”?` },
});

export const hiddenLink = defineDiagnostic({
  code: "pages/hidden-link",
  severity: "warning",
  cause: {
    zh: "链接指向目前没有发布的文章；发布时文字保留，链接去掉",
    en: "A link leads to an article that is not published now; its words stay, the link goes",
  },
  fix: {
    zh: "那篇文章发布后链接会自动恢复；不需要就删掉链接",
    en: "The link comes back when the article is published; or remove it",
  },
  message: (target: string, hasExpired: boolean) =>
    hasExpired
      ? {
          zh: `“${target}”已经下线，链接已去掉`,
          en: `“${target}” has expired; the link was removed`,
        }
      : {
          zh: `“${target}”目前没有发布，链接已去掉`,
          en: `“${target}” is not published now; the link was removed`,
        },
  hint: (_target, hasExpired) =>
    hasExpired
      ? {
          zh: "不会再恢复：删掉链接，或改成别的文章",
          en: "it will not come back: remove the link, or let it lead to another article",
        }
      : {
          zh: "那篇文章发布后链接会自动恢复；不需要就删掉链接",
          en: "the link comes back when the article is published; or remove it",
        },
});

export const missingPicture = defineDiagnostic({
  code: "pages/missing-picture",
  severity: "warning",
  cause: { zh: "找不到图片文件；发布时只留替代文字", en: "A picture is not there; its alt text stays" },
  fix: {
    zh: "把图片放到文章旁边或 content/static/images，并核对文件名",
    en: "Put the file beside the article or in content/static/images and check its name",
  },
  message: (target: string, _nearest?: string) => ({
    zh: `找不到图片“${target}”`,
    en: `the picture “${target}” is not there`,
  }),
  hint: (_target, nearest) =>
    nearest === undefined ? undefined : { zh: `是不是“${nearest}”？`, en: `did you mean “${nearest}”?` },
});

export const foreignPicture = defineDiagnostic({
  code: "pages/foreign-picture",
  severity: "warning",
  cause: {
    zh: "题图来自不在 media.hosts 名单上的网站，不会显示",
    en: "A cover comes from a host that media.hosts does not list and is not shown",
  },
  fix: {
    zh: "把图片存到本站，或把域名写进 site.yaml 的 media.hosts",
    en: "Save the picture here, or list the host under media.hosts in site.yaml",
  },
  message: (target: string) => ({
    zh: `题图“${target}”来自没有列入 media.hosts 的网站`,
    en: `the cover “${target}” comes from a host that media.hosts does not list`,
  }),
});

export const unreadablePicture = defineDiagnostic({
  code: "pages/unreadable-picture",
  severity: "warning",
  cause: {
    zh: "图片文件打不开，或是浏览器不认的格式；没有发布，文中只留替代文字",
    en: "A picture is damaged, or of a kind that browsers do not show; it is not published, its alt text stays",
  },
  fix: {
    zh: "重新导出这张图片（JPEG、PNG、WebP、GIF、AVIF 或 SVG）",
    en: "Export the picture again (JPEG, PNG, WebP, GIF, AVIF or SVG)",
  },
  message: (looksLike: keyof typeof LOOKALIKES) => LOOKALIKES[looksLike],
  hint: (looksLike) => LOOKALIKES[looksLike].fix,
});

const EXPORT_AGAIN = {
  zh: "重新导出这张图片（JPEG、PNG、WebP、GIF、AVIF 或 SVG）",
  en: "export the picture again (JPEG, PNG, WebP, GIF, AVIF or SVG)",
};

const LOOKALIKES = {
  nothing: {
    zh: "这个图片文件是空的，没有发布",
    en: "this picture's file is empty; it is not published",
    fix: { zh: "重新复制一次原图，多半是没有传完", en: "copy the original again; it was probably cut off" },
  },
  iphonePhoto: {
    zh: "这是 HEIC 照片（苹果手机常用），浏览器打不开，没有发布",
    en: "this is a HEIC photograph, as iPhones take them; browsers cannot show it, so it is not published",
    fix: { zh: "在手机或看图软件里另存为 JPEG", en: "save it as JPEG" },
  },
  webPage: {
    zh: "这不是图片，是一个网页改了名字，没有发布",
    en: "this is no picture but a web page under another name; it is not published",
    fix: {
      zh: "到原来的网页上打开图片本身，再另存一次",
      en: "open the picture itself where it came from and save it again",
    },
  },
  damaged: {
    zh: "这张图片打不开，没有发布",
    en: "this picture cannot be read and is not published",
    fix: EXPORT_AGAIN,
  },
} as const;

export const unknownLayout = defineDiagnostic({
  code: "pages/unknown-layout",
  severity: "error",
  cause: { zh: "没有这个版式的模板", en: "There is no template for this layout" },
  fix: {
    zh: "改正版式的名字，或在 templates/pages/ 里加上模板",
    en: "Correct the name, or add the template to templates/pages/",
  },
  message: (layout: string, _nearest?: string) => ({
    zh: `没有“${layout}”这个版式`,
    en: `there is no layout “${layout}”`,
  }),
  hint: (layout, nearest) =>
    nearest === undefined
      ? {
          zh: `核对名字，或请设计师在 templates/pages/ 里加上 ${layout}.hbs`,
          en: `check the name, or ask the designer to add ${layout}.hbs to templates/pages/`,
        }
      : { zh: `是不是“${nearest}”？`, en: `did you mean “${nearest}”?` },
});

export const tooManyRedirects = defineDiagnostic({
  code: "pages/too-many-redirects",
  severity: "warning",
  cause: {
    zh: "旧网址超过 _redirects 文件能写的行数；跳转页面仍在",
    en: "There are more old addresses than _redirects may hold; the redirect pages are still there",
  },
  fix: {
    zh: "不必处理；需要服务器跳转时请在服务器上设置",
    en: "Nothing to do; set server redirects on the server where they are needed",
  },
  message: (count: number) => ({
    zh: `有 ${count} 个旧网址没有写进 _redirects`,
    en: `${count} old addresses do not stand in _redirects`,
  }),
});

export const hiddenAgain = defineDiagnostic({
  code: "pages/hidden-again",
  severity: "warning",
  cause: {
    zh: "文章上次已经发布，现在成了草稿或待发布，网址暂时打不开",
    en: "An article that was published is now a draft or scheduled; its address is gone for now",
  },
  fix: {
    zh: "核对 draft（草稿）、date（日期）和 publishAt（发布时间）；要撤下文章就写 withdrawn（撤稿）",
    en: "Check draft, date and publishAt; to take an article down, use withdrawn",
  },
  message: (route: string, isDraft: boolean) => ({
    zh: `这篇文章已经发布过，现在${isDraft ? "是草稿" : "还没有到发布时间"}，网址 ${route} 暂时打不开`,
    en: `this article was published and is now ${isDraft ? "a draft" : "scheduled"}; the address ${route} is gone for now`,
  }),
});

export const vanishedPage = defineDiagnostic({
  code: "pages/vanished",
  severity: "warning",
  cause: {
    zh: "上次发布过的网址这次没有了，收藏和外链会失效",
    en: "An address that was published is gone; bookmarks and links to it will break",
  },
  fix: {
    zh: "改了网址就在文章里写 aliases（旧网址）；要撤下文章就写 withdrawn（撤稿）",
    en: "List a changed address under aliases; to take an article down, use withdrawn",
  },
  message: (route: string) => ({
    zh: `网址 ${route} 上次还在，这次没有了`,
    en: `the address ${route} was published and is now gone`,
  }),
});

export const vanishedSection = defineDiagnostic({
  code: "pages/vanished-section",
  severity: "warning",
  cause: {
    zh: "上次发布过的栏目这次没有了，收藏、外链和对它的订阅会失效",
    en: "A section that was published is gone; bookmarks, links and subscriptions to it will break",
  },
  fix: {
    zh: "文件夹改了名，就在新文件夹的 _index.md 里写旧网址（aliases），栏目的订阅也跟着转过去",
    en: "If its folder was renamed, list the old address under aliases in the new folder's _index.md; its feed moves too",
  },
  message: (address: string) => ({
    zh: `栏目 ${address} 上次还在，这次没有了`,
    en: `the section ${address} was published and is now gone`,
  }),
  hint: (address) => ({
    zh: `文件夹改了名，就在新文件夹的 _index.md 里写 旧网址: [${address}]；栏目的订阅也跟着转过去`,
    en: `if its folder was renamed, write aliases: [${address}] in the new folder's _index.md; its feed moves too`,
  }),
});

export const shrunkSite = defineDiagnostic({
  code: "pages/shrunk",
  severity: "error",
  cause: {
    zh: "上次发布的文章一下子少了五分之一以上，像是误删，或者只取到一部分稿件",
    en: "More than a fifth of the published articles are gone at once: deleted by mistake, or only a part was checked out",
  },
  fix: {
    zh: "先看看 content 里的文章是不是都在，site.yaml 里的 permalinks（网址的样式）有没有改；确实要去掉这么多，就加 --allow-shrink",
    en: "See whether all articles are in content/, and whether permalinks in site.yaml was changed; if so many are really to go, add --allow-shrink",
  },
  message: (gone: number, all: number) => ({
    zh: `上次发布的 ${all} 个网址里，这次少了 ${gone} 个，为防误删没有发布`,
    en: `of ${all} published addresses ${gone} would be gone, so nothing was published`,
  }),
});
