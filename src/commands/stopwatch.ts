import type { StageName } from "../press.ts";
import type { Language } from "../report/language.ts";

/** Seconds that each stage took. */
export type StageSeconds = Readonly<Partial<Record<StageName, number>>>;

export interface Stopwatch {
  readonly enter: (stage: StageName) => void;
  /** Tells how far the running stage has come. */
  readonly progress: (done: number, total: number) => void;
  /** Ends the running stage and gives all times. */
  readonly stop: () => StageSeconds;
}

const LABELS: Readonly<Record<StageName, Readonly<Record<Language, string>>>> = {
  read: { zh: "读取目录", en: "reading" },
  parse: { zh: "解析文章", en: "parsing" },
  rank: { zh: "排列表", en: "ranking" },
  plan: { zh: "排版面", en: "planning" },
  theme: { zh: "检查模板", en: "checking templates" },
  pictures: { zh: "处理图片", en: "making pictures" },
  render: { zh: "生成页面", en: "rendering" },
  search: { zh: "编搜索索引", en: "indexing for search" },
  publish: { zh: "发布", en: "publishing" },
};

/** Where a log is read rather than watched, a line this often. */
const LOG_EVERY_MS = 5000;

/** Times the stages, of which one may be entered again. On a terminal the running one is shown on a line that is redrawn; elsewhere what takes long says so now and then. */
export function startStopwatch(stream: NodeJS.WriteStream | undefined, language: Language): Stopwatch {
  const terminal = stream?.isTTY === true ? stream : undefined;
  let lastLine = performance.now();
  const seconds: Partial<Record<StageName, number>> = {};
  let running: { readonly stage: StageName; readonly since: number } | undefined;
  const end = () => {
    if (running !== undefined) {
      const { stage, since } = running;
      seconds[stage] = (seconds[stage] ?? 0) + (performance.now() - since) / 1000;
    }
    running = undefined;
  };
  return {
    enter: (stage) => {
      end();
      running = { stage, since: performance.now() };
      terminal?.write(`\r\u001b[K${LABELS[stage][language]}…`);
    },
    progress: (done, total) => {
      if (running === undefined) return;
      const words = `${LABELS[running.stage][language]} ${done}/${total}`;
      if (terminal !== undefined) terminal.write(`\r\u001b[K${words}…`);
      else if (stream !== undefined && performance.now() - lastLine >= LOG_EVERY_MS) {
        lastLine = performance.now();
        stream.write(`${words}\n`);
      }
    },
    stop: () => {
      end();
      terminal?.write("\r\u001b[K");
      return seconds;
    },
  };
}
