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
