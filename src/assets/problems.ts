import { defineDiagnostic } from "../model/diagnostic.ts";

export const stylesheetError = defineDiagnostic({
  code: "assets/stylesheet-error",
  severity: "error",
  cause: {
    zh: "样式表里有写错的 CSS，浏览器会跳过它",
    en: "A stylesheet has a mistake that browsers would skip over",
  },
  fix: {
    zh: "检查这里和前一行的冒号、分号、括号和引号",
    en: "Check the colons, semicolons, brackets and quotes here and on the line before",
  },
  message: (detail: string) => ({
    zh: `这里的 CSS 读不懂（${detail}）`,
    en: `this CSS cannot be read (${detail})`,
  }),
});

export const missingImport = defineDiagnostic({
  code: "assets/missing-import",
  severity: "error",
  cause: {
    zh: "样式表用 @import 引入了不存在的样式表",
    en: "A stylesheet imports a stylesheet that does not exist",
  },
  fix: {
    zh: "@import 只能引入 templates/assets 里的样式表，路径从写它的文件算起",
    en: "Import only stylesheets in templates/assets, by their path from the importing file",
  },
  message: (name: string, _suggestion: string | undefined) => ({
    zh: `@import 的样式表 ${name} 不存在`,
    en: `the imported stylesheet ${name} does not exist`,
  }),
  hint: (_name, suggestion) => nearAsset(suggestion),
});

export const missingAsset = defineDiagnostic({
  code: "assets/missing-file",
  severity: "error",
  cause: {
    zh: "样式表的 url() 指向不存在的文件",
    en: "A url() in a stylesheet points to a file that does not exist",
  },
  fix: {
    zh: "url() 的路径从写它的样式表算起，文件要放在 templates/assets 里；content/static 里的文件请从 / 写起",
    en: "Write the path from the stylesheet to a file in templates/assets; start with / for a file in content/static",
  },
  message: (name: string, _suggestion: string | undefined) => ({
    zh: `url() 指向的文件 ${name} 不存在`,
    en: `the file ${name} that this url() points to does not exist`,
  }),
  hint: (_name, suggestion) => nearAsset(suggestion),
});

function nearAsset(suggestion: string | undefined) {
  if (suggestion === undefined) {
    return {
      zh: "请核对文件名；文件要放在 templates/assets 里，路径从这个样式表算起",
      en: "Check the name: the file belongs in templates/assets, and the path starts from this stylesheet",
    };
  }
  return { zh: `是不是 ${suggestion}？`, en: `Did you mean ${suggestion}?` };
}

export const refusedDrawing = defineDiagnostic({
  code: "pictures/refused-svg",
  severity: "error",
  cause: {
    zh: "SVG 图里有脚本、事件属性、网页代码（foreignObject）、实体或读不懂的标记，不能发布",
    en: "An SVG holds a script, an event handler, HTML (foreignObject), entities or markup that cannot be read",
  },
  fix: {
    zh: "在绘图软件里重新导出为“纯 SVG”，或改用 PNG",
    en: "Export it again as plain SVG, or use PNG",
  },
  message: (what: string) => ({
    zh: `这张 SVG 图里不能有 ${what}`,
    en: `this SVG must not hold ${what}`,
  }),
});

export const tooManyPixels = defineDiagnostic({
  code: "pictures/too-many-pixels",
  severity: "error",
  cause: {
    zh: "图片超过 5000 万像素，没有解码",
    en: "A picture has more than 50 million pixels; it was not decoded",
  },
  fix: { zh: "缩小以后再存（宽 2000 像素就够了）", en: "Make it smaller; 2000 pixels across are enough" },
  message: (width: number, height: number) => ({
    zh: `这张图片有 ${width}×${height} 像素，太大`,
    en: `this picture has ${width}×${height} pixels, which is too many`,
  }),
});

export const largePicture = defineDiagnostic({
  code: "pictures/large",
  severity: "warning",
  cause: {
    zh: "图片文件超过 10 MB，仓库会越来越大",
    en: "A picture's file is larger than 10 MB, and the repository grows by it",
  },
  fix: {
    zh: "缩小以后再存（宽 2000 像素就够了）；网页上的图会自动做小，不受影响",
    en: "Make it smaller; 2000 pixels across are enough. What readers load is made small anyway",
  },
  message: (megabytes: string) => ({
    zh: `这张图片有 ${megabytes} MB`,
    en: `this picture is ${megabytes} MB large`,
  }),
});

export const placeInPicture = defineDiagnostic({
  code: "pictures/gps",
  severity: "warning",
  cause: {
    zh: "照片里存着拍摄地点（GPS）；发布的图里已经去掉，仓库里的原图还有",
    en: "A photograph tells where it was taken (GPS); what is published does not, the file in the repository still does",
  },
  fix: {
    zh: "仓库是公开的，就先去掉原图的位置信息再提交（Windows：文件属性→详细信息→删除属性和个人信息）",
    en: "Where the repository is public, remove the position before committing (Windows: file properties, Details, Remove Properties)",
  },
  message: () => ({
    zh: "这张照片里有拍摄地点，发布的图里已经去掉",
    en: "this photograph tells where it was taken; what is published does not",
  }),
});

export const missingGlyphs = defineDiagnostic({
  code: "pictures/missing-glyphs",
  severity: "warning",
  cause: {
    zh: "社交分享图的字体里没有这些字，图上画成 〓",
    en: "The typeface of the pictures for sharing lacks these characters; they are drawn as 〓",
  },
  fix: {
    zh: "换个写法，或给文章配题图（有题图就不用文字图）",
    en: "Write it otherwise, or give the article a cover, which is shared in its place",
  },
  message: (characters: string) => ({
    zh: `分享图的字体里没有“${characters}”`,
    en: `the typeface of the picture for sharing lacks “${characters}”`,
  }),
});
