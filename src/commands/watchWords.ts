import type { Language } from "../report/language.ts";
import { causeOf } from "./machineWords.ts";

/** The codes of disks and files mean something else where a system counts what it watches. */
const LIMITS: Readonly<Record<string, Readonly<Record<Language, { what: string; fix: string }>>>> = {
  ENOSPC: {
    zh: { what: "系统能监视的文件数用完了", fix: "请管理员调高 fs.inotify.max_user_watches" },
    en: {
      what: "the system can watch no more files",
      fix: "raise fs.inotify.max_user_watches",
    },
  },
  EMFILE: {
    zh: {
      what: "打开或监视的文件太多",
      fix: "请关掉别的程序，或请管理员调高 ulimit -n 和 fs.inotify.max_user_instances",
    },
    en: {
      what: "too many files are open or watched",
      fix: "close other programs, or raise ulimit -n and fs.inotify.max_user_instances",
    },
  },
};

/** One line for a preview that cannot watch a file or a folder, and goes on with the others. */
export function watchWords(error: NodeJS.ErrnoException, language: Language): string {
  const { code = "", path = "" } = error;
  const { what, fix } = LIMITS[code]?.[language] ?? causeOf(error, language);
  return language === "zh"
    ? `看不到 ${path} 的改动（别处也可能）：${what}。预览照常；${fix}，再重新运行 dev。（${code}）`
    : `Changes of ${path}, and perhaps elsewhere, are not seen: ${what}. The preview goes on; ${fix}, then start dev again. (${code})`;
}
