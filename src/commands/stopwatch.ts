import type { StageName } from "../press.ts";
import type { Language } from "../report/language.ts";

/** Seconds that each stage took. */
export type StageSeconds = Readonly<Partial<Record<StageName, number>>>;

export interface Stopwatch {
  readonly enter: (stage: StageName) => void;
  /** Ends the running stage and gives all times. */
  readonly stop: () => StageSeconds;
}

const LABELS: Readonly<Record<StageName, Readonly<Record<Language, string>>>> = {
  read: { zh: "读取目录", en: "reading" },
  parse: { zh: "解析文章", en: "parsing" },
  rank: { zh: "排列表", en: "ranking" },
  plan: { zh: "排版面", en: "planning" },
  theme: { zh: "检查模板", en: "checking templates" },
  render: { zh: "生成页面", en: "rendering" },
  search: { zh: "编搜索索引", en: "indexing for search" },
  publish: { zh: "发布", en: "publishing" },
};

/** Times the stages, and on a terminal shows the running one on a line that is redrawn. */
export function startStopwatch(terminal: NodeJS.WriteStream | undefined, language: Language): Stopwatch {
  const seconds: Partial<Record<StageName, number>> = {};
  let running: { readonly stage: StageName; readonly since: number } | undefined;
  const end = () => {
    if (running !== undefined) seconds[running.stage] = (performance.now() - running.since) / 1000;
    running = undefined;
  };
  return {
    enter: (stage) => {
      end();
      running = { stage, since: performance.now() };
      terminal?.write(`\r\u001b[K${LABELS[stage][language]}…`);
    },
    stop: () => {
      end();
      terminal?.write("\r\u001b[K");
      return seconds;
    },
  };
}
