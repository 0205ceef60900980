import { join } from "node:path";
import { PACKAGE } from "../model/package.ts";
import type { ParseBatch, ParsedFile } from "./parseBatch.ts";
import type { WatchedBatch } from "./parseWorker.ts";
import { outOfMemory, pastDeadline } from "./problems.ts";
import { openThreads, type Threads } from "./threads.ts";

const DEADLINE_SECONDS = 10;
const MEMORY_MIB = 1024;

/** Parses batches in worker threads; the results come back in the order of the batches. A file past its deadline, or for which the memory is not enough, is an error that names it, and the rest of its batch goes on. */
export async function parseInWorkers(
  batches: readonly ParseBatch[],
  threads: number,
  deadlineSeconds = DEADLINE_SECONDS,
): Promise<ParsedFile[][]> {
  const filename = join(PACKAGE, "lib/workers/parseWorker.js");
  const pool = await openThreads<WatchedBatch, ParsedFile[]>({
    filename,
    name: "parse",
    threads,
    memoryMiB: MEMORY_MIB,
  });
  try {
    return await Promise.all(batches.map((batch) => runBatch(pool, batch, deadlineSeconds)));
  } finally {
    await pool.close();
  }
}

async function runBatch(
  pool: Threads<WatchedBatch, ParsedFile[]>,
  batch: ParseBatch,
  deadlineSeconds: number,
): Promise<ParsedFile[]> {
  const progress = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  const abort = new AbortController();
  const stop = watchProgress(progress, deadlineSeconds, () => abort.abort());
  try {
    return await pool.run({ ...batch, progress }, abort.signal);
  } catch (error) {
    const stuck = batch.files[Atomics.load(progress, 0)];
    const isTooLarge = (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
    if (!(abort.signal.aborted || isTooLarge) || stuck === undefined) throw error;
    const place = { file: `content/${stuck.path}` };
    const rest = { ...batch, files: batch.files.filter((file) => file !== stuck) };
    const failed: ParsedFile = {
      path: stuck.path,
      id: undefined,
      value: undefined,
      diagnostics: [isTooLarge ? outOfMemory(place) : pastDeadline(place, deadlineSeconds)],
    };
    return [...(await runBatch(pool, rest, deadlineSeconds)), failed];
  } finally {
    stop();
  }
}

/** Calls `onStuck` when the same file has been read for so many ticks of a second. A batch that still waits for a thread is not stuck. */
function watchProgress(progress: Int32Array, deadlineSeconds: number, onStuck: () => void): () => void {
  let last = -1;
  let ticks = 0;
  const timer = setInterval(() => {
    const current = Atomics.load(progress, 0);
    ticks = current === last && current >= 0 ? ticks + 1 : 0;
    last = current;
    if (ticks >= deadlineSeconds) onStuck();
  }, 1000);
  return () => clearInterval(timer);
}
