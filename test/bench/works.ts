import { type Build, runBuild } from "./builds.ts";
import { addedArticles, changedTemplate, editedBodies, railsMode, searchOn } from "./changes.ts";
import { hasGit, inCheckout } from "./checkout.ts";
import { measureCopies } from "./copies.ts";
import { makeChange, measureChanges, measureSequence } from "./measure.ts";
import type { Desk, Work } from "./size.ts";

/** Builds again with nothing changed: outside a git checkout, where every file is read, and in one. */
export async function benchNothingChanged({ order, bench, newsroom, copies }: Desk): Promise<Work[]> {
  const rebuild = async () => {
    const builds: Build[] = [];
    for (let run = 0; run < order.runs; run++) builds.push(await runBuild(newsroom, bench));
    return builds;
  };
  const outside: Work = { name: "nothing changed", builds: await rebuild(), copies };
  if (!hasGit()) return [outside];
  const builds = await inCheckout(newsroom.root, bench, rebuild);
  return [outside, { name: "nothing changed, in a git checkout", builds, copies }];
}

/** Adds articles one at a time, and removes each again, with the rails that are the default. */
export async function benchAdding({ order, bench, newsroom, teller, copies }: Desk): Promise<Work[]> {
  const { made, undone } = await measureChanges(newsroom, addedArticles(teller, order.edits), bench);
  return [
    { name: "one article added, rails auto", builds: made, copies },
    { name: "one article removed, rails auto", builds: undone, copies },
  ];
}

/** Edits bodies one at a time, then a template of some pages and a partial of all. */
export async function benchEditing({ order, bench, newsroom, teller, copies }: Desk): Promise<Work[]> {
  const works = [
    { name: "one body edited", changes: editedBodies(teller, order.articles, order.edits) },
    { name: "template changed: pages/tag", changes: changedTemplate("pages/tag", order.runs) },
    { name: "template changed: partials/footer", changes: changedTemplate("partials/footer", order.runs) },
  ];
  const measured: Work[] = [];
  for (const { name, changes } of works) {
    measured.push({ name, builds: await measureSequence(newsroom, changes, bench), copies });
  }
  return measured;
}

/** Adds articles with fetched and with baked rails, and copies each of these sites beside it. */
export async function benchRails({ order, bench, newsroom, teller }: Desk): Promise<Work[]> {
  const works: Work[] = [];
  // With baked rails every addition writes nearly every page, always the same ones: a few show it.
  for (const { mode, count } of [
    { mode: "fetch", count: order.edits },
    { mode: "baked", count: Math.min(order.runs, order.edits) },
  ] as const) {
    const undo = makeChange(newsroom.root, railsMode(newsroom, mode));
    await runBuild(newsroom, bench);
    const { made } = await measureChanges(newsroom, addedArticles(teller, count), bench);
    const copies = await measureCopies(newsroom, mode, order.runs, bench);
    undo();
    works.push({ name: `one article added, rails ${mode}`, builds: made, copies });
  }
  return works;
}

/** Indexes all years for search, adds articles, and builds with nothing changed: what search costs stands in a stage of its own. */
export async function benchSearch({ order, bench, newsroom, teller, copies }: Desk): Promise<Work[]> {
  const undo = makeChange(newsroom.root, searchOn(newsroom));
  const all = await runBuild(newsroom, bench);
  const count = Math.min(order.runs, order.edits);
  const { made } = await measureChanges(newsroom, addedArticles(teller, count), bench);
  const still = await runBuild(newsroom, bench);
  const page = await measureSequence(newsroom, changedTemplate("pages/tag", 1), bench);
  undo();
  await runBuild(newsroom, bench);
  return [
    { name: "search: all years indexed", builds: [all], copies },
    { name: "search: one article added", builds: made, copies },
    { name: "search: nothing changed", builds: [still], copies },
    { name: "search: template changed", builds: page, copies },
  ];
}
