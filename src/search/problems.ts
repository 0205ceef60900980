import type { Text } from "../model/diagnostic.ts";

/*
 * Failures of the machine, which end the command with 3 and leave the published site as it was: nothing that an editor wrote
 * can cause them, so they are thrown as the disk's are. What is thrown carries its `words` in both languages.
 */

/** Pagefind stopped, or refused what it was asked. */
export function pagefindFailed(detail: string): Error {
  return machineError({
    zh: `搜索索引没有做成，网站保持原样（Pagefind：${detail}）。请再试一次；还不行，可在 site.yaml 里写 search: {index: false}，先不要站内搜索`,
    en: `the search index could not be made, and the site stays as it was (Pagefind: ${detail}). Try again; to do without search, write search: {index: false} in site.yaml`,
  });
}

/** There is no Pagefind for this kind of machine, or npm was told not to install it. */
export function pagefindMissing(machine: string): Error {
  return machineError({
    zh: `没有安装 Pagefind 的程序（@pagefind/${machine}）。请重新 npm ci，不要加 --omit=optional；或在 site.yaml 里写 search: {index: false}`,
    en: `Pagefind's program is not installed (@pagefind/${machine}). Run npm ci without --omit=optional, or write search: {index: false} in site.yaml`,
  });
}

function machineError(words: Text): Error {
  return Object.assign(new Error(words.en), { code: "EPAGEFIND", words });
}
