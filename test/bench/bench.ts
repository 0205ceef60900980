import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type ColdBuild, measureColdBuild, medianBy } from "./measure.ts";
import { writeNewsroom } from "./newsroom.ts";
import { benchRanking, type RankingCost } from "./ranking.ts";
import { formatSeconds, formatTable } from "./table.ts";

/*
 * npm run bench -- [--sizes 1000,10000] [--ranking 10000,100000] [--runs 3] [--seed 1] [--json FILE]
 * Times cold builds of generated newsrooms against a copy of the finished site in the same run, and the ranking alone.
 */

/** The builds of one size. `median` is the run with the middle time; the copy's time is a median of its own. */
interface SizeResult {
  readonly articles: number;
  readonly generateSeconds: number;
  readonly runs: readonly ColdBuild[];
  readonly median: ColdBuild;
  readonly copySeconds: number;
}

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000" },
    ranking: { type: "string", default: "10000,100000" },
    runs: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    json: { type: "string" },
  },
});

const scratch = mkdtempSync(join(tmpdir(), "jianbao-bench-"));
const interrupt = new AbortController();
process.on("SIGINT", () => interrupt.abort());
try {
  await main();
} catch (error) {
  if (!interrupt.signal.aborted) throw error;
  process.exitCode = 130;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const machine = `Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? "unknown processor"}`;
  console.log(machine);
  const sizes: SizeResult[] = [];
  for (const articles of toNumbers(values.sizes)) sizes.push(await benchSize(articles));
  if (sizes.length > 0) {
    console.log(`\nCold build, a whole process, median of ${values.runs}\n${formatTable(buildRows(sizes))}`);
    console.log(`\nSeconds by stage\n${formatTable(stageRows(sizes))}`);
  }
  const ranking = toNumbers(values.ranking).map((articles) => benchRanking(articles));
  if (ranking.length > 0) console.log(`\nRanking alone\n${formatTable(rankingRows(ranking))}`);
  if (values.json !== undefined) {
    writeFileSync(
      values.json,
      `${JSON.stringify({ machine, seed: Number(values.seed), sizes, ranking }, null, 2)}\n`,
    );
  }
}

async function benchSize(articles: number): Promise<SizeResult> {
  const root = join(scratch, `newsroom-${articles}`);
  const started = performance.now();
  const now = writeNewsroom(root, { articles, seed: Number(values.seed) });
  const generateSeconds = (performance.now() - started) / 1000;
  const runs: ColdBuild[] = [];
  for (let run = 1; run <= Number(values.runs); run++) {
    console.error(`${articles} articles, run ${run} of ${values.runs}…`);
    runs.push(
      await measureColdBuild({ root, now, scratch, run: `${articles}-${run}`, stop: interrupt.signal }),
    );
  }
  const median = medianBy(runs, ({ seconds }) => seconds);
  const { copySeconds } = medianBy(runs, (run) => run.copySeconds);
  return { articles, generateSeconds, runs, median, copySeconds };
}

function buildRows(sizes: readonly SizeResult[]): string[][] {
  const rows = sizes.map(({ articles, median, copySeconds }) => [
    String(articles),
    formatSeconds(median.seconds),
    formatSeconds(median.cpuSeconds),
    (articles / median.seconds).toFixed(0),
    String(median.peakMemoryMiB),
    String(median.filesWritten),
    String(median.warnings),
    formatSeconds(copySeconds),
    (median.seconds / copySeconds).toFixed(1),
  ]);
  return [
    ["articles", "cold s", "cpu s", "articles/s", "peak MiB", "files", "warnings", "cp -r s", "cold / cp"],
    ...rows,
  ];
}

/** The last column is what no stage counts: starting Node, loading modules, printing the report. */
function stageRows(sizes: readonly SizeResult[]): string[][] {
  const names = [...new Set(sizes.flatMap(({ median }) => Object.keys(median.stages)))];
  const rows = sizes.map(({ articles, median }) => {
    const stages = names.map((name) => median.stages[name] ?? 0);
    const rest = median.seconds - stages.reduce((sum, seconds) => sum + seconds, 0);
    return [String(articles), ...[...stages, rest].map(formatSeconds)];
  });
  return [["articles", ...names, "rest"], ...rows];
}

function rankingRows(costs: readonly RankingCost[]): string[][] {
  const rows = costs.map(({ articles, librarySeconds, rankSeconds, heapMegabytes }) => [
    String(articles),
    formatSeconds(librarySeconds),
    formatSeconds(rankSeconds),
    formatSeconds(librarySeconds + rankSeconds),
    heapMegabytes.toFixed(0),
  ]);
  return [["articles", "library s", "lists s", "both s", "heap MiB"], ...rows];
}

/** The whole positive numbers of a list with commas; an empty list is none. Throws for anything else. */
function toNumbers(list: string): number[] {
  if (list === "") return [];
  return list.split(",").map((written) => {
    if (!/^[1-9]\d{0,6}$/.test(written)) throw new Error(`not a number of articles: ${written}`);
    return Number(written);
  });
}
