import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { type Options, readOptions } from "./options.ts";
import { benchPeers } from "./peers/peers.ts";
import type { RaceResult } from "./peers/race.ts";
import { benchRanking } from "./ranking.ts";
import { copyRows, rankingRows, stageRows, startUpRows, workRows } from "./rows.ts";
import { benchSize, type SizeResult } from "./size.ts";
import { measureStartUp } from "./startup.ts";
import { formatTable } from "./table.ts";

/*
 * npm run bench -- [--sizes 1000,10000] [--only cold,warm,edit,rails,search,start,ranking,peers] [--runs 3] [--edits 10]
 *                  [--ranking 10000,100000] [--seed 1] [--json FILE] [--peers DIR]
 * Times builds of generated newsrooms against copies of the finished site in the same run: cold, with nothing changed,
 * after one edit, with each mode of rails, and with search (of which Pagefind's own memory is not counted); then starting
 * up, and the ranking alone.
 * Last, in turn with other generators that write nearly the same site from the same articles, where they are installed:
 * Hugo on the PATH; Eleventy and Hexo there too, or in the folder of --peers, after
 * npm install --ignore-scripts @11ty/eleventy@3 hexo@8 hexo-renderer-marked. For this, our rails are baked, as theirs are.
 */

const scratch = mkdtempSync(join(tmpdir(), "jianbao-bench-"));
const interrupt = new AbortController();
process.on("SIGINT", () => interrupt.abort());
try {
  await main(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!interrupt.signal.aborted) throw error;
  process.exitCode = 130;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function main({ parts, sizes, ranking, peers, json, ...order }: Options): Promise<void> {
  const machine = `Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? "unknown processor"}`;
  console.log(machine);
  const startUp = parts.has("start") ? measureStartUp() : undefined;
  if (startUp !== undefined) console.log(`\nStarting up\n${formatTable(startUpRows(startUp))}`);
  const bench = { scratch, stop: interrupt.signal };
  const results: SizeResult[] = [];
  const wantsBuilds = (["cold", "warm", "edit", "rails", "search"] as const).some((part) => parts.has(part));
  for (const articles of wantsBuilds ? sizes : []) {
    const result = await benchSize({ ...order, articles, parts }, bench);
    results.push(result);
    printSize(result);
  }
  const races: RaceResult[] = [];
  for (const articles of parts.has("peers") ? sizes : []) {
    races.push(...(await benchPeers({ ...order, articles }, peers, bench)));
  }
  const costs = parts.has("ranking") ? ranking.map((articles) => benchRanking(articles)) : [];
  if (costs.length > 0) console.log(`\nRanking alone\n${formatTable(rankingRows(costs))}`);
  if (json === undefined) return;
  const all = { machine, seed: order.seed, startUp, sizes: results, races, ranking: costs };
  writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`);
}

function printSize(result: SizeResult): void {
  console.log(`\n${result.articles} articles, ${result.files} files, ${result.warnings} warnings`);
  console.log(formatTable(workRows(result)));
  console.log(`\nSeconds by stage, ${result.articles} articles\n${formatTable(stageRows(result))}`);
  console.log(`\nCopies, ${result.articles} articles\n${formatTable(copyRows(result))}`);
}
