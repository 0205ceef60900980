import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { Workbench } from "./builds.ts";
import { median } from "./median.ts";
import type { Newsroom } from "./newsroom.ts";
import { runProcess, settleDisk } from "./process.ts";

/** Median seconds of copying a finished site: what a build is compared with. */
export interface Copies {
  readonly rails: RailsMode;
  readonly freshSeconds: number;
  /** Over an old copy of the same site. */
  readonly overSeconds: number;
}

/** The modes of `lists.rails` in site.yaml that are compared; a generated newsroom has the default. */
export type RailsMode = "auto" | "fetch" | "baked";

/** Times `cp -r` of a newsroom's site into a fresh folder and again over that copy, so many times each. */
export async function measureCopies(
  { site }: Newsroom,
  rails: RailsMode,
  runs: number,
  { scratch, stop }: Workbench,
): Promise<Copies> {
  const fresh: number[] = [];
  const over: number[] = [];
  for (let run = 0; run < runs; run++) {
    const copy = mkdtempSync(join(scratch, "copy-"));
    for (const seconds of [fresh, over]) {
      await settleDisk(stop);
      seconds.push((await runProcess("cp", ["-r", join(site, "."), copy], stop)).seconds);
    }
  }
  return { rails, freshSeconds: median(fresh), overSeconds: median(over) };
}
