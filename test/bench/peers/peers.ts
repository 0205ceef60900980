import type { Workbench } from "../builds.ts";
import { formatTable } from "../table.ts";
import { eleventy } from "./eleventy.ts";
import { hexo } from "./hexo.ts";
import { hugo, hugoWithoutRelated } from "./hugo.ts";
import { findPeer } from "./installed.ts";
import { type RaceOrder, type RaceResult, race } from "./race.ts";
import { raceRows, sizeRows } from "./rows.ts";

const PEERS = [hugo, hugoWithoutRelated, eleventy, hexo];

/** Races every peer that is on this machine and prints the results; one that is not there is said to be missing. */
export async function benchPeers(
  order: RaceOrder,
  folder: string | undefined,
  bench: Workbench,
): Promise<readonly RaceResult[]> {
  const results: RaceResult[] = [];
  for (const peer of PEERS) {
    const found = findPeer(peer, folder);
    if (typeof found === "string") {
      console.log(`\n${found}`);
      continue;
    }
    const result = await race(found, order, bench);
    results.push(result);
    console.log(`\n${result.title}, ${result.articles} articles\n${formatTable(raceRows(result))}`);
    console.log(`\n${formatTable(sizeRows(result))}`);
  }
  return results;
}
