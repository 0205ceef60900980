import { Piscina } from "piscina";
import { contentIdOf } from "../cache/contentId.ts";
import type { ParseBatch, ParsedFile } from "./parseBatch.ts";
import { outOfMemory, pastDeadline } from "./problems.ts";

/** The sources themselves run in tests, where Node has no worker file to load. */
export const CAN_USE_WORKERS = import.meta.url.endsWith(".js");

const DEADLINE_SECONDS = 10;
const MEMORY_MIB = 1024;

/** Parses batches in worker threads; the results come back in the order of the batches. A file past its deadline, or for which the memory is not enough, is an error that names it, and the rest of its batch goes on. */
export async function parseInWorkers(
  batches: readonly ParseBatch[],
  threads: number,
  deadlineSeconds = DEADLINE_SECONDS,
): Promise<ParsedFile[][]> {
  const filename = new URL("./parseWorker.js", import.meta.url).href;
  const pool = new Piscina<unknown, ParsedFile[]>({
    filename,
    name: "parse",
    maxThreads: threads,
    minThreads: threads,
    // A thread beyond it ends alone; without a limit the whole process would.
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB },
  });
  try {
    return await Promise.all(batches.map((batch) => runBatch(pool, batch, deadlineSeconds)));
  } finally {
    await pool.destroy();
  }
}

async function runBatch(
  pool: Piscina<unknown, ParsedFile[]>,
  batch: ParseBatch,
  deadlineSeconds: number,
): Promise<ParsedFile[]> {
  const progress = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  const abort = new AbortController();
  const stop = watchProgress(progress, deadlineSeconds, () => abort.abort());
  try {
    return await pool.run({ ...batch, progress }, { signal: abort.signal });
  } catch (error) {
    const stuck = batch.files[Atomics.load(progress, 0)];
    const isTooLarge = (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
    if (!(abort.signal.aborted || isTooLarge) || stuck === undefined) throw error;
    const place = { file: `content/${stuck.path}` };
    const rest = { ...batch, files: batch.files.filter((file) => file !== stuck) };
    const failed: ParsedFile = {
      path: stuck.path,
      id: contentIdOf(new Uint8Array()),
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
