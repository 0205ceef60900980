import { join } from "node:path";
import type { Workbench } from "../builds.ts";
import { makeChange } from "../measure.ts";
import { type Run, runProcess, settleDisk } from "../process.ts";
import { makeStoryteller } from "../story.ts";
import { type Contestant, forgetBuilds, makeOurs, makePeer } from "./contestant.ts";
import { compareSites, type Outcome, readSite, type SiteSize, siteSize } from "./outcome.ts";
import type { Installed } from "./peer.ts";

/** How large a newsroom, and how often each work is done. */
export interface RaceOrder {
  readonly articles: number;
  readonly seed: number;
  readonly runs: number;
}

/** A build with what it did to the site's files. */
export type RaceBuild = Omit<Run, "output"> & Outcome;

/** Something of ours and the peer's. */
interface Pair<Value> {
  readonly ours: Value;
  readonly peer: Value;
}

/** One work, done in turn by both, so that what else the machine does falls on both. */
interface RaceWork {
  readonly name: string;
  readonly builds: Pair<readonly RaceBuild[]>;
}

/** All that was measured of one peer; the sizes are those after the cold builds. */
export interface RaceResult {
  readonly articles: number;
  readonly title: string;
  readonly sizes: Pair<SiteSize>;
  readonly works: readonly RaceWork[];
}

/** Builds the same newsroom with Jianbao and with a peer: from nothing, with nothing changed, with one article added. */
export async function race(installed: Installed, order: RaceOrder, bench: Workbench): Promise<RaceResult> {
  const { articles, seed, runs } = order;
  const { title: name, variant } = installed.peer;
  const title = [name, installed.version, variant ?? []].flat().join(" ");
  console.error(`${articles} articles: against ${title}…`);
  const teller = makeStoryteller(articles, seed);
  const pair: Pair<Contestant> = {
    ours: makeOurs(articles, teller, bench),
    peer: makePeer(installed, articles, teller, bench),
  };
  const added = teller.lateStories(runs);
  const cold = await takeTurns("cold", runs, pair, bench, (each) => forgetBuilds(each, bench));
  const sizes = { ours: siteSize(siteOf(pair.ours)), peer: siteSize(siteOf(pair.peer)) };
  requireEqualSites(title, sizes);
  const same = await takeTurns("nothing changed", runs, pair, bench, () => undefined);
  const more = await takeTurns("one article added", runs, pair, bench, (each, run) => {
    for (const story of added.slice(run, run + 1)) makeChange(each.root, each.file(story));
  });
  return { articles, title, sizes, works: [cold, same, more] };
}

/** Throws where a peer's site is not nearly ours: some of them end well though nothing came of it. */
function requireEqualSites(title: string, { ours, peer }: Pair<SiteSize>): void {
  for (const key of ["articleFiles", "articleBytes", "listFiles", "listBytes"] as const) {
    if (Math.abs(peer[key] / ours[key] - 1) < 0.2) continue;
    throw new Error(`${title} did not make the same site: ${key} ${peer[key]}, ours ${ours[key]}`);
  }
}

/** Has ours build, then the peer, so many times, each after some preparation. */
async function takeTurns(
  name: string,
  runs: number,
  { ours, peer }: Pair<Contestant>,
  bench: Workbench,
  prepare: (contestant: Contestant, run: number) => void,
): Promise<RaceWork> {
  const builds: Pair<RaceBuild[]> = { ours: [], peer: [] };
  for (let run = 0; run < runs; run++) {
    for (const [contestant, done] of [[ours, builds.ours] as const, [peer, builds.peer] as const]) {
      prepare(contestant, run);
      done.push(await build(contestant, bench));
    }
  }
  return { name, builds };
}

async function build(contestant: Contestant, { stop }: Workbench): Promise<RaceBuild> {
  const before = siteOf(contestant);
  await settleDisk(stop);
  const { program, args, root } = contestant;
  const { seconds, cpuSeconds, peakMemoryMiB } = await runProcess(program, args, stop, root);
  return { seconds, cpuSeconds, peakMemoryMiB, ...compareSites(before, siteOf(contestant)) };
}

function siteOf({ root, leftovers }: Contestant) {
  return readSite(join(root, leftovers[0]));
}
