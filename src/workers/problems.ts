import { defineDiagnostic } from "../model/diagnostic.ts";

export const pastDeadline = defineDiagnostic({
  code: "content/deadline",
  severity: "error",
  cause: { zh: "文件的写法使解析时间过长", en: "A file takes too long to parse" },
  fix: {
    zh: "检查是不是粘贴了大量重复的符号、引用或列表；把文章拆开",
    en: "Look for masses of pasted symbols, quotes or lists; split the article",
  },
  message: (seconds: number) => ({
    zh: `这个文件解析了 ${seconds} 秒还没有结束，已经放弃`,
    en: `this file was not parsed within ${seconds} s and was given up`,
  }),
});

export const outOfMemory = defineDiagnostic({
  code: "content/out-of-memory",
  severity: "error",
  cause: { zh: "文件的写法使解析要用的内存过多", en: "A file takes too much memory to parse" },
  fix: pastDeadline.rule.fix,
  message: () => ({
    zh: "解析这个文件要用的内存太多，已经放弃",
    en: "this file takes too much memory to parse and was given up",
  }),
});

export const asBefore = defineDiagnostic({
  code: "content/as-before",
  severity: "warning",
  cause: {
    zh: "用了 --skip-broken：稿件有错误，网站上是它上一次没有错误时的样子",
    en: "With --skip-broken: a text has errors, and the site has it as it last was without",
  },
  fix: {
    zh: "改正下面说的错误，再生成一次；没有改正以前，这次的改动（包括撤稿）都不会上网",
    en: "Mend what is told below and build again; until then no change in it is published, not even a withdrawal",
  },
  message: () => ({
    zh: "有错误，新稿没有用；网站上仍是上一次没有错误的样子",
    en: "it has errors and was not used; the site has it as it last was without",
  }),
});

export const leftOut = defineDiagnostic({
  code: "content/left-out",
  severity: "warning",
  cause: {
    zh: "用了 --skip-broken：稿件有错误，缓存里又没有它没有错误时的样子，所以没有发布",
    en: "With --skip-broken: a text has errors, and the cache has none of it without, so it was left out",
  },
  fix: { zh: "改正下面说的错误，再生成一次", en: "Mend what is told below and build again" },
  message: () => ({ zh: "有错误，没有发布", en: "it has errors and was left out" }),
});
