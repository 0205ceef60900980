import type { Text } from "../model/diagnostic.ts";
import type { Language } from "../report/language.ts";

/** A failure of the machine. One that is thrown by us has `words` of its own for what failed and what to do. */
export type MachineError = NodeJS.ErrnoException & { readonly words?: Text };

/** What a failing machine means for an editor: what happened, and what to do. */
const CAUSES: Readonly<Record<string, Readonly<Record<Language, readonly [what: string, fix: string]>>>> = {
  ENOSPC: {
    zh: ["磁盘满了", "请清理磁盘后再运行一次"],
    en: ["the disk is full", "free some space and run it again"],
  },
  EDQUOT: {
    zh: ["磁盘配额用完了", "请清理文件或请管理员增加配额，然后再运行一次"],
    en: ["the disk quota is used up", "delete files or ask for a larger quota, then run it again"],
  },
  EACCES: {
    zh: ["没有权限", "请管理员把它的读写权限给当前用户"],
    en: ["permission was denied", "ask for the right to read and write it"],
  },
  EPERM: {
    zh: ["系统不允许这样做", "看看文件是不是只读，或正被别的程序打开"],
    en: ["the system does not allow it", "see whether the file is read-only or held open by another program"],
  },
  EROFS: {
    zh: ["磁盘是只读的", "换一个能写的目录（--out），或请管理员改成可写"],
    en: [
      "the disk is read-only",
      "name a folder that can be written with --out, or have the disk made writable",
    ],
  },
  EMFILE: {
    zh: [
      "同时打开的文件太多",
      "请关掉别的程序，用 --jobs 1 少开线程，或请管理员调高 ulimit -n，然后再运行一次",
    ],
    en: [
      "too many files are open",
      "close other programs, use fewer threads with --jobs 1, or raise ulimit -n, then run it again",
    ],
  },
  // Node says so, too, where it can open no more files to look into.
  ERR_MODULE_NOT_FOUND: {
    zh: [
      "Jianbao 自己的文件不全，或同时打开的文件太多",
      "请用 npm ci 重新安装，或请管理员调高 ulimit -n，然后再运行一次",
    ],
    en: [
      "Jianbao's own files are not all there, or too many files are open",
      "install it again with npm ci, or raise ulimit -n, then run it again",
    ],
  },
  EBUSY: {
    zh: ["文件正被别的程序占用", "关掉打开它的程序后再运行一次"],
    en: ["the file is in use by another program", "close that program and run it again"],
  },
  EIO: {
    zh: ["磁盘读写出错，可能坏了", "请管理员检查磁盘"],
    en: ["the disk failed to read or write; it may be damaged", "have the disk checked"],
  },
  ENOENT: {
    zh: ["文件中途不见了", "等别的程序（同步、git）结束后再运行一次"],
    en: ["a file vanished meanwhile", "wait for other programs (sync, git) to end and run it again"],
  },
  EEXIST: {
    zh: ["这个位置上已经有别人的文件", "把它移走后再运行一次"],
    en: ["a file that Jianbao did not write stands in the place of a page", "move it away and run it again"],
  },
  ENOTDIR: {
    zh: ["路径中间的一段是文件，不是目录", "看看 --out 或 --root 写得对不对"],
    en: ["a part of the path is a file and no folder", "see whether --out or --root is right"],
  },
  ENAMETOOLONG: {
    zh: ["路径太长，系统存不下", "把文件名或目录名改短"],
    en: ["the path is too long for the system", "shorten the names of the file or its folders"],
  },
};

const WRITING = new Set(["write", "mkdir", "rename", "unlink", "rm", "rmdir", "link", "fsync", "copyfile"]);
const ONLY_WRITING = new Set(["ENOSPC", "EDQUOT", "EROFS", "EEXIST"]);

const DEEDS: Readonly<Record<"open" | "write" | "read" | "other", Readonly<Record<Language, string>>>> = {
  open: { zh: "打不开文件", en: "Cannot open a file" },
  write: { zh: "写不了文件", en: "Cannot write a file" },
  read: { zh: "读不了文件", en: "Cannot read a file" },
  other: { zh: "系统出错", en: "The machine failed" },
};

/** Whether an error is the machine's, and no bug of ours. */
function isMachineError(error: unknown): error is MachineError {
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === "string" && (/^E[A-Z0-9]+$/.test(code) || Object.hasOwn(CAUSES, code));
}

/** What a command says of a failure that is not the editor's: the machine's in a line, a bug of ours with all that helps to find it. */
export function faultWords(error: unknown, language: Language): string {
  if (isMachineError(error)) return machineWords(error, language);
  const words =
    language === "zh"
      ? "这是 Jianbao 自身的错误，请连同下面的内容报告："
      : "This is a fault of Jianbao itself; please report it with what follows:";
  return `${words}\n${error instanceof Error ? error.stack : String(error)}`;
}

/** One line that says what failed and what to do. The site is whole: it is as it was, or the next run completes it. */
export function machineWords(error: MachineError, language: Language): string {
  const { code = "", message, words } = error;
  if (words !== undefined) return words[language];
  const missing = code === "ERR_MODULE_NOT_FOUND" ? /'([^']+)'/.exec(message)?.[1] : undefined;
  const name = error.path ?? missing;
  const deed = deedOf(error, name)[language];
  const place = name === undefined ? "" : ` ${name}`;
  const { what, fix } = causeOf(error, language);
  return language === "zh"
    ? `${deed}${place}：${what}。原来的网站没有损坏；${fix}。（${code}）`
    : `${deed}${place}: ${what}. The published site is not damaged; ${fix}. (${code})`;
}

/** Why a call to the machine failed, and what to do: its own words where we know no better. */
export function causeOf(
  { code = "", message }: NodeJS.ErrnoException,
  language: Language,
): { readonly what: string; readonly fix: string } {
  const unknown = {
    zh: [message, "请把这一行交给管理员"],
    en: [message, "show this line to whoever looks after the machine"],
  } as const;
  const [what, fix] = (CAUSES[code] ?? unknown)[language];
  return { what, fix };
}

function deedOf({ code = "", syscall = "" }: NodeJS.ErrnoException, name: string | undefined) {
  if (ONLY_WRITING.has(code) || WRITING.has(syscall)) return DEEDS.write;
  if (syscall === "open") return DEEDS.open;
  // Not every failure is of a file: an address, a process, a connection have none.
  return name === undefined && syscall !== "read" ? DEEDS.other : DEEDS.read;
}
