import { defineDiagnostic } from "../model/diagnostic.ts";

export const damagedCache = defineDiagnostic({
  code: "cache/damaged",
  severity: "warning",
  cause: {
    zh: "缓存文件坏了；已当作没有，重新读取原稿",
    en: "A cache file is damaged; it was passed over and the articles were read again",
  },
  fix: {
    zh: "不必处理；常常出现就删掉 .cache 目录",
    en: "Nothing to do; if it happens often, delete the .cache folder",
  },
  message: () => ({
    zh: "缓存文件坏了，已重新读取原稿",
    en: "this cache file is damaged; the articles were read again",
  }),
});
