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
