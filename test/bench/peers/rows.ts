import { median } from "../median.ts";
import { formatSeconds } from "../table.ts";
import type { RaceBuild, RaceResult } from "./race.ts";

/** What ours and a peer took for the same work: medians, but of memory the largest. */
export function raceRows({ works }: RaceResult): string[][] {
  const rows = works.map(({ name, builds: { ours, peer } }) => [
    name,
    String(ours.length),
    ...compared(ours, peer, ({ seconds }) => seconds),
    ...compared(ours, peer, ({ cpuSeconds }) => cpuSeconds),
    peakOf(ours),
    peakOf(peer),
    ...[ours, peer].flatMap((builds) => [
      String(median(builds.map(({ written }) => written))),
      String(median(builds.map(({ changed }) => changed))),
    ]),
  ]);
  return [
    [
      ...["work", "runs", "our s", "its s", "ours / its", "our cpu s", "its cpu s", "ours / its"],
      ...["our MiB", "its MiB", "we wrote", "of it new", "it wrote", "of it new"],
    ],
    ...rows,
  ];
}

function compared(
  ours: readonly RaceBuild[],
  peer: readonly RaceBuild[],
  key: (build: RaceBuild) => number,
): string[] {
  const [our, its] = [median(ours.map(key)), median(peer.map(key))];
  return [formatSeconds(our), formatSeconds(its), (our / its).toFixed(2)];
}

function peakOf(builds: readonly RaceBuild[]): string {
  const peaks = builds.flatMap(({ peakMemoryMiB }) => peakMemoryMiB ?? []);
  return peaks.length === 0 ? "-" : String(Math.max(...peaks));
}

/** How equal the two sites are. */
export function sizeRows({ title, sizes }: RaceResult): string[][] {
  const rows = [["Jianbao", sizes.ours] as const, [title, sizes.peer] as const].map(([name, size]) => [
    name,
    String(size.files),
    formatMegabytes(size.bytes),
    String(size.articleFiles),
    formatMegabytes(size.articleBytes),
    String(size.listFiles),
    formatMegabytes(size.listBytes),
  ]);
  return [["site", "files", "MB", "article pages", "MB", "other pages", "MB"], ...rows];
}

function formatMegabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
