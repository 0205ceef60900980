import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { PACKAGE } from "../model/package.ts";
import { type Inventory, takeInventory } from "../output/inventory.ts";
import { statusOf } from "../output/status.ts";
import { CAN_USE_WORKERS } from "./canUseWorkers.ts";

/** The manifest of a thousand files and more: fewer are looked at sooner than a thread starts. */
const FEW_BYTES = 384 * 1024;

/** Whose files are looked at. */
export interface InventoryPlace {
  readonly outDir: string;
  readonly manifestFile: string;
}

/**
 * Begins to look at the published files in a thread, while other work is done here; gives the function that waits for what was
 * found. Where few are published, or there is one thread only, they are looked at when that is asked for.
 */
export function beginInventory(
  { outDir, manifestFile }: InventoryPlace,
  threads: number,
): () => Promise<Inventory> {
  let known: Inventory | undefined;
  const here = () => {
    known ??= takeInventory(outDir, manifestFile);
    return known;
  };
  const { size = 0 } = statusOf(manifestFile) ?? {};
  const worker = size < FEW_BYTES || threads === 1 ? undefined : tryStart({ outDir, manifestFile });
  if (worker === undefined) return async () => here();
  const found = new Promise<Inventory>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread ended without an answer")));
  });
  // Nobody may ever ask. Whoever does hears of what went wrong, from the main thread, in its words.
  found.catch(() => {});
  worker.unref();
  return async () => {
    worker.ref();
    return found.catch(here);
  };
}

function tryStart(workerData: InventoryPlace): Worker | undefined {
  if (!CAN_USE_WORKERS) return undefined;
  try {
    return new Worker(join(PACKAGE, "lib/workers/inventoryWorker.js"), { workerData });
  } catch {
    return undefined; // the machine has no thread left: without one it is as well, only slower
  }
}
