import { workerData } from "piscina";
import type { StagedBytes } from "../output/stage.ts";
import { openShelf } from "./bodyStore.ts";
import { batchPrinter, type PrintBatch, type PrintSetup } from "./printBatch.ts";

/*
 * The parser is not loaded here, which would cost more than a small site: a page whose body the cache has lost is printed by
 * the main thread.
 */
const setup = workerData as PrintSetup;
const printBatch = batchPrinter(setup, openShelf(setup.cacheDir));

/** Runs in a worker thread. */
export function print(batch: PrintBatch): (StagedBytes | undefined)[] {
  return printBatch(batch);
}
