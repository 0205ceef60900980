import { join } from "node:path";
import { expect, test } from "vitest";
import { publishStage } from "../../src/output/publish.ts";
import { composeForme } from "../../src/press.ts";
import { printForme } from "../../src/printing.ts";
import { temporaryFolder } from "../support/folders.ts";
import { snapshot } from "../support/newsroom.ts";
import { SAMPLE_ORDER, sampleFolder } from "../support/sampleSite.ts";

test("the sample site is the same with and without the reader of plain texts", async () => {
  const quick = snapshot(sampleFolder());
  const folder = temporaryFolder("whole-");
  const outDir = join(folder, "dist");
  const { value: forme } = await composeForme({ ...SAMPLE_ORDER, fast: false }, () => {});
  if (forme === undefined) throw new Error("the sample has errors");
  // Pictures and indexes that were made once are named by all that they depend on, so that they may be shared.
  const plan = {
    outDir,
    manifestFile: join(folder, "manifest.json"),
    cacheDir: join(SAMPLE_ORDER.root, ".cache"),
  };
  publishStage((await printForme(forme, plan, () => {})).value);
  const whole = snapshot(outDir);
  expect(quick.size).toBeGreaterThan(300);
  expect([...quick].filter(([route, bytes]) => whole.get(route) !== bytes).map(([route]) => route)).toEqual(
    [],
  );
  expect(whole.size).toBe(quick.size);
});
