import { type ParseBatch, type ParsedFile, parseBatch } from "./parseBatch.ts";

/** A batch with the counter that tells the pool which file is being read. */
export interface WatchedBatch extends ParseBatch {
  readonly progress: Int32Array;
}

/** Runs in a worker thread. */
export function parse(batch: WatchedBatch): ParsedFile[] {
  return parseBatch(batch, (index) => Atomics.store(batch.progress, 0, index));
}
