import { setTimeout as sleep } from "node:timers/promises";
import { type Holder, lockPath, tryLock } from "../output/lock.ts";
import type { Language } from "../report/language.ts";
import { type Context, EXIT } from "./context.ts";

const TRIES = 150;
const PAUSE_MS = 200;

/** Runs a command that writes while no other does so in the same newsroom: waits up to half a minute for the other, then says who it is. */
export async function withLock(
  { order, language }: Pick<Context, "order" | "language">,
  run: () => Promise<number>,
): Promise<number> {
  const file = lockPath(order.root);
  for (let tries = 1; ; tries++) {
    const attempt = tryLock(file);
    if ("release" in attempt) return run().finally(attempt.release);
    if (tries === 1) process.stderr.write(`${waitingWords(attempt.holder, language)}\n`);
    if (tries === TRIES) {
      process.stderr.write(`${heldWords(attempt.holder, file, language)}\n`);
      return EXIT.machine;
    }
    await sleep(PAUSE_MS);
  }
}

function waitingWords({ pid }: Holder, language: Language): string {
  return language === "zh"
    ? `另一个 jianbao（进程 ${pid}）正在生成，等它结束……`
    : `Another jianbao (process ${pid}) is building; waiting for it…`;
}

function heldWords({ pid, host }: Holder, file: string, language: Language): string {
  return language === "zh"
    ? `等了半分钟，${host} 上的进程 ${pid} 还没有结束。稍后再试；确认它已经不在，就删掉 ${file}`
    : `Process ${pid} on ${host} still has not ended after half a minute. Try again later; if it is gone, delete ${file}`;
}
