import { median, medianBy } from "./median.ts";
import type { RankingCost } from "./ranking.ts";
import type { SizeResult } from "./size.ts";
import type { StartUp } from "./startup.ts";
import { formatSeconds } from "./table.ts";

/** What was done in a newsroom of one size: medians, but of memory and in `most` the largest. */
export function workRows({ works }: SizeResult): string[][] {
  const rows = works.map(({ name, builds, copies }) => {
    const seconds = median(builds.map((build) => build.seconds));
    const written = builds.map((build) => build.written);
    return [
      name,
      String(builds.length),
      formatSeconds(seconds),
      formatSeconds(median(builds.map(({ cpuSeconds }) => cpuSeconds))),
      String(Math.max(...builds.map(({ peakMemoryMiB }) => peakMemoryMiB))),
      String(median(written)),
      String(Math.max(...written)),
      (seconds / copies.freshSeconds).toFixed(2),
      (seconds / copies.overSeconds).toFixed(2),
    ];
  });
  return [
    ["work", "runs", "seconds", "cpu s", "peak MiB", "written", "most", "/ cp fresh", "/ cp over"],
    ...rows,
  ];
}

/** Of each work the run with the middle time. The last column is what no stage counts: starting Node, loading modules, printing the report. */
export function stageRows({ works }: SizeResult): string[][] {
  const middle = works.map(({ name, builds }) => ({
    name,
    build: medianBy(builds, ({ seconds }) => seconds),
  }));
  const stages = [...new Set(middle.flatMap(({ build }) => Object.keys(build.stages)))];
  const rows = middle.map(({ name, build }) => {
    const spent = stages.map((stage) => build.stages[stage] ?? 0);
    const rest = build.seconds - spent.reduce((sum, seconds) => sum + seconds, 0);
    return [name, ...[...spent, rest].map(formatSeconds)];
  });
  return [["work", ...stages, "rest"], ...rows];
}

/** What the ratios are taken to: copies of the site with each mode of rails, into a fresh folder and over an old copy. */
export function copyRows({ works }: SizeResult): string[][] {
  const copies = [...new Set(works.map((work) => work.copies))];
  const rows = copies.map(({ rails, freshSeconds, overSeconds }) => [
    `rails ${rails}`,
    formatSeconds(freshSeconds),
    formatSeconds(overSeconds),
  ]);
  return [["cp -r of the site", "fresh s", "over s"], ...rows];
}

export function startUpRows({ bareSeconds, helpSeconds }: StartUp): string[][] {
  return [
    ["command", "seconds", "/ bare"],
    ["node -e 0", formatSeconds(bareSeconds), "1.00"],
    ["jianbao --help", formatSeconds(helpSeconds), (helpSeconds / bareSeconds).toFixed(2)],
  ];
}

export function rankingRows(costs: readonly RankingCost[]): string[][] {
  const rows = costs.map(({ articles, librarySeconds, rankSeconds, heapMegabytes }) => [
    String(articles),
    formatSeconds(librarySeconds),
    formatSeconds(rankSeconds),
    formatSeconds(librarySeconds + rankSeconds),
    heapMegabytes.toFixed(0),
  ]);
  return [["articles", "library s", "lists s", "both s", "heap MiB"], ...rows];
}
