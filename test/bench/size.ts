import { join } from "node:path";
import { type Build, forgetBuilds, runBuild, type Workbench } from "./builds.ts";
import { type Copies, measureCopies } from "./copies.ts";
import { type Newsroom, writeNewsroom } from "./newsroom.ts";
import type { Part } from "./options.ts";
import { makeStoryteller, type Storyteller } from "./story.ts";
import { benchAdding, benchEditing, benchNothingChanged, benchRails, benchSearch } from "./works.ts";

/** What to measure of a newsroom of one size, and how often. */
export interface SizeOrder {
  readonly articles: number;
  readonly seed: number;
  readonly parts: ReadonlySet<Part>;
  /** How often what does the same work every time is measured. */
  readonly runs: number;
  /** How many articles are added, and how many edited. */
  readonly edits: number;
}

/** One line of the results: some builds of the same kind, and the copies of that site to compare them with. */
export interface Work {
  readonly name: string;
  readonly builds: readonly Build[];
  readonly copies: Copies;
}

/** All that was measured of one size. `files` is the number of the site's files. */
export interface SizeResult {
  readonly articles: number;
  readonly files: number;
  readonly warnings: number;
  readonly copies: Copies;
  readonly works: readonly Work[];
}

/** A newsroom that is built, and what is to be measured with it. */
export interface Desk {
  readonly order: SizeOrder;
  readonly bench: Workbench;
  readonly teller: Storyteller;
  readonly newsroom: Newsroom;
  readonly copies: Copies;
}

/** Generates a newsroom, builds it from nothing and measures the parts that are ordered, each from the same finished site. */
export async function benchSize(order: SizeOrder, bench: Workbench): Promise<SizeResult> {
  const { articles, parts, runs } = order;
  announce(order, "generating, cold builds, copies");
  const teller = makeStoryteller(articles, order.seed);
  const root = join(bench.scratch, `newsroom-${articles}`);
  const now = writeNewsroom(root, articles, teller);
  const cold = await buildCold({ root, now, site: "" }, parts.has("cold") ? runs : 1, bench);
  const { newsroom, builds } = cold;
  const copies = await measureCopies(newsroom, "auto", runs, bench);
  const works: Work[] = parts.has("cold") ? [{ name: "cold", builds, copies }] : [];
  const desk: Desk = { order, bench, teller, newsroom, copies };
  for (const { name, wanted, measure } of MEASUREMENTS) {
    if (!wanted.some((part) => parts.has(part))) continue;
    announce(order, name);
    works.push(...(await measure(desk)));
  }
  const first = builds[0];
  return { articles, files: first?.written ?? 0, warnings: first?.warnings ?? 0, copies, works };
}

/** What is measured after the cold builds, and the parts that ask for it. An added article stands for the rails that are the default, too. */
const MEASUREMENTS: readonly {
  readonly name: string;
  readonly wanted: readonly Part[];
  readonly measure: (desk: Desk) => Promise<Work[]>;
}[] = [
  { name: "nothing changed", wanted: ["warm"], measure: benchNothingChanged },
  { name: "articles added", wanted: ["edit", "rails"], measure: benchAdding },
  { name: "bodies edited, templates changed", wanted: ["edit"], measure: benchEditing },
  { name: "articles added, other rails", wanted: ["rails"], measure: benchRails },
  { name: "search", wanted: ["search"], measure: benchSearch },
];

/** Builds from nothing so many times, each time into a fresh folder; the last site stays. */
async function buildCold(
  unbuilt: Newsroom,
  runs: number,
  bench: Workbench,
): Promise<{ readonly newsroom: Newsroom; readonly builds: readonly Build[] }> {
  const builds: Build[] = [];
  let newsroom = unbuilt;
  for (let run = 0; run < runs; run++) {
    newsroom = forgetBuilds(newsroom, bench);
    builds.push(await runBuild(newsroom, bench));
  }
  return { newsroom, builds };
}

function announce({ articles }: SizeOrder, what: string): void {
  console.error(`${articles} articles: ${what}…`);
}
