import { workerData } from "piscina";
import type { StagedBytes } from "../output/stage.ts";
import { batchPrinter, type PrintBatch, type PrintSetup } from "./printBatch.ts";

const printBatch = batchPrinter(workerData as PrintSetup);

/** Runs in a worker thread. */
export function print(batch: PrintBatch): StagedBytes[] {
  return printBatch(batch);
}
