import { defineDiagnostic } from "../model/diagnostic.ts";

export const missingSite = defineDiagnostic({
  code: "config/no-site",
  severity: "error",
  cause: { zh: "找不到 content/site.yaml", en: "There is no content/site.yaml" },
  fix: {
    zh: "在新闻目录里运行，或用 --root 指明目录",
    en: "Run in a newsroom's folder, or name it with --root",
  },
  message: () => ({
    zh: "找不到 content/site.yaml，这里不像是一个新闻目录",
    en: "there is no content/site.yaml: this does not look like a newsroom",
  }),
});

export const badLink = defineDiagnostic({
  code: "config/link",
  severity: "error",
  cause: {
    zh: "链接既不是站内路径，也不是完整网址",
    en: "A link is neither a path of the site nor a whole URL",
  },
  fix: {
    zh: "站内写 /news/ 这样的路径，站外写 https:// 开头的地址",
    en: "Write /news/ for this site, https://… for another",
  },
  message: (written: string) => ({
    zh: `链接“${written}”不能用`,
    en: `the link “${written}” cannot be used`,
  }),
});

export const badTimeZone = defineDiagnostic({
  code: "config/time-zone",
  severity: "error",
  cause: { zh: "没有这个时区", en: "There is no such time zone" },
  fix: { zh: "中国大陆写 Asia/Shanghai", en: "Use an IANA name such as Asia/Shanghai" },
  message: (written: string) => ({
    zh: `没有“${written}”这个时区`,
    en: `there is no time zone “${written}”`,
  }),
});

export const badLanguage = defineDiagnostic({
  code: "config/language",
  severity: "error",
  cause: { zh: "语言代码写错了", en: "The language code is wrong" },
  fix: { zh: "简体中文写 zh-CN，英文写 en", en: "Write zh-CN or en" },
  message: (written: string) => ({
    zh: `“${written}”不是语言代码`,
    en: `“${written}” is not a language code`,
  }),
});

export const badPermalink = defineDiagnostic({
  code: "config/permalink",
  severity: "error",
  cause: { zh: "文章网址的格式不对", en: "The permalink pattern is wrong" },
  fix: {
    zh: "以 / 开头、以 .html 或 / 结尾，含 :slug，可用 :year :month :day :section",
    en: "Start with /, end with .html or /, hold :slug; :year :month :day :section may be used",
  },
  message: (written: string) => ({
    zh: `文章网址的格式“${written}”不对`,
    en: `the permalink pattern “${written}” is wrong`,
  }),
});

export const badHost = defineDiagnostic({
  code: "config/host",
  severity: "error",
  cause: { zh: "这里只写域名", en: "A host name alone is wanted" },
  fix: {
    zh: "写 video.example.com，不带 https:// 和路径",
    en: "Write video.example.com, without https:// and path",
  },
  message: (written: string) => ({ zh: `“${written}”不是域名`, en: `“${written}” is not a host name` }),
});

export const tagClash = defineDiagnostic({
  code: "config/tag-clash",
  severity: "error",
  cause: { zh: "同一个写法属于两个标签", en: "One spelling belongs to two tags" },
  fix: { zh: "只留在其中一个标签下面", en: "Keep it under one of them" },
  message: (spelling: string, one: string, other: string) => ({
    zh: `“${spelling}”同时属于标签“${one}”和“${other}”`,
    en: `“${spelling}” belongs to both “${one}” and “${other}”`,
  }),
});

export const tagCycle = defineDiagnostic({
  code: "config/tag-cycle",
  severity: "error",
  cause: { zh: "上级标签绕成了圈", en: "The parents of a tag go in a circle" },
  fix: { zh: "去掉其中一个 parent", en: "Remove one of the parents" },
  message: (cycle: readonly string[]) => ({
    zh: `上级标签绕成了圈：${cycle.join(" → ")}`,
    en: `the parents go in a circle: ${cycle.join(" → ")}`,
  }),
});
